/// Room for one decision after another, so that deciding allocates nothing. Make one for each policy and each task.
package struct DecisionScratch: Sendable {
    fileprivate var ruledOut: [SIMD8<UInt64>]
    /// A bit for each rule that matches, in the policy's own order: see ``CompiledPolicy/rules(in:)``.
    fileprivate(set) var matching: [UInt64]

    package init(for policy: CompiledPolicy) {
        ruledOut = Array(repeating: .zero, count: policy.blocks)
        matching = Array(repeating: 0, count: policy.words)
    }

    fileprivate func ruledOut(_ word: Int) -> UInt64 { ruledOut[word / 8][word % 8] }
}

extension CompiledPolicy {
    /// Decides a question of which every fact is known.
    ///
    /// The rules that match are left in `scratch`.
    /// - Throws: ``EvaluationError/incomplete(_:)`` or ``EvaluationError/foreignRequest``, and then nothing is decided.
    package func decide(_ request: Request, using scratch: inout DecisionScratch) throws(EvaluationError) -> Verdict {
        guard request.shape.fingerprint == shape.fingerprint, scratch.matching.count == words,
            scratch.ruledOut.count == blocks
        else { throw .foreignRequest }
        guard request.isComplete else { throw .incomplete([]) }
        let (columns, bases, facts) = (columns.span, bases.span, activeFacts.span)
        let values = request.values.span
        for block in 0..<blocks {
            var out = unused[block]
            let start = block &* columnsInBlock
            for index in 0..<facts.count { out |= columns[start &+ bases[index] &+ Int(values[facts[index]])] }
            scratch.ruledOut[block] = out
        }
        return match(&scratch)
    }

    /// The rules that match, by their places in the pack, in its order.
    package func rules(in scratch: DecisionScratch) -> [Int] { rules(in: scratch.matching) }

    func rules(in bits: [UInt64]) -> [Int] {
        order.indices.filter { bits[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { order[$0] }.sorted()
    }

    /// A rule matches when its `when` holds and none of its exceptions does.
    private func match(_ scratch: inout DecisionScratch) -> Verdict {
        var (isProhibited, needsLeave, isRequired, isPermitted) = (false, false, false, false)
        for word in 0..<words {
            var matching = ~scratch.ruledOut(word)
            for plane in 1..<planes.count where word < planes[plane].count {
                matching &= scratch.ruledOut(planes[plane].lowerBound &+ word)
            }
            scratch.matching[word] = matching
            isProhibited = isProhibited || matching & prohibited[word] != 0
            needsLeave = needsLeave || matching & needsApproval[word] != 0
            isRequired = isRequired || matching & required[word] != 0
            isPermitted = isPermitted || matching & permitted[word] != 0
        }
        if isProhibited { return .prohibited }
        if needsLeave { return .needsApproval }
        if isRequired { return .required }
        return isPermitted ? .permitted : .notCovered
    }
}
