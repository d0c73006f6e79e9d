/// What is certain and what is possible of a policy's rules when some facts are known: the three-valued evaluation.
///
/// A list of conditions is ruled out by the known facts, certain because no unknown fact can rule it out, or open.
struct Weighing: Sendable {
    let policy: CompiledPolicy
    /// Bits of the lists that are ruled out, by words of all planes.
    var ruledOut: [UInt64]
    /// Bits of the lists that some value of an unknown fact would rule out.
    var atRisk: [UInt64]

    /// With nothing known of any fact.
    init(_ policy: CompiledPolicy) {
        self.policy = policy
        ruledOut = policy.row(policy.unused)
        atRisk = Array(repeating: 0, count: policy.width)
    }

    init(_ policy: CompiledPolicy, _ request: Request) {
        self.init(policy)
        for (index, lookup) in policy.lookups.enumerated() {
            let value = Int(request.values[lookup.fact])
            if value > 0 {
                ruleOut(policy.column(index, value: value))
            } else {
                ruleOut(policy.column(index, value: 0))
                let risks = policy.openColumn(index)
                for word in risks.indices { atRisk[word] |= risks[word] }
            }
        }
    }

    mutating func ruleOut(_ column: [UInt64]) {
        for word in column.indices { ruledOut[word] |= column[word] }
    }

    /// Rules that match whatever the unknown facts are. Exact.
    var certain: [UInt64] { rules(holding: { ~(ruledOut[$0] | atRisk[$0]) }, lifting: { ~ruledOut[$0] }) }

    /// Rules that may match. A rule whose exceptions together cover every case may be among them.
    var possible: [UInt64] { rules(holding: { ~ruledOut[$0] }, lifting: { ~(ruledOut[$0] | atRisk[$0]) }) }

    private func rules(holding: (Int) -> UInt64, lifting: (Int) -> UInt64) -> [UInt64] {
        (0..<policy.words).map { word in
            var bits = holding(word)
            for plane in policy.exceptions where word < plane.count {
                bits &= ~lifting(plane.lowerBound + word)
            }
            return bits
        }
    }
}

extension CompiledPolicy {
    /// The strictest verdict of the rules in a set.
    func verdict(of rules: [UInt64]) -> Verdict {
        let speaking = zip(rules, effects).reduce(SIMD4.zero) { $0 | ($1.1 & SIMD4(repeating: $1.0)) }
        return Verdict(speaking: speaking)
    }

    /// What a value of an active fact rules out; for value 0, what every value does.
    func column(_ activeFact: Int, value: Int) -> [UInt64] {
        row((0..<blocks).map { columns[$0 * columnsInBlock + lookups[activeFact].base + value] })
    }

    /// What at least one value of an active fact rules out.
    func openColumn(_ activeFact: Int) -> [UInt64] {
        row((0..<blocks).map { open[$0 * lookups.count + activeFact] })
    }

    func row(_ blocks: [SIMD8<UInt64>]) -> [UInt64] {
        (0..<width).map { blocks[$0 / 8][$0 % 8] }
    }
}
