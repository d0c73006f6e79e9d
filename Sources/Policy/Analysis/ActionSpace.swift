/// All the questions that can be asked about one action: `who`, and the facts that the action lists, vary.
struct ActionSpace {
    let vocabulary: Vocabulary
    let action: Vocabulary.Action
    /// The facts that vary, in the vocabulary's order.
    let facts: [Fact]
    var regions: Regions

    init(_ action: Vocabulary.Action, in vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.action = action
        facts = vocabulary.facts.filter { $0.id == "who" || action.facts.contains($0.id) }
        regions = Regions(counts: facts.map(\.values.count))
    }

    /// Where a rule matches.
    mutating func matching(_ rule: Rule) -> Regions.Region {
        var region = box(rule.when)
        for exception in rule.unless {
            let lifted = box(exception)
            region = regions.minus(region, lifted)
        }
        return region
    }

    /// Where any of some rules matches.
    mutating func matching(anyOf rules: [Rule]) -> Regions.Region {
        var region = Regions.none
        for rule in rules {
            let more = matching(rule)
            region = regions.or(region, more)
        }
        return region
    }

    /// Where conditions hold. The reader of packs has refused rules on facts that the action does not list; should
    /// there be one all the same, it holds nowhere here, because its fact is never known.
    private mutating func box(_ conditions: [Condition]) -> Regions.Region {
        var allowed: [Int: Set<Int>] = [:]
        for condition in conditions {
            if condition.fact == "action" {
                guard condition.values.contains(action.id) else { return Regions.none }
                continue
            }
            guard let place = facts.firstIndex(where: { $0.id == condition.fact }) else { return Regions.none }
            let values = Set(
                facts[place].values.indices.filter { condition.values.contains(facts[place].values[$0].id) })
            allowed[place] = (allowed[place] ?? values).intersection(values)
        }
        return regions.box(allowed)
    }

    /// The fewest facts that, beside the action, lead into a region for certain; nil when it is empty.
    mutating func witness(_ region: Regions.Region) -> Facts? {
        regions.smallestCube(in: region, touching: region).map(facts)
    }

    func facts(_ cube: [(fact: Int, value: Int)]) -> Facts {
        cube.reduce(into: Facts(["action": action.id])) { found, step in
            found[facts[step.fact].id] = facts[step.fact].values[step.value].id
        }
    }

    /// A part of a region that is told in one sentence.
    struct Part {
        /// Values of each fact, all of them in the region whatever the facts that are not named are.
        var conditions: [Condition]
        /// The fewest facts that lead into the region, within this part.
        var witness: Facts
    }

    /// The region in parts that together are all of it, the plainest first.
    mutating func parts(of region: Regions.Region) -> [Part] {
        var parts: [Part] = []
        var left = region
        while let cube = regions.smallestCube(in: region, touching: left) {
            var values = Dictionary(uniqueKeysWithValues: cube.map { ($0.fact, Set([$0.value])) })
            // Each fact takes in every other value that stays within the region.
            for fact in values.keys.sorted() {
                for value in 0..<regions.counts[fact] where values[fact]?.contains(value) == false {
                    var wider = values
                    wider[fact] = [value]
                    let box = regions.box(wider)
                    if regions.isWithin(box, region) { values[fact]?.insert(value) }
                }
            }
            let box = regions.box(values)
            left = regions.minus(left, box)
            let conditions = values.keys.sorted().map { fact in
                Condition(fact: facts[fact].id, values: (values[fact] ?? []).sorted().map { facts[fact].values[$0].id })
            }
            parts.append(Part(conditions: conditions, witness: facts(cube)))
        }
        return parts
    }
}
