extension Diagram {
    /// Facts that can matter, by their places in the vocabulary.
    var facts: Set<Int> { Set(nodes.map(\.fact)) }

    /// How many different answers are left once a fact has a value (from 0).
    func answers(when fact: Int, is value: Int) -> Int {
        var reached = (nodes: [Bool](repeating: false, count: nodes.count), leaves: 0)
        var isLeft = [Bool](repeating: false, count: leaves.count)
        func reach(_ link: Link) {
            switch link {
            case .node(let place): reached.nodes[place] = true
            case .leaf(let place):
                reached.leaves += isLeft[place] ? 0 : 1
                isLeft[place] = true
            }
        }
        reach(root)
        // A node is made after all that it leads to, so the way down is the way back through the list.
        for place in nodes.indices.reversed() where reached.nodes[place] {
            let node = nodes[place]
            if node.fact == fact { reach(node.next[value]) } else { node.next.forEach(reach) }
        }
        return reached.leaves
    }

    /// The fact that, with each of its values as likely as any other, is expected to leave the fewest answers; of
    /// equals the first of the vocabulary. Nil when the question is settled.
    func bestQuestion(_ shape: RequestShape) -> Int? {
        var best: (fact: Int, left: Int, values: Int)?
        for fact in facts.sorted() {
            let values = shape.valueCounts[fact]
            let left = (0..<values).reduce(0) { $0 + answers(when: fact, is: $1) }
            // left / values < best.left / best.values, without fractions
            if let held = best, left * held.values >= held.left * values { continue }
            best = (fact, left, values)
        }
        return best?.fact
    }

    /// For each leaf the fewest facts on a way to it: the fact's place and the value's, from 1.
    func examples() -> [[(fact: Int, value: Int)]] {
        var found: [[(fact: Int, value: Int)]?] = Array(repeating: nil, count: leaves.count)
        var seen: Set<Link> = []
        var level: [(link: Link, path: [(fact: Int, value: Int)])] = [(root, [])]
        while !level.isEmpty {
            var below: [(link: Link, path: [(fact: Int, value: Int)])] = []
            for (link, path) in level where seen.insert(link).inserted {
                switch link {
                case .leaf(let place): found[place] = path
                case .node(let place):
                    for (value, next) in nodes[place].next.enumerated() {
                        below.append((next, path + [(nodes[place].fact, value + 1)]))
                    }
                }
            }
            level = below
        }
        return found.map { $0 ?? [] }
    }
}
