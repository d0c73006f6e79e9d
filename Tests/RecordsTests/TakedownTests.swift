import Testing

@testable import Policy
@testable import Records

@Suite("A takedown")
struct TakedownTests {
    private static let ada = PupilID("c-ada")
    private static let ben = PupilID("c-ben")
    private static let page = PublishedCopy(
        account: "account-one", accountName: "@school", platform: "Facebook", address: "https://social.example/1",
        purpose: .socialMedia, people: [Cast.lead.id])
    private static let site = PublishedCopy(
        account: "account-two", accountName: "News", platform: "Website", address: "https://school.example/1",
        purpose: .website, people: [Cast.applicant.id])
    private static let published = PublishedPost(
        title: "Sports day", copies: [page, site], pictures: [PictureID("pic")])

    private func desk(_ who: Cast, isReaction: Bool = false, published: PublishedPost? = published) throws -> Desk {
        var desk = try Desk.of(who, pack: .synthetic(), isReaction: isReaction)
        desk.published = published
        return desk
    }

    private func give(_ command: Takedown.Command, to state: inout Takedown?, at desk: Desk) throws {
        for event in try Takedown.decide(state, command, at: desk) { state = Takedown.evolve(state, event) }
    }

    private func opened(_ purposes: [ImagePurpose] = ImagePurpose.allCases) throws -> Takedown? {
        var state: Takedown?
        try give(.open(Self.ada, purposes: purposes), to: &state, at: desk(.office, isReaction: true))
        return state
    }

    @Test("only the places whose leave has ended are to be taken down")
    func places() throws {
        #expect(try opened([.website])?.copies.map(\.place) == [Self.site])
        #expect(try opened([.press]) == nil)
        #expect(try opened()?.copies.count == 2)
    }

    @Test("asked again for the same child and the same places, nothing more happens")
    func idempotent() throws {
        let state = try opened()
        let desk = try desk(.office, isReaction: true)
        #expect(try Takedown.decide(state, .open(Self.ada, purposes: ImagePurpose.allCases), at: desk) == [])
        #expect(try Takedown.decide(state, .open(Self.ben, purposes: ImagePurpose.allCases), at: desk).count == 1)
    }

    @Test("it closes with the last copy, and its duty goes with it")
    func closes() throws {
        var state = try opened()
        try give(.markGone(account: "account-one", .byHand, note: ""), to: &state, at: desk(.lead))
        #expect(state?.status == .open)
        #expect(state?.summary.duties.first?.assignees == [.person(Cast.applicant.id), .role(.administrator)])
        try give(.markGone(account: "account-two", .byHand, note: "Seen"), to: &state, at: desk(.office))
        #expect(state?.status == .closed && state?.summary.duties.isEmpty == true)
        let desk = try desk(.office, isReaction: true)
        #expect(try Takedown.decide(state, .open(Self.ada, purposes: ImagePurpose.allCases), at: desk) == [])
    }

    @Test("published again at another address, it is open again")
    func again() throws {
        var state = try opened([.website])
        try give(.markGone(account: "account-two", .byHand, note: ""), to: &state, at: desk(.office))
        var moved = Self.published
        moved.copies[1].address = "https://school.example/2"
        try give(
            .open(Self.ada, purposes: [.website]), to: &state,
            at: desk(.office, isReaction: true, published: moved))
        #expect(state?.status == .open && state?.standing.map(\.place.address) == ["https://school.example/2"])
    }

    @Test("only those who run the account, the administrator and the headteacher say that a copy is gone")
    func authority() throws {
        let state = try opened()
        for who in Cast.allCases {
            let desk = try desk(who)
            let refusal = refusal { () throws(Refusal) in
                try Takedown.decide(state, .markGone(account: "account-one", .byHand, note: ""), at: desk)
            }
            #expect((refusal == nil) == [.lead, .office, .head].contains(who), "\(who)")
        }
    }

    @Test("nobody says for Hornbook that the platform was asked")
    func readBack() throws {
        let state = try opened()
        let desk = try desk(.office)
        #expect(
            refusal { () throws(Refusal) in
                try Takedown.decide(state, .markGone(account: "account-one", .readBack, note: ""), at: desk)
            } != nil)
    }

    @Test("a request by hand can be set aside, and what follows from leave that has ended cannot")
    func setAside() throws {
        var byHand: Takedown?
        try give(.openByHand(askedBy: "A parent", says: "Please"), to: &byHand, at: desk(.lead))
        let head = try desk(.head)
        #expect(throws: Never.self) { try Takedown.decide(byHand, .setAside(reason: "It shows nobody"), at: head) }
        let teacher = try desk(.lead)
        #expect(
            refusal { () throws(Refusal) in try Takedown.decide(byHand, .setAside(reason: "No"), at: teacher) } != nil)
        try give(.open(Self.ada, purposes: [.website]), to: &byHand, at: desk(.office, isReaction: true))
        #expect(
            refusal { () throws(Refusal) in try Takedown.decide(byHand, .setAside(reason: "No"), at: head) } != nil)
    }

    @Test("a post that is not published has nothing to take down")
    func unpublished() throws {
        let desk = try desk(.lead, published: nil)
        #expect(
            refusal { () throws(Refusal) in
                try Takedown.decide(nil, .openByHand(askedBy: "A parent", says: "Please"), at: desk)
            } == .wrongState("This post is not published, so there is nothing to take down."))
    }

    @Test("those who run the accounts see it, without the child for whom it goes")
    func walls() throws {
        let state = try #require(try opened())
        #expect(state.summary.audience.contains(.person(Cast.lead.id)))
        #expect(!state.summary.audience.contains(.role(.governor)) && !state.summary.audience.contains(.everyone))
        #expect(state.withoutPupils.grounds.isEmpty)
    }
}
