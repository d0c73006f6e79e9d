extension ActionSpace {
    /// A part of what something holds for, told in one sentence.
    struct Part {
        /// In the vocabulary's order; the conditions are the same for all of them.
        var actions: [Vocabulary.Action]
        /// Values of each fact, all of them within, whatever the facts that are not named are.
        var conditions: [Condition]
        /// The first action and the fewest facts that lead within this part.
        var witness: Facts
    }

    /// Areas of different actions in parts that together are all of them, the plainest first.
    ///
    /// A part cannot be made wider, and takes in every action for which it lies within and could not be wider either.
    /// Parts may overlap where one that did not would be harder to tell; none lies within the others. There are none once
    /// the regions are exhausted.
    mutating func parts(of areas: [Area]) -> [Part] {
        var pieces: [Piece] = []
        var left = areas.map(\.region)
        for place in areas.indices {
            let region = areas[place].region
            while let cube = regions.smallestCube(in: region, touching: left[place]) {
                let values = widened(cube, in: region, left: left[place])
                let box = regions.box(values)
                var sharing: [Int] = []
                for other in areas.indices.dropFirst(place) {
                    guard other == place || isWidest(values, box, areas[other], left: left[other]) else { continue }
                    left[other] = regions.minus(left[other], box)
                    sharing.append(other)
                }
                pieces.append(Piece(areas: sharing, values: values, box: box, cube: cube))
            }
        }
        guard !regions.isExhausted else { return [] }
        dropNeedless(&pieces, areas)
        return pieces.map { piece in
            let here = piece.areas.map { areas[$0].action }
            return Part(
                actions: here, conditions: conditions(piece.values), witness: facts(piece.cube, here[0]))
        }
    }

    /// A part while it is worked on.
    private struct Piece {
        /// Places of the areas that it belongs to; never empty.
        var areas: [Int]
        var values: [Int: Set<Int>]
        var box: Regions.Region
        var cube: [(fact: Int, value: Int)]
    }

    /// Each fact takes in every other value that stays within the region. It matters which fact is widened first; of two
    /// orders the one that covers more of what is left is taken.
    private mutating func widened(
        _ cube: [(fact: Int, value: Int)], in region: Regions.Region, left: Regions.Region
    ) -> [Int: Set<Int>] {
        let narrow = Dictionary(cube.map { ($0.fact, Set([$0.value])) }, uniquingKeysWith: { first, _ in first })
        let order = narrow.keys.sorted()
        let forward = widened(narrow, in: region, order: order)
        let backward = widened(narrow, in: region, order: order.reversed())
        guard forward != backward else { return forward }
        return covered(by: forward, of: left) >= covered(by: backward, of: left) ? forward : backward
    }

    private mutating func covered(by values: [Int: Set<Int>], of left: Regions.Region) -> Double {
        let box = regions.box(values)
        let both = regions.and(box, left)
        return regions.share(of: both)
    }

    private mutating func widened(
        _ narrow: [Int: Set<Int>], in region: Regions.Region, order: [Int]
    ) -> [Int: Set<Int>] {
        var values = narrow
        for fact in order {
            for value in 0..<regions.counts[fact] where fits(value, of: fact, beside: values, in: region) {
                values[fact]?.insert(value)
            }
        }
        return values
    }

    /// Whether a fact of a box that lies within a region may have one more value.
    private mutating func fits(
        _ value: Int, of fact: Int, beside values: [Int: Set<Int>], in region: Regions.Region
    ) -> Bool {
        guard values[fact]?.contains(value) == false else { return false }
        var slice = values
        slice[fact] = [value]
        let box = regions.box(slice)
        return regions.isWithin(box, region)
    }

    private mutating func isWidest(
        _ values: [Int: Set<Int>], _ box: Regions.Region, _ area: Area, left: Regions.Region
    ) -> Bool {
        guard regions.and(box, left) != Regions.none, regions.isWithin(box, area.region) else { return false }
        for fact in values.keys.sorted() {
            for value in 0..<regions.counts[fact] where fits(value, of: fact, beside: values, in: area.region) {
                return false
            }
        }
        return true
    }

    /// Takes out, action by action, what later parts cover too.
    private mutating func dropNeedless(_ pieces: inout [Piece], _ areas: [Area]) {
        for area in areas.indices {
            for place in pieces.indices where pieces[place].areas.contains(area) {
                var others = Regions.none
                for other in pieces.indices where other != place && pieces[other].areas.contains(area) {
                    others = regions.or(others, pieces[other].box)
                }
                if regions.isWithin(pieces[place].box, others) { pieces[place].areas.removeAll { $0 == area } }
            }
        }
        pieces.removeAll { $0.areas.isEmpty }
    }
}
