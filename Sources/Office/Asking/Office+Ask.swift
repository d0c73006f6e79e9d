package import Ledger
package import Policy
import Records

/// What a school's pack says so far, to a question that may not be complete.
package struct Inquiry: Sendable {
    package let facts: Facts
    /// Facts that were asked for and are not known.
    package let notKnown: Set<String>
    package let consideration: Consideration
    /// The smallest changes that would give a settled question another verdict.
    package let flips: [Flip]
    package let edition: String
    package let editionHash: String
    package let engine: Int
    /// What to ask for next; nil when it is settled, or when nothing is left to ask that the person may know.
    package let next: Fact?
    /// The answer so far, as it can be kept.
    package let answer: GivenAnswer
}

extension Office {
    /// Considers a question under the pack in force. Nothing is recorded and nothing personal is needed.
    ///
    /// - Parameter notKnown: facts that were asked for and are not known; they are not asked for again.
    package func ask(_ facts: Facts, notKnown: Set<String> = [], at school: LogID) async throws -> Inquiry {
        let setting = try await setting(school)
        return try Inquiry(facts, notKnown: notKnown, of: setting.pack, hash: setting.school.adopted.hash)
    }
}
