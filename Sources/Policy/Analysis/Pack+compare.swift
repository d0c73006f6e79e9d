/// A part of what can be asked on which two packs answer otherwise.
package struct Difference: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// Another verdict.
        case verdict
        /// Both need approval, but from others.
        case approval
        /// The same verdict and the same leaves, but other duties.
        case duties
    }

    /// Identifiers of the vocabulary. There is at least one action; the difference is the same for all of them.
    package var topic: String
    package var actions: [String]
    /// The part: each fact that is named, `who` among them, has one of some values, and the others may be anything.
    package var conditions: [Condition]
    /// The first action and the fewest facts for every completion of which the packs answer as told here.
    package var witness: Facts
    package var first: ComparedAnswer
    package var second: ComparedAnswer

    package var action: String { actions[0] }

    package var kind: Kind {
        if first.verdict != second.verdict { return .verdict }
        return first.approvals == second.approvals ? .duties : .approval
    }
}

extension Pack {
    /// Where two packs, or two editions of one, give different verdicts, ask different leaves or raise different
    /// duties. Exact.
    ///
    /// In the order of the vocabulary's topics, and within one in that of the actions. The parts of one pair of answers
    /// may overlap, and together are all the facts that lead to that pair. `who` and the facts that an action lists vary.
    /// What a pack says of questions that no rule covers, its ``Pack/otherwise``, is not among the duties.
    /// - Throws: ``EvaluationError/foreignRequest`` when the packs are written in different vocabularies;
    ///   ``EvaluationError/tooTangled(action:)`` when the comparison would take too long.
    package static func compare(_ a: Pack, _ b: Pack) throws(EvaluationError) -> [Difference] {
        guard a.vocabulary == b.vocabulary else { throw .foreignRequest }
        var found: [Difference] = []
        for (topic, space) in zip(a.vocabulary.topics, ActionSpace.all(in: a.vocabulary)) {
            found += try differences(a, b, space, topic: topic.id)
        }
        return found
    }

    private struct Answers: Hashable {
        var first: ComparedAnswer
        var second: ComparedAnswer
    }

    private static func differences(
        _ a: Pack, _ b: Pack, _ space: ActionSpace, topic: String
    ) throws(EvaluationError) -> [Difference] {
        var space = space
        var areas: [Answers: [ActionSpace.Area]] = [:]
        var order: [Answers] = []
        func add(_ first: ComparedAnswer, _ second: ComparedAnswer, _ action: Vocabulary.Action, _ region: Int) {
            let answers = Answers(first: first, second: second)
            if areas[answers] == nil { order.append(answers) }
            areas[answers, default: []].append(ActionSpace.Area(action: action, region: region))
        }
        for action in space.actions {
            let (here, there) = (space.matching(a.rules, action), space.matching(b.rules, action))
            let others = space.outcomes(there)
            for (first, region) in space.outcomes(here) {
                for (second, other) in others {
                    guard space.regions.mayGoOn() else { throw .tooTangled(action: action.id) }
                    let shared = space.regions.and(region, other)
                    guard shared != Regions.none else { continue }
                    if first == second {
                        for part in space.duties(first, within: shared, here, there) {
                            add(part.first, part.second, action, part.region)
                        }
                    } else {
                        add(first, second, action, shared)
                    }
                }
            }
        }
        let found = order.flatMap { answers in
            space.parts(of: areas[answers] ?? []).map { part in
                Difference(
                    topic: topic, actions: part.actions.map(\.id), conditions: part.conditions, witness: part.witness,
                    first: answers.first, second: answers.second)
            }
        }
        guard !space.regions.isExhausted else { throw .tooTangled(action: space.actions.first?.id ?? topic) }
        // What is told of the same actions stands together, in the order of the first of them.
        let places = Dictionary(
            space.actions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ difference: Difference) -> [Int] { difference.actions.map { places[$0] ?? 0 } }
        return found.enumerated().sorted { one, other in
            let (here, there) = (place(one.element), place(other.element))
            return here == there ? one.offset < other.offset : here.lexicographicallyPrecedes(there)
        }.map(\.element)
    }
}
