/// Something about a pack that its school should know, with the fewest facts that show it.
package struct Finding: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// For some facts one rule requires the act and another prohibits it.
        case requiredAndProhibited = "required-and-prohibited"
        /// For some facts one rule permits the act and another prohibits it: no exception of either parts them.
        /// The stricter rule speaks, but the document says both.
        case permittedAndProhibited = "permitted-and-prohibited"
        /// No facts meet what the rule asks for.
        case impossible
        /// Wherever the rule applies a stricter one speaks, so that it is never part of an answer.
        case outranked
        /// The pack rules on the actions, but for some facts no rule gives a verdict.
        case open
        /// No rule of the pack is about the actions at all.
        case silent
        /// The rules on the actions are too tangled to be analysed in reasonable time: nothing was found out of it.
        case unfinished
    }

    package var kind: Kind
    /// Identifiers of the vocabulary. Nil and none only for a rule that can never apply. A finding about several
    /// actions of the topic holds for each of them alike.
    package var topic: String?
    package var actions: [String]
    /// Identifiers of the rules concerned: the one that requires or permits before the one that prohibits.
    package var rules: [String]
    /// The first action and the fewest facts for every completion of which the finding holds; nil for an impossible
    /// rule and for actions that were not analysed. For an outranked rule: where it applies without being heard.
    package var witness: Facts?
    /// For an open question: all that is left open, in parts that may overlap.
    package var cases: [[Condition]]

    package var action: String? { actions.first }
}

extension Pack {
    /// Everything that exact analysis finds in the rules, by kind, then in the vocabulary's and the pack's order.
    ///
    /// Conflicts are found for each pair of rules; what is open, for each action. Actions of which the same holds are told
    /// together. `who` and the facts that an action lists vary; nothing else does. Advice has no part in conflicts, and
    /// matters whenever it applies; a rule that requires also matters beside one that asks for leave, whose answer
    /// carries it.
    package func analyse() -> [Finding] {
        var found: [Finding] = []
        var hearing = Hearing()
        for (topic, space) in zip(vocabulary.topics, ActionSpace.all(in: vocabulary)) {
            var space = space
            let before = (found, hearing)
            let all = space.actions.map { space.matching(rules, $0) }
            for here in all { hearing.hear(here, &space, topic: topic.id) }
            found += conflicts(all, &space, topic: topic.id)
            found += gaps(all, &space, topic: topic.id)
            if space.regions.isExhausted {
                (found, hearing) = before
                let actions = space.actions.map(\.id)
                found.append(
                    Finding(
                        kind: .unfinished, topic: topic.id, actions: actions, rules: [], witness: nil, cases: []))
                // Of a rule on an action that was not analysed it is not known whether it matters.
                hearing.matters.formUnion(rules.filter { $0.isAbout(anyOf: actions) }.map(\.id))
            }
        }
        for rule in rules where !hearing.matters.contains(rule.id) {
            let shown = hearing.applies[rule.id]
            found.append(
                Finding(
                    kind: shown == nil ? .impossible : .outranked, topic: shown?.topic,
                    actions: shown.map { [$0.action] } ?? [], rules: [rule.id], witness: shown?.witness, cases: []))
        }
        return Finding.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
    }

    /// Each pair of rules that contradict each other, once for the actions that the same facts show it for.
    private func conflicts(_ all: [ActionRules], _ space: inout ActionSpace, topic: String) -> [Finding] {
        let areas = all.map { here in
            Dictionary(here.entries.map { ($0.rule.id, $0.area) }, uniquingKeysWith: { first, _ in first })
        }
        let heard = rules.filter { rule in areas.contains { $0[rule.id] != nil } }
        let bans = heard.filter { $0.effect == .prohibited }
        var found: [Finding] = []
        for rule in heard where rule.effect == .required || rule.effect == .permitted {
            for ban in bans {
                var pair: [Finding] = []
                for (here, areas) in zip(all, areas) {
                    guard let area = areas[rule.id], let banned = areas[ban.id] else { continue }
                    guard space.regions.mayGoOn() else { return [] }
                    let both = space.regions.and(area, banned)
                    guard let witness = space.witness(both, here.action) else { continue }
                    if let place = pair.firstIndex(where: { $0.witness?.isAlike(witness) == true }) {
                        pair[place].actions.append(here.action.id)
                    } else {
                        pair.append(
                            Finding(
                                kind: rule.effect == .required ? .requiredAndProhibited : .permittedAndProhibited,
                                topic: topic, actions: [here.action.id], rules: [rule.id, ban.id], witness: witness,
                                cases: []))
                    }
                }
                found += pair
            }
        }
        return found
    }

    /// The actions on which the pack is silent, together; and those on which it is silent in part, with the same parts
    /// together.
    private func gaps(_ all: [ActionRules], _ space: inout ActionSpace, topic: String) -> [Finding] {
        let silent = all.filter { $0.entries.isEmpty }.map(\.action.id)
        var found: [Finding] = []
        if let first = silent.first {
            found.append(
                Finding(
                    kind: .silent, topic: topic, actions: silent, rules: [], witness: Facts(["action": first]),
                    cases: [[]]))
        }
        var open: [(region: Regions.Region, actions: [Vocabulary.Action])] = []
        for here in all where !here.entries.isEmpty {
            let region = space.verdicts(here).first { $0.verdict == .notCovered }?.region ?? Regions.none
            guard region != Regions.none else { continue }
            if let place = open.firstIndex(where: { $0.region == region }) {
                open[place].actions.append(here.action)
            } else {
                open.append((region, [here.action]))
            }
        }
        for (region, actions) in open {
            let parts = space.parts(of: [ActionSpace.Area(action: actions[0], region: region)])
            found.append(
                Finding(
                    kind: .open, topic: topic, actions: actions.map(\.id), rules: [],
                    witness: space.witness(region, actions[0]), cases: parts.map(\.conditions)))
        }
        return found
    }

    /// Which rules are ever part of an answer, and where each applies.
    private struct Hearing {
        var applies: [String: (topic: String, action: String, witness: Facts)] = [:]
        var matters: Set<String> = []

        mutating func hear(_ here: ActionRules, _ space: inout ActionSpace, topic: String) {
            for (verdict, region) in space.verdicts(here) {
                for entry in here.entries where verdict.carries.contains(entry.rule.effect) {
                    if space.regions.and(entry.area, region) != Regions.none { matters.insert(entry.rule.id) }
                }
            }
            for entry in here.entries {
                guard let witness = space.witness(entry.area, here.action) else { continue }
                if let held = applies[entry.rule.id], held.witness.values.count <= witness.values.count { continue }
                applies[entry.rule.id] = (topic, here.action.id, witness)
            }
        }
    }
}

extension Rule {
    fileprivate func isAbout(anyOf actions: [String]) -> Bool {
        when.first { $0.fact == "action" }.map { !Set($0.values).isDisjoint(with: actions) } ?? true
    }
}

extension Facts {
    /// Whether only the action differs.
    fileprivate func isAlike(_ other: Facts) -> Bool {
        var (one, another) = (self, other)
        one["action"] = nil
        another["action"] = nil
        return one == another
    }
}
