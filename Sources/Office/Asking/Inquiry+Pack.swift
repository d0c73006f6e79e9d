package import Policy

extension Inquiry {
    /// Considers a question under a pack itself, without any school.
    package init(_ facts: Facts, of pack: Pack) throws(EvaluationError) {
        self.init(
            facts: facts, consideration: try pack.consider(facts), flips: try pack.flips(of: facts),
            edition: pack.edition, editionHash: Digest.hex(of: pack.source), engine: EngineVersion.current)
    }
}
