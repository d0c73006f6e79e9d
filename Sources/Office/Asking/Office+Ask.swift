package import Ledger
package import Policy
package import Records

/// What a school's pack says so far, to a question that may not be complete.
package struct Inquiry: Sendable {
    package let facts: Facts
    package let consideration: Consideration
    /// The smallest changes that would give a settled question another verdict.
    package let flips: [Flip]
    package let edition: String
    package let editionHash: String
    package let engine: Int
}

extension Office {
    /// Considers a question under the pack in force. Nothing is recorded and nothing personal is needed.
    package func ask(_ facts: Facts, at school: LogID) async throws -> Inquiry {
        let setting = try await setting(school)
        return Inquiry(
            facts: facts, consideration: try setting.pack.consider(facts),
            flips: try setting.pack.flips(of: facts), edition: setting.pack.edition,
            editionHash: setting.school.adopted.hash, engine: EngineVersion.current)
    }
}
