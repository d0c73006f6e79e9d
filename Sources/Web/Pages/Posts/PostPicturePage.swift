import HTML
import Office
import Policy
import Records

/// A picture of a post, for somebody who is asked to decide on the post and sees no other picture: whole, with its
/// description, and without the names of those who are in it.
enum PostPicturePage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (post, picture) = try records(visit)
        let detail = try await visit.office.detail(Post.self, post, as: caller)
        let pictures = detail.state.content.pictures
        guard detail.state.awaitsDecision(at: detail.desk), let card = detail.desk.pictures[PictureID(picture.key)],
            let place = pictures.firstIndex(of: card.id), card.isKept
        else { throw Refusal.notFound }
        return .page(
            visit.page(
                "A picture of a post",
                crumbs: [Link("Posts", visit.url("/posts")), Link("The post", visit.url(post.pagePath))]
            ) {
                PageHeading(
                    "Picture \(place + 1) of \(pictures.count)", over: detail.state.title,
                    lead: "As it would be published. You see it because you are asked to decide on the post.")
                figure(.class("picture-to-decide")) {
                    img(.src(visit.url("\(post.pagePath)/pictures/\(picture.key)/picture.jpg")), .alt(card.altText))
                    figcaption {
                        card.altText.isEmpty ? "It has no description." : "Its description: \(card.altText)"
                    }
                }
                p(.class("hint")) { PostPictures.who(card, [:]) }
                p { Link("Back to the post", visit.url(post.pagePath)) }
            })
    }

    @Sendable static func whole(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await file(visit, caller, small: false)
    }

    @Sendable static func small(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await file(visit, caller, small: true)
    }

    private static func file(_ visit: Visit, _ caller: Caller, small: Bool) async throws -> Reply {
        let (post, picture) = try records(visit)
        return PictureFile.reply(
            try await visit.office.pictureBytes(picture, of: post, small: small, as: caller))
    }

    private static func records(_ visit: Visit) throws -> (post: RecordID, picture: RecordID) {
        guard let post = RecordID("post/\(visit.parameter("key"))"),
            let picture = RecordID("picture/\(visit.parameter("picture"))")
        else { throw Refusal.notFound }
        return (post, picture)
    }
}

extension Visit {
    /// Where the pictures of a post are: their own pages for those who see pictures; pages of the post for somebody who is
    /// asked to decide on it; nil for everybody else.
    func pictureLink(of detail: RecordDetail<Post>) -> (@Sendable (PictureID) -> String)? {
        if let pictureLink { return pictureLink }
        guard detail.state.awaitsDecision(at: detail.desk) else { return nil }
        let page = url(detail.record.pagePath)
        return { picture in "\(page)/pictures/\(picture)" }
    }
}
