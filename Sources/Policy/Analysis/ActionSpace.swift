/// All the questions that can be asked about the actions of one topic: `who`, and the facts that an action lists, vary.
///
/// The regions of all its actions are over the same facts, so that one that is the same for two actions has one number.
struct ActionSpace {
    let vocabulary: Vocabulary
    let actions: [Vocabulary.Action]
    /// The facts that vary, in the vocabulary's order: those that any of the actions lists.
    let facts: [Fact]
    var regions: Regions

    /// Where something holds for one action.
    struct Area {
        var action: Vocabulary.Action
        var region: Regions.Region
    }

    init(_ actions: [Vocabulary.Action], in vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.actions = actions
        let listed = Set(actions.flatMap(\.facts)).union(["who"])
        facts = vocabulary.facts.filter { listed.contains($0.id) }
        regions = Regions(counts: facts.map(\.values.count))
    }

    /// The spaces of all topics, in the vocabulary's order.
    static func all(in vocabulary: Vocabulary) -> [ActionSpace] {
        vocabulary.topics.map { topic in
            ActionSpace(vocabulary.actions.filter { $0.topic == topic.id }, in: vocabulary)
        }
    }

    /// Where a rule matches.
    mutating func matching(_ rule: Rule, _ action: Vocabulary.Action) -> Regions.Region {
        var region = box(rule.when, action)
        for exception in rule.unless where region != Regions.none {
            let lifted = box(exception, action)
            region = regions.minus(region, lifted)
        }
        return region
    }

    /// The rules that match somewhere, each with where.
    mutating func matching(_ rules: [Rule], _ action: Vocabulary.Action) -> ActionRules {
        var found: [ActionRules.Entry] = []
        for rule in rules {
            let area = matching(rule, action)
            if area != Regions.none { found.append(ActionRules.Entry(rule: rule, area: area)) }
        }
        return ActionRules(action: action, entries: found)
    }

    /// Where conditions hold. The reader of packs has refused rules on facts that the action does not list; should
    /// there be one all the same, it holds nowhere here, because its fact is never known.
    private mutating func box(_ conditions: [Condition], _ action: Vocabulary.Action) -> Regions.Region {
        var allowed: [Int: Set<Int>] = [:]
        for condition in conditions {
            if condition.fact == "action" {
                guard condition.values.contains(action.id) else { return Regions.none }
                continue
            }
            guard let place = place(of: condition.fact, for: action) else { return Regions.none }
            let values = Set(
                facts[place].values.indices.filter { condition.values.contains(facts[place].values[$0].id) })
            allowed[place] = (allowed[place] ?? values).intersection(values)
        }
        return regions.box(allowed)
    }

    private func place(of fact: String, for action: Vocabulary.Action) -> Int? {
        guard fact == "who" || action.facts.contains(fact) else { return nil }
        return facts.firstIndex { $0.id == fact }
    }

    /// The fewest facts that, beside the action, lead into a region for certain; nil when it is empty.
    mutating func witness(_ region: Regions.Region, _ action: Vocabulary.Action) -> Facts? {
        regions.smallestCube(in: region, touching: region).map { facts($0, action) }
    }

    func facts(_ cube: [(fact: Int, value: Int)], _ action: Vocabulary.Action) -> Facts {
        cube.reduce(into: Facts(["action": action.id])) { found, step in
            found[facts[step.fact].id] = facts[step.fact].values[step.value].id
        }
    }

    /// Conditions on the places of facts, in the vocabulary's words and order.
    func conditions(_ values: [Int: Set<Int>]) -> [Condition] {
        values.keys.sorted().map { fact in
            Condition(fact: facts[fact].id, values: (values[fact] ?? []).sorted().map { facts[fact].values[$0].id })
        }
    }
}

/// The rules of a pack that match somewhere for one action.
struct ActionRules {
    struct Entry {
        var rule: Rule
        /// Where it matches; never empty.
        var area: Regions.Region
    }

    var action: Vocabulary.Action
    /// In the pack's order.
    var entries: [Entry]

    /// Where any of some rules matches.
    func area(_ regions: inout Regions, where wanted: (Rule) -> Bool) -> Regions.Region {
        var region = Regions.none
        for entry in entries where wanted(entry.rule) { region = regions.or(region, entry.area) }
        return region
    }
}
