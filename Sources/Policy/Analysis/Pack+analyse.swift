/// Something about a pack that its school should know, with the fewest facts that show it.
package struct Finding: Sendable, Equatable, Codable {
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
        /// For some facts no rule gives a verdict on the action.
        case open
        /// The rules on the action are too tangled to be analysed in reasonable time: nothing was found out of it.
        case unfinished
    }

    package var kind: Kind
    /// Nil only for a rule that can never apply.
    package var action: String?
    /// Identifiers of the rules concerned: the one that requires or permits before the one that prohibits.
    package var rules: [String]
    /// The action and the fewest facts for every completion of which the finding holds; nil for an impossible rule
    /// and for an action that was not analysed.
    /// For an outranked rule: where it applies without being heard.
    package var witness: Facts?
}

extension Pack {
    /// Everything that exact analysis finds in the rules, by kind, then in the vocabulary's and the pack's order.
    ///
    /// Conflicts are found for each action and each pair of rules, and open questions for each action. `who` and the
    /// facts that an action lists vary; nothing else does. Advice has no part in conflicts, and matters whenever it
    /// applies; a rule that requires also matters beside one that asks for leave, whose answer carries it.
    package func analyse() -> [Finding] {
        var found: [Finding] = []
        var applies: [String: (action: String, witness: Facts)] = [:]
        var matters: Set<String> = []
        var unfinished: Set<String> = []
        for action in vocabulary.actions {
            var space = ActionSpace(action, in: vocabulary)
            let before = (found, applies, matters)
            let matching = rules.map { ($0, space.matching($0)) }.filter { $0.1 != Regions.none }
            found += Self.conflicts(matching, &space)
            let verdicts = space.verdicts(matching.map(\.0))
            for (verdict, region) in verdicts {
                if verdict == .notCovered, let witness = space.witness(region) {
                    found.append(Finding(kind: .open, action: action.id, rules: [], witness: witness))
                }
                for (rule, area) in matching where verdict.carries.contains(rule.effect) {
                    if space.regions.and(area, region) != Regions.none { matters.insert(rule.id) }
                }
            }
            for (rule, area) in matching {
                guard let witness = space.witness(area) else { continue }
                if let held = applies[rule.id], held.witness.values.count <= witness.values.count { continue }
                applies[rule.id] = (action.id, witness)
            }
            if space.regions.isExhausted {
                (found, applies, matters) = before
                found.append(Finding(kind: .unfinished, action: action.id, rules: [], witness: nil))
                unfinished.insert(action.id)
            }
        }
        // Of a rule on an action that was not analysed it is not known whether it matters.
        let mayMatter = rules.filter { rule in
            let actions = rule.when.first { $0.fact == "action" }?.values
            return actions.map { !unfinished.isDisjoint(with: $0) } ?? !unfinished.isEmpty
        }.map(\.id)
        matters.formUnion(mayMatter)
        for rule in rules where !matters.contains(rule.id) {
            let shown = applies[rule.id]
            found.append(
                Finding(
                    kind: shown == nil ? .impossible : .outranked, action: shown?.action, rules: [rule.id],
                    witness: shown?.witness))
        }
        return Finding.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
    }

    private static func conflicts(_ matching: [(Rule, Regions.Region)], _ space: inout ActionSpace) -> [Finding] {
        var found: [Finding] = []
        for (rule, area) in matching where rule.effect == .required || rule.effect == .permitted {
            for (ban, banned) in matching where ban.effect == .prohibited {
                let shared = space.regions.and(area, banned)
                guard let witness = space.witness(shared) else { continue }
                found.append(
                    Finding(
                        kind: rule.effect == .required ? .requiredAndProhibited : .permittedAndProhibited,
                        action: space.action.id, rules: [rule.id, ban.id], witness: witness))
            }
        }
        return found
    }
}
