package import Policy

extension PlatformCatalogue {
    /// What a platform takes in one post; nil where that is not known.
    package func limits(of platform: String, on day: Day) -> PlatformLimits? { self[platform]?.limits(on: day) }
}

extension Post {
    /// Where a platform takes less than the post has.
    package func limitProblems(at desk: Desk) -> [FieldProblem] {
        content.accounts.flatMap { key -> [FieldProblem] in
            guard let account = desk.accounts[key],
                let limits = desk.platforms.limits(of: account.platform, on: desk.today)
            else { return [] }
            var problems: [FieldProblem] = []
            let used = limits.length(of: content.words(for: key))
            if let most = limits.characters, used > most {
                problems.append(
                    FieldProblem(
                        content.ownWords[key] == nil ? "words" : "own.\(key)",
                        "Shorten the words for \(account.title) by \(used - most) characters: it takes \(most)"))
            }
            if let most = limits.pictures, content.pictures.count > most {
                problems.append(
                    FieldProblem("pictures", "\(account.title) takes \(most) pictures, and this post has more"))
            }
            if let most = limits.altCharacters,
                content.pictures.contains(where: { (desk.pictures[$0]?.altText.count ?? 0) > most })
            {
                problems.append(
                    FieldProblem(
                        "pictures", "\(account.title) takes \(most) characters in the description of a picture"))
            }
            return problems
        }
    }
}
