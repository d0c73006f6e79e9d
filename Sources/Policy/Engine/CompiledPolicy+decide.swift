/// Room for one decision after another, so that deciding allocates nothing. Make one for each policy and each task.
package struct DecisionScratch: Sendable {
    /// Words: of the lists that the last question ruled out, by blocks; of the rules that match; and of those whose
    /// `when` holds but that an exception lifts. One array, because each costs a look at who else holds it.
    fileprivate var words: [UInt64]
    fileprivate let matchingFrom: Int
    fileprivate let liftedFrom: Int

    package init(for policy: CompiledPolicy) {
        matchingFrom = policy.blocks * 8
        liftedFrom = matchingFrom + policy.words
        words = Array(repeating: 0, count: liftedFrom + policy.words)
    }

    /// A bit for each rule that matches, in the policy's own order: see ``CompiledPolicy/rules(in:)``.
    var matching: [UInt64] { Array(words[matchingFrom..<liftedFrom]) }
    var lifted: [UInt64] { Array(words[liftedFrom...]) }
}

extension CompiledPolicy {
    /// Decides a question of which every fact is known.
    ///
    /// The rules that match, and those that an exception lifts, are left in `scratch`. When it throws nothing is
    /// decided, and what `scratch` holds means nothing.
    /// - Throws: ``EvaluationError/incomplete(_:)``, ``EvaluationError/foreignRequest`` or
    ///   ``EvaluationError/damagedPolicy``.
    package func decide(_ request: Request, using scratch: inout DecisionScratch) throws(EvaluationError) -> Verdict {
        try check(request.shape, scratch)
        guard request.isComplete else { throw .incomplete([]) }
        return try decide(request.values.span, from: 0, &scratch)
    }

    /// Decides questions one after the other. `body` gets the place of each in the batch, its verdict, and the scratch
    /// with the rules that match.
    /// - Throws: as for one question; `body` has had those before.
    package func decide(
        _ batch: RequestBatch, using scratch: inout DecisionScratch,
        _ body: (Int, Verdict, borrowing DecisionScratch) -> Void
    ) throws(EvaluationError) {
        try check(batch.shape, scratch)
        let (values, facts) = (batch.values.span, shape.valueCounts.count)
        for number in 0..<batch.count {
            body(number, try decide(values, from: number &* facts, &scratch), scratch)
        }
    }

    private func check(_ asked: RequestShape, _ scratch: borrowing DecisionScratch) throws(EvaluationError) {
        guard asked.fingerprint == shape.fingerprint, scratch.matchingFrom == blocks &* 8,
            scratch.liftedFrom &- scratch.matchingFrom == words
        else { throw .foreignRequest }
    }

    /// - Parameter first: where in `values` the question begins.
    @inline(__always)
    private func decide(
        _ values: Swift.Span<UInt8>, from first: Int, _ scratch: inout DecisionScratch
    ) throws(EvaluationError) -> Verdict {
        let rows = columns.span
        let matchingFrom = scratch.matchingFrom
        guard first >= 0, lastFact < values.count &- first else { throw .damagedPolicy }
        var bits = scratch.words.mutableSpan
        for block in 0..<blocks {
            var out = unused[block]
            let start = block &* columnsInBlock
            for lookup in lookups {
                let row = start &+ lookup.base &+ Int(values[unchecked: first &+ lookup.fact])
                // A place outside the tables would be a fault of the tables: it is told and never read.
                guard UInt(bitPattern: row) < UInt(bitPattern: rows.count) else { throw .damagedPolicy }
                out |= rows[unchecked: row]
            }
            for lane in 0..<8 { bits[block &* 8 &+ lane] = out[lane] }
        }
        return match(&bits, matchingFrom)
    }

    /// The rules that match, by their places in the pack, in its order.
    package func rules(in scratch: DecisionScratch) -> [Int] { rules(in: scratch.matching) }

    /// The rules that would match but for an exception, likewise.
    package func liftedRules(in scratch: DecisionScratch) -> [Int] { rules(in: scratch.lifted) }

    /// The rules that match, in no certain order, without making a list of them.
    package func forEachRule(in scratch: borrowing DecisionScratch, _ body: (Int) -> Void) {
        let (words, order) = (scratch.words.span, order.span)
        for word in 0..<self.words {
            var bits = words[scratch.matchingFrom &+ word]
            while bits != 0 {
                body(order[word &* 64 &+ bits.trailingZeroBitCount])
                bits &= bits &- 1
            }
        }
    }

    func rules(in bits: [UInt64]) -> [Int] {
        order.indices.filter { bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { order[$0] }.sorted()
    }

    /// A rule matches when its `when` holds and none of its exceptions does.
    @inline(__always)
    private func match(_ bits: inout MutableSpan<UInt64>, _ matchingFrom: Int) -> Verdict {
        let liftedFrom = matchingFrom &+ words
        for word in 0..<words { bits[matchingFrom &+ word] = ~bits[word] }
        for lift in lifts { bits[matchingFrom &+ lift.word] &= bits[lift.exception] }
        var speaking = SIMD4<UInt64>.zero
        for word in 0..<words {
            let matching = bits[matchingFrom &+ word]
            bits[liftedFrom &+ word] = ~bits[word] & ~matching
            speaking |= effects[word] & SIMD4(repeating: matching)
        }
        return Verdict(speaking: speaking)
    }
}

extension Verdict {
    /// The strictest of which there are rules; lanes as in ``CompiledPolicy/effects``.
    @inline(__always)
    init(speaking rules: SIMD4<UInt64>) {
        // Without branches, because the next verdict is anybody's guess.
        var spoken = 0b10000
        for lane in 0..<4 { spoken |= (rules[lane] == 0 ? 0 : 1) << lane }
        self =
            switch spoken.trailingZeroBitCount {
            case 0: .prohibited
            case 1: .needsApproval
            case 2: .required
            case 3: .permitted
            default: .notCovered
            }
    }
}
