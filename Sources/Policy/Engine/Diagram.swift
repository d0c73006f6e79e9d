/// The answers that are still possible, as a multi-valued decision diagram over the unknown facts.
///
/// The diagram is ordered by the vocabulary and reduced: equal nodes are one node, and a fact whose every value leads
/// to the same node has none. So a fact stands in it exactly when it can matter, and a settled question is one leaf.
struct Diagram: Sendable {
    /// Refers to a node or to a leaf.
    enum Link: Hashable, Sendable {
        /// By the place in ``leaves``.
        case leaf(Int)
        /// By the place in ``nodes``.
        case node(Int)
    }

    struct Node: Hashable, Sendable {
        /// Place in the vocabulary.
        var fact: Int
        /// By the fact's values.
        var next: [Link]
    }

    private(set) var nodes: [Node] = []
    /// What a person is told, one entry for each answer that differs.
    private(set) var leaves: [Answer] = []
    private(set) var root: Link = .leaf(0)

    private var known: [Node: Int] = [:]
    private var answers: [Answer: Int] = [:]
    private var remembered: [State: Link] = [:]

    /// All that the rest of the diagram depends on, once the facts before `next` are known.
    private struct State: Hashable {
        var next: Int
        var ruledOut: [UInt64]
    }

    /// More than any school's policy comes near, whatever is asked; past them the question is refused rather than
    /// answered late, so that a policy made to be hard can neither hold up the program nor take its memory.
    static let stepsAtMost = 20_000
    static let answersAtMost = 1_000

    /// - Parameter answer: what the rules in a set, taken together, say.
    init(
        _ policy: CompiledPolicy, _ request: Request, answer: ([UInt64]) -> Answer
    ) throws(EvaluationError) {
        let unknown = policy.lookups.indices.filter { request.values[policy.lookups[$0].fact] == 0 }
        // What the unknown facts from each place on could still rule out.
        var risks = [Array(repeating: UInt64(0), count: policy.width)]
        for fact in unknown.reversed() { risks.append(zip(risks[risks.count - 1], policy.openColumn(fact)).map(|)) }
        risks.reverse()
        root = try build(
            Weighing(policy, request).ruledOut, at: 0, of: unknown, risks: risks, policy: policy, answer: answer)
    }

    private mutating func build(
        _ ruledOut: [UInt64], at place: Int, of unknown: [Int], risks: [[UInt64]], policy: CompiledPolicy,
        answer: ([UInt64]) -> Answer
    ) throws(EvaluationError) -> Link {
        var weighing = Weighing(policy)
        weighing.ruledOut = ruledOut
        weighing.atRisk = risks[place]
        let certain = weighing.certain
        let rank = policy.verdict(of: certain).rank
        let undecided = zip(weighing.possible, certain).map { $0 & ~$1 }
        let open = zip(undecided, policy.decisive[rank]).map(&)
        guard open.contains(where: { $0 != 0 }) else { return try leaf(answer(certain)) }

        // Forget the rules that can no longer count, so that states which differ only in those are one.
        let counting = zip(open, zip(certain, policy.carried[rank]).map(&)).map(|)
        policy.forget(allBut: counting, in: &weighing.ruledOut)
        let state = State(next: place, ruledOut: weighing.ruledOut)
        if let link = remembered[state] { return link }
        guard remembered.count < Diagram.stepsAtMost else { throw .tooManyPossibilities }

        let fact = policy.lookups[unknown[place]].fact
        var next: [Link] = []
        for value in 1...policy.shape.valueCounts[fact] {
            var after = weighing
            after.ruleOut(policy.column(unknown[place], value: value))
            next.append(
                try build(after.ruledOut, at: place + 1, of: unknown, risks: risks, policy: policy, answer: answer))
        }
        let link = node(Node(fact: fact, next: next))
        remembered[state] = link
        return link
    }

    private mutating func leaf(_ answer: Answer) throws(EvaluationError) -> Link {
        if let place = answers[answer] { return .leaf(place) }
        guard leaves.count < Diagram.answersAtMost else { throw .tooManyPossibilities }
        leaves.append(answer)
        answers[answer] = leaves.count - 1
        return .leaf(leaves.count - 1)
    }

    private mutating func node(_ node: Node) -> Link {
        if let first = node.next.first, node.next.allSatisfy({ $0 == first }) { return first }
        if let place = known[node] { return .node(place) }
        nodes.append(node)
        known[node] = nodes.count - 1
        return .node(nodes.count - 1)
    }
}

/// What an answer asks of a person. Two questions are answered alike when these are equal, whatever rules say so.
struct Answer: Hashable, Sendable {
    var verdict: Verdict
    var approvals: [[Role]]
    var obligations: [Obligation]
}

extension CompiledPolicy {
    /// Rules out every list of the rules outside a set.
    func forget(allBut rules: [UInt64], in ruledOut: inout [UInt64]) {
        for plane in planes {
            for word in 0..<plane.count { ruledOut[plane.lowerBound + word] |= ~rules[word] }
        }
    }
}
