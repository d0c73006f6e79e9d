package import Policy

/// A question as it is carried from Ask: what is known, and what was asked for and is not known.
package struct Asked: Sendable, Equatable {
    package var facts: Facts
    package var notKnown: Set<String>

    package init(facts: Facts, notKnown: Set<String> = []) {
        self.facts = facts
        self.notKnown = notKnown
    }

    /// Stands as the value of a fact that is not known. No vocabulary has a value of that name.
    package static let notKnownMark = "?"

    /// Reads pairs parted by spaces: `who=teacher action=follow with=?`.
    package init(parsing text: String, in vocabulary: Vocabulary) throws(EvaluationError) {
        let pairs = text.split(whereSeparator: \.isWhitespace)
        let open = pairs.filter { $0.hasSuffix("=\(Self.notKnownMark)") }
        notKnown = []
        for pair in open {
            let fact = String(pair.dropLast(2))
            guard vocabulary.fact(fact) != nil else {
                throw .unknownFact(fact, nearest: vocabulary.nearest(to: fact))
            }
            notKnown.insert(fact)
        }
        facts = try Facts(
            parsing: pairs.filter { !$0.hasSuffix("=\(Self.notKnownMark)") }.joined(separator: " "), in: vocabulary)
        notKnown.subtract(facts.values.keys)
    }

    /// What ``init(parsing:in:)`` reads, in the vocabulary's order.
    package func text(in vocabulary: Vocabulary) -> String {
        vocabulary.facts.compactMap { fact in value(of: fact.id).map { "\(fact.id)=\($0)" } }.joined(separator: " ")
    }

    /// The value, or the mark of a fact that is not known; nil for one that was not asked.
    package func value(of fact: String) -> String? {
        facts[fact] ?? (notKnown.contains(fact) ? Self.notKnownMark : nil)
    }
}

extension Answers {
    /// The question in a `.carried` field; nil when it was left out.
    func asked(_ name: String, in vocabulary: Vocabulary) throws(Refusal) -> Asked? {
        guard !text(name).isEmpty else { return nil }
        do { return try Asked(parsing: text(name), in: vocabulary) } catch {
            throw .incomplete([FieldProblem(name, error.description.withoutFullStop)])
        }
    }
}

extension Desk {
    /// What the pack in force says to a question.
    func answer(_ asked: Asked) throws(Refusal) -> GivenAnswer {
        guard asked.facts["action"] != nil else {
            throw .incomplete([FieldProblem("facts", "Say what is to be done: the facts lack an action")])
        }
        do {
            return try GivenAnswer(asked.facts, notKnown: asked.notKnown, of: pack, editionHash: packHash)
        } catch {
            throw .incomplete([FieldProblem("facts", error.description.withoutFullStop)])
        }
    }

    /// What is to be done, in the vocabulary's words.
    func question(_ asked: Asked) -> String {
        let action = asked.facts["action"] ?? ""
        return pack.vocabulary.action(action)?.label ?? action
    }
}
