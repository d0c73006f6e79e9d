package import Policy

extension Inquiry {
    /// Considers a question under a pack itself, without any school.
    package init(_ facts: Facts, notKnown: Set<String> = [], of pack: Pack) throws(EvaluationError) {
        try self.init(facts, notKnown: notKnown, of: pack, hash: Digest.hex(of: pack.source))
    }

    /// - Parameter hash: SHA-256 of the pack's text.
    init(_ facts: Facts, notKnown: Set<String>, of pack: Pack, hash: String) throws(EvaluationError) {
        let consideration = try pack.consider(facts)
        self.init(
            facts: facts, notKnown: notKnown, consideration: consideration, flips: try pack.flips(of: facts),
            edition: pack.edition, editionHash: hash, engine: EngineVersion.current,
            next: try pack.nextQuestion(after: consideration, notKnown: notKnown),
            answer: try GivenAnswer(facts, notKnown: notKnown, of: pack, editionHash: hash))
    }
}
