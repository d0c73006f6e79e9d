/// Sets of complete facts, as two-valued decision diagrams over a few facts of the vocabulary.
///
/// Diagrams are ordered, reduced and hash-consed, so two sets are the same set exactly when their numbers are equal.
struct Regions {
    /// A set of complete facts: the number of its diagram.
    typealias Region = Int

    /// The empty set, and the set of all facts.
    static let none: Region = 0
    static let all: Region = 1

    private struct Node: Hashable {
        /// Place in ``counts``.
        var fact: Int
        /// By the fact's values.
        var next: [Region]
    }

    private struct Pair: Hashable {
        var first: Region
        var second: Region
    }

    /// How many values each fact has, in the order of the diagrams.
    let counts: [Int]
    private var nodes: [Node] = []
    private var known: [Node: Region] = [:]
    private var both: [Pair: Region] = [:]
    private var opposite: [Region: Region] = [:]
    private var shortest: [Pair: Shortest] = [:]

    /// Far more than the rules on one action take in any school's policy.
    static let stepsAtMost = 100_000
    private var steps = 0
    /// Whether the work was given up because it would take too long. Every region made since is worth nothing.
    var isExhausted: Bool { steps > Self.stepsAtMost }

    private struct Shortest {
        /// Nil when there is none.
        var cube: [(fact: Int, value: Int)]?
    }

    init(counts: [Int]) { self.counts = counts }

    /// The facts of which each that is named has one of some values (from 0).
    mutating func box(_ values: [Int: Set<Int>]) -> Region {
        counts.indices.reversed().reduce(Self.all) { below, fact in
            guard let allowed = values[fact] else { return below }
            return node(fact, (0..<counts[fact]).map { allowed.contains($0) ? below : Self.none })
        }
    }

    mutating func not(_ region: Region) -> Region {
        if region < 2 { return 1 - region }
        if let link = opposite[region] { return link }
        guard mayGoOn() else { return Self.none }
        let old = nodes[region - 2]
        var next: [Region] = []
        for below in old.next { next.append(not(below)) }
        let link = node(old.fact, next)
        opposite[region] = link
        return link
    }

    mutating func and(_ a: Region, _ b: Region) -> Region {
        if a == Self.none || b == Self.none { return Self.none }
        if a == Self.all || a == b { return b }
        if b == Self.all { return a }
        let pair = Pair(first: min(a, b), second: max(a, b))
        if let link = both[pair] { return link }
        guard mayGoOn() else { return Self.none }
        let fact = min(nodes[a - 2].fact, nodes[b - 2].fact)
        var next: [Region] = []
        for value in 0..<counts[fact] { next.append(and(below(a, fact, value), below(b, fact, value))) }
        let link = node(fact, next)
        both[pair] = link
        return link
    }

    mutating func or(_ a: Region, _ b: Region) -> Region {
        let neither = and(not(a), not(b))
        return not(neither)
    }

    mutating func minus(_ a: Region, _ b: Region) -> Region {
        let rest = not(b)
        return and(a, rest)
    }

    mutating func isWithin(_ a: Region, _ b: Region) -> Bool { minus(a, b) == Self.none }

    /// The fewest values, each of another fact, that lead into a region whatever the other facts are, and that agree
    /// with some facts in `touching`. Nil when no facts are in both.
    mutating func smallestCube(in region: Region, touching: Region) -> [(fact: Int, value: Int)]? {
        if region == Self.none || touching == Self.none { return nil }
        if region == Self.all { return [] }
        let pair = Pair(first: region, second: touching)
        if let held = shortest[pair] { return held.cube }
        guard mayGoOn() else { return nil }
        let fact = touching < 2 ? nodes[region - 2].fact : min(nodes[region - 2].fact, nodes[touching - 2].fact)
        // Without this fact: into the region for each of its values, touching for at least one.
        var everywhere = Self.all
        var somewhere = Self.none
        for value in 0..<counts[fact] {
            everywhere = and(everywhere, below(region, fact, value))
            somewhere = or(somewhere, below(touching, fact, value))
        }
        var best = smallestCube(in: everywhere, touching: somewhere)
        for value in 0..<counts[fact] {
            let rest = smallestCube(in: below(region, fact, value), touching: below(touching, fact, value))
            guard let rest, rest.count + 1 < best?.count ?? .max else { continue }
            best = [(fact, value)] + rest
        }
        shortest[pair] = Shortest(cube: best)
        return best
    }

    /// How much of all facts a region is, from 0 to 1, each value of a fact being as likely as any other.
    func share(of region: Region) -> Double {
        var known: [Region: Double] = [:]
        func share(_ region: Region) -> Double {
            if region < 2 { return Double(region) }
            if let share = known[region] { return share }
            let node = nodes[region - 2]
            let sum = node.next.reduce(0) { $0 + share($1) } / Double(node.next.count)
            known[region] = sum
            return sum
        }
        return share(region)
    }

    /// One step more, if there may be one: also for work on regions that were known before, which else would be for free.
    mutating func mayGoOn() -> Bool {
        steps += isExhausted ? 0 : 1
        return !isExhausted
    }

    private func below(_ region: Region, _ fact: Int, _ value: Int) -> Region {
        guard region > 1, nodes[region - 2].fact == fact else { return region }
        return nodes[region - 2].next[value]
    }

    private mutating func node(_ fact: Int, _ next: [Region]) -> Region {
        if let first = next.first, next.allSatisfy({ $0 == first }) { return first }
        let node = Node(fact: fact, next: next)
        if let region = known[node] { return region }
        nodes.append(node)
        known[node] = nodes.count + 1
        return nodes.count + 1
    }
}
