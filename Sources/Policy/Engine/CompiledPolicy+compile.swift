extension CompiledPolicy {
    /// Compiles rules whose facts and values all stand in the vocabulary; a name that does not would rule its list out
    /// for ever, which is why packs are checked before.
    package init(rules: [Rule], vocabulary: Vocabulary) {
        let order = rules.indices.sorted { (-rules[$0].unless.count, $0) < (-rules[$1].unless.count, $1) }
        let planes = Self.layOut(order.map { rules[$0].unless.count })
        let width = planes.last?.upperBound ?? 0
        let lists = Self.lists(rules, order: order, planes: planes, vocabulary: vocabulary)
        let active = vocabulary.facts.indices.filter { fact in lists.contains { $0.allowed[fact] != nil } }

        var lookups: [Lookup] = []
        var rows: [[UInt64]] = []
        var open: [[UInt64]] = []
        for fact in active {
            lookups.append(Lookup(fact: fact, base: rows.count))
            let values = (0..<vocabulary.shape.valueCounts[fact]).map { value in
                Self.column(width: width, lists: lists) { $0.allowed[fact].map { !$0.contains(value) } ?? false }
            }
            let nothing = [UInt64](repeating: 0, count: width)
            let all = [UInt64](repeating: .max, count: width)
            rows.append(values.reduce(all) { zip($0, $1).map(&) })
            rows += values
            open.append(values.reduce(nothing) { zip($0, $1).map(|) })
        }
        let blocks = max(1, (width + 7) / 8)
        self.init(
            shape: vocabulary.shape, rules: rules, order: order, planes: planes, blocks: blocks, lookups: lookups,
            columns: Self.inBlocks(rows, blocks), columnsInBlock: rows.count,
            open: Self.inBlocks(open, blocks),
            unused: Self.inBlocks([Self.column(width: width, lists: lists) { _ in true }.map { ~$0 }], blocks))
    }

    private init(
        shape: RequestShape, rules: [Rule], order: [Int], planes: [Range<Int>], blocks: Int, lookups: [Lookup],
        columns: [SIMD8<UInt64>], columnsInBlock: Int, open: [SIMD8<UInt64>], unused: [SIMD8<UInt64>]
    ) {
        self.shape = shape
        ruleCount = rules.count
        self.order = order
        var places = Array(repeating: 0, count: rules.count)
        for (place, rule) in order.enumerated() { places[rule] = place }
        self.places = places
        self.planes = planes
        self.blocks = blocks
        self.lookups = lookups
        lastFact = lookups.map(\.fact).max() ?? -1
        self.columns = columns
        self.columnsInBlock = columnsInBlock
        self.open = open
        self.unused = unused

        exceptions = Array(planes.dropFirst())
        lifts = exceptions.flatMap { plane in plane.map { (word: $0 - plane.lowerBound, exception: $0) } }
        let words = planes[0].count
        self.words = words
        func mask(_ wanted: (Rule) -> Bool) -> [UInt64] {
            var mask = [UInt64](repeating: 0, count: words)
            for (place, rule) in order.enumerated() where wanted(rules[rule]) {
                mask[place / 64] |= 1 << UInt64(place % 64)
            }
            return mask
        }
        let masks = [RuleEffect.prohibited, .needsApproval, .required, .permitted].map { effect in
            mask { $0.effect == effect }
        }
        effects = (0..<words).map { word in
            SIMD4(masks[0][word], masks[1][word], masks[2][word], masks[3][word])
        }
        let byRank = Verdict.allCases.sorted { $0.rank < $1.rank }
        carried = byRank.map { verdict in mask { verdict.carries.contains($0.effect) } }
        decisive = byRank.map { verdict in
            mask { rule in
                let outranks = (rule.effect.verdict?.rank ?? -1) > verdict.rank
                let adds = !rule.obligations.isEmpty || (rule.effect == .needsApproval && !rule.approval.isEmpty)
                return outranks || (adds && verdict.carries.contains(rule.effect))
            }
        }
        seal = tablesHash
    }

    /// A `when` or an `unless`, with the bit that stands for it.
    private struct ConditionList {
        var bit: Int
        /// By fact: places of the values that it allows, from 0.
        var allowed: [Int: Set<Int>]
    }

    /// Words of each plane, one after the other; counts are those of the rules' exceptions, falling.
    private static func layOut(_ counts: [Int]) -> [Range<Int>] {
        var planes: [Range<Int>] = []
        for plane in 0...(counts.first ?? 0) {
            let start = planes.last?.upperBound ?? 0
            let rules = plane == 0 ? counts.count : counts.count { $0 >= plane }
            planes.append(start..<(start + (rules + 63) / 64))
        }
        return planes
    }

    private static func lists(
        _ rules: [Rule], order: [Int], planes: [Range<Int>], vocabulary: Vocabulary
    ) -> [ConditionList] {
        func list(_ conditions: [Condition], bit: Int) -> ConditionList {
            var allowed: [Int: Set<Int>] = [:]
            for condition in conditions {
                guard let place = vocabulary.place(of: condition.fact) else { continue }
                let wanted = Set(condition.values)
                let values = vocabulary.facts[place].values.indices.filter {
                    wanted.contains(vocabulary.facts[place].values[$0].id)
                }
                allowed[place] = (allowed[place] ?? Set(values)).intersection(values)
            }
            return ConditionList(bit: bit, allowed: allowed)
        }
        var lists: [ConditionList] = []
        for (place, rule) in order.enumerated() {
            lists.append(list(rules[rule].when, bit: place))
            for (number, exception) in rules[rule].unless.enumerated() {
                lists.append(list(exception, bit: planes[number + 1].lowerBound * 64 + place))
            }
        }
        return lists
    }

    private static func column(width: Int, lists: [ConditionList], rulesOut: (ConditionList) -> Bool) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: width)
        for list in lists where rulesOut(list) { words[list.bit / 64] |= 1 << UInt64(list.bit % 64) }
        return words
    }

    private static func inBlocks(_ rows: [[UInt64]], _ blocks: Int) -> [SIMD8<UInt64>] {
        (0..<blocks).flatMap { block in
            rows.map { row in
                var packed = SIMD8<UInt64>.zero
                for lane in 0..<8 where block * 8 + lane < row.count { packed[lane] = row[block * 8 + lane] }
                return packed
            }
        }
    }
}
