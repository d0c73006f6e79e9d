/// A part of what can be asked on which two packs answer otherwise.
package struct Difference: Sendable, Equatable {
    /// Identifiers of the vocabulary.
    package var topic: String
    package var action: String
    /// The part: each fact that is named has one of some values, and the others may be anything.
    package var conditions: [Condition]
    /// The action and the fewest facts for every completion of which the packs answer as told here.
    package var witness: Facts
    package var first: ComparedAnswer
    package var second: ComparedAnswer
}

extension Pack {
    /// Where two packs, or two editions of one, give different verdicts or ask different leaves. Exact.
    ///
    /// In the order of the vocabulary's topics and actions. The parts of one action and one pair of outcomes may
    /// overlap, and together are all the facts that lead to that pair. `who` and the facts that an action lists vary.
    /// - Throws: ``EvaluationError/foreignRequest`` when the packs are written in different vocabularies;
    ///   ``EvaluationError/tooTangled(action:)`` when the comparison would take too long.
    package static func compare(_ a: Pack, _ b: Pack) throws(EvaluationError) -> [Difference] {
        guard a.vocabulary == b.vocabulary else { throw .foreignRequest }
        var found: [Difference] = []
        for topic in a.vocabulary.topics {
            for action in a.vocabulary.actions where action.topic == topic.id {
                found += try differences(a, b, on: action)
            }
        }
        return found
    }

    private static func differences(_ a: Pack, _ b: Pack, on action: Vocabulary.Action) throws(EvaluationError)
        -> [Difference]
    {
        var space = ActionSpace(action, in: a.vocabulary)
        var found: [Difference] = []
        let others = space.outcomes(b.rules)
        for (first, here) in space.outcomes(a.rules) {
            for (second, there) in others where second != first {
                let shared = space.regions.and(here, there)
                for part in space.parts(of: shared) {
                    found.append(
                        Difference(
                            topic: action.topic, action: action.id, conditions: part.conditions, witness: part.witness,
                            first: first, second: second))
                }
            }
        }
        guard !space.regions.isExhausted else { throw .tooTangled(action: action.id) }
        return found
    }
}
