import Policy
package import Records

/// What the checks say of a post that is being written, whether it is on record or not.
package struct PostPreviewed: Sendable {
    package let remarks: [PostRemark]
    /// With the cards of the accounts, pictures and children that it names.
    package let desk: Desk
    /// Neither words nor pictures: there was nothing to check.
    package let isEmpty: Bool
}

extension Office {
    /// Checks a post as somebody is writing it. Nothing is kept.
    package func preview(_ content: PostContent, of record: RecordID? = nil, as caller: Caller)
        async throws(OfficeError) -> PostPreviewed
    {
        do {
            let setting = try await setting(caller.school)
            var transaction = Transaction(
                office: self, school: setting.id, actor: caller.person, now: now(), setting: setting)
            var concerned = Concerned()
            concerned.accounts = Set(content.accounts)
            concerned.pictures = Set(content.pictures)
            var desk = try await transaction.desk(for: concerned, isReaction: false)
            let isEmpty = content.pictures.isEmpty && content.texts.allSatisfy { $0.words.trimmed.isEmpty }
            // What the checks say of a name tells whose children are here and of whom nothing may be shown.
            let runs = content.accounts.contains { desk.accounts[$0]?.operators.contains(caller.person) == true }
            guard !isEmpty, runs || caller.seesPupils else {
                return PostPreviewed(remarks: [], desk: desk, isEmpty: true)
            }
            desk.proof = try await proof(content, of: record, pictures: desk.pictures, in: setting)
            return PostPreviewed(
                remarks: try content.findings(on: [desk.today], at: desk), desk: desk, isEmpty: false)
        } catch {
            throw OfficeError(error)
        }
    }
}
