extension Pack {
    /// How many facts a flip changes at most: nobody could follow more.
    static let flipsChangeAtMost = 3

    /// The smallest changes of facts that would turn a settled answer into a settled one with another verdict: those of
    /// the fewest facts, in the vocabulary's order. Who asks and what they want to do is never changed. None for a
    /// question that is not settled, and where no change of up to three facts does it.
    /// - Throws: for a fact or a value that the vocabulary does not have, and when there are too many changes to try.
    package func flips(of facts: Facts, atMost count: Int = 3) throws(EvaluationError) -> [Flip] {
        let request = try vocabulary.request(facts)
        guard let verdict = try consider(facts).settled else { return [] }
        let fixed = ["who", "action"].compactMap(vocabulary.place(of:))
        var question = Request(shape: compiled.shape)
        for fact in fixed { question.set(fact, to: Int(request.values[fact])) }
        let diagram = try Diagram(compiled, question, answer: answer)
        guard diagram.leaves.contains(where: { $0.verdict != verdict }) else { return [] }

        // A fact that is not in the diagram cannot matter, so no smallest change has it.
        var search = FlipSearch(
            diagram: diagram, verdict: verdict, facts: diagram.facts.subtracting(fixed).sorted(), wanted: count)
        for size in 1...Pack.flipsChangeAtMost where search.found.isEmpty {
            try search.run(from: request, size: size)
        }
        return search.found.map { found, verdict in
            let changed = vocabulary.facts(of: found)
            let changes = vocabulary.facts.compactMap { fact in
                changed[fact.id].flatMap { $0 == facts[fact.id] ? nil : Flip.Change(fact: fact.id, value: $0) }
            }
            return Flip(changes: changes, verdict: verdict, facts: changed)
        }
    }
}

/// Tries every change of so many facts, in order, until enough are found.
private struct FlipSearch {
    let diagram: Diagram
    /// What the answer is now.
    let verdict: Verdict
    /// Facts that may be changed, in order.
    let facts: [Int]
    let wanted: Int
    var found: [(request: Request, verdict: Verdict)] = []

    /// Changes that were looked at, and how many may be.
    private var looks = 0
    private static let looksAtMost = 200_000

    init(diagram: Diagram, verdict: Verdict, facts: [Int], wanted: Int) {
        self.diagram = diagram
        self.verdict = verdict
        self.facts = facts
        self.wanted = wanted
    }

    mutating func run(from request: Request, size: Int) throws(EvaluationError) {
        try change(request, size, facts[...])
    }

    private mutating func change(
        _ request: Request, _ left: Int, _ facts: ArraySlice<Int>
    ) throws(EvaluationError) {
        guard left > 0 else {
            looks += 1
            guard looks <= Self.looksAtMost else { throw .tooManyPossibilities }
            if let other = diagram.settled(request)?.verdict, other != verdict { found.append((request, other)) }
            return
        }
        for place in facts.indices {
            let fact = facts[place]
            for value in 1...request.shape.valueCounts[fact] where value != Int(request.values[fact]) {
                guard found.count < wanted else { return }
                try change(request.setting(fact, to: value), left - 1, facts[(place + 1)...])
            }
        }
    }
}

extension Diagram {
    /// The one answer that is left when the facts are as the request says; nil when several are.
    fileprivate func settled(_ request: Request) -> Answer? {
        var reached: Int?
        var seen: Set<Link> = []
        var waiting = [root]
        while let link = waiting.popLast() {
            guard seen.insert(link).inserted else { continue }
            switch link {
            case .leaf(let place):
                if let reached, reached != place { return nil }
                reached = place
            case .node(let place):
                let value = Int(request.values[nodes[place].fact])
                waiting += value > 0 ? [nodes[place].next[value - 1]] : nodes[place].next
            }
        }
        return reached.map { leaves[$0] }
    }
}
