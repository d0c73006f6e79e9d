extension Vocabulary {
    /// Conditions in the labels' words, without the action: `A former pupil of this school, aged 16 or 17, not family
    /// (any employee)`.
    package func text(_ conditions: [Condition]) -> String {
        let parts = conditions.filter { $0.fact != "action" && $0.fact != "who" }.compactMap { condition in
            fact(condition.fact).map { $0.phrase(condition.values) }
        }
        let who = conditions.first { $0.fact == "who" }.flatMap { condition in
            fact("who").map { $0.askers(condition.values) }
        }
        guard !parts.isEmpty else { return who?.asFirstWords ?? "Anyone, whatever the facts" }
        return parts.joined(separator: ", ").asFirstWords + (who.map { " (\($0))" } ?? "")
    }

    /// Facts in the labels' words, without the action.
    package func text(_ known: Facts) -> String {
        text(facts.compactMap { fact in known[fact.id].map { Condition(fact: fact.id, values: [$0]) } })
    }

    /// The labels of actions, as one line of prose: `Follow somebody's account; look at or use somebody's page`.
    package func text(actions: [String]) -> String {
        let labels = actions.map { action($0)?.label ?? $0 }
        return ([labels.first ?? ""] + labels.dropFirst().map(\.asLaterWords)).joined(separator: "; ")
    }
}

extension Difference {
    /// In one sentence, without the actions. Each pack is told by words such as `at Oakdene Primary School`.
    package func text(in vocabulary: Vocabulary, first a: String, second b: String) -> String {
        "\(vocabulary.text(conditions)): \(answers(first: a, second: b))."
    }

    /// What each pack says: `not allowed at Oakdene, not covered at Waterville`.
    package func answers(first a: String, second b: String) -> String {
        guard kind == .duties else { return "\(first.text) \(a), \(second.text) \(b)" }
        let only = [(first, a), (second, b)].filter { !$0.0.duties.isEmpty }.map { answer, place in
            "only \(place): \(answer.duties.map(\.text).joined(separator: "; "))"
        }
        return "\(first.text) by both; \(only.joined(separator: "; "))"
    }
}

extension Pack {
    /// How two packs are told apart in a sentence: by school, or by edition when they are one school's.
    package static func places(_ a: Pack, _ b: Pack) -> (first: String, second: String) {
        guard a.id == b.id else {
            let names = (a.school.shortName, b.school.shortName)
            return names.0 == names.1
                ? ("at \(a.school.name)", "at \(b.school.name)") : ("at \(names.0)", "at \(names.1)")
        }
        guard a.edition == b.edition else { return ("under \(a.edition)", "under \(b.edition)") }
        return ("under the first", "under the second")
    }
}

extension SchoolFacts {
    /// The part of the name that people say: `Oakdene` of "Oakdene Primary School".
    package var shortName: String {
        let kinds: Set<String> = [
            "Primary", "Infant", "Infants", "Junior", "Juniors", "Nursery", "First", "Middle", "Community", "Church",
            "CE", "CofE", "RC", "Catholic", "School", "Academy",
        ]
        let words = name.split(separator: " ")
        let said = words.prefix { !kinds.contains(String($0)) }
        return said.isEmpty ? name : said.joined(separator: " ")
    }
}

extension Finding {
    /// In one sentence.
    package func text(in vocabulary: Vocabulary) -> String {
        let acts = vocabulary.text(actions: actions)
        let names = rules.map { "`\($0)`" }
        let rule = names.first ?? ""
        let ban = names.last ?? ""
        let shown = witness.map { vocabulary.text($0) } ?? ""
        return switch kind {
        case .requiredAndProhibited: "\(acts). \(shown): \(rule) requires it and \(ban) prohibits it."
        case .permittedAndProhibited: "\(acts). \(shown): \(rule) permits it and \(ban) prohibits it."
        case .impossible: "\(rule) can never apply."
        case .outranked: "\(rule) is never heard: wherever it applies a stricter rule speaks. \(acts). \(shown)."
        case .open: "\(acts). \(open(in: vocabulary)): the policy does not say."
        case .silent: "The policy says nothing of: \(acts.asLaterWords)."
        case .unfinished: "\(acts): the rules are too tangled to be analysed. Split them, or name fewer facts in each."
        }
    }

    /// The first of the cases that are open, and how many there are.
    private func open(in vocabulary: Vocabulary) -> String {
        let texts = cases.prefix(3).map { vocabulary.text($0) }
        let told = ([texts.first ?? ""] + texts.dropFirst().map(\.asLaterWords)).joined(separator: "; or ")
        let more = cases.count - texts.count
        return told + (more > 0 ? "; or \(more) more \(more == 1 ? "case" : "cases")" : "")
    }
}

extension Finding.Kind {
    package var title: String {
        switch self {
        case .requiredAndProhibited: "Required and prohibited at once"
        case .permittedAndProhibited: "Allowed and prohibited at once"
        case .impossible: "Rules that can never apply"
        case .outranked: "Rules that are never heard"
        case .open: "Questions left open"
        case .silent: "What the policy says nothing of"
        case .unfinished: "Too tangled to be analysed"
        }
    }
}

extension Difference.Kind {
    package var title: String {
        switch self {
        case .verdict: "Different answer"
        case .approval: "Approval from somebody else"
        case .duties: "Different duties"
        }
    }
}
