/// Finds the name that somebody probably meant.
package enum Spelling {
    /// What is wrong with a name, and which was meant where one is close.
    package static func asking(_ fault: String, nearest: String?) -> String {
        fault + (nearest.map { " Did you mean `\($0)`?" } ?? "")
    }

    /// The known name with the fewest changes, if those are few for its length; the first of equals.
    package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let letters = Array(name.lowercased().utf8)
        guard letters.count <= 80 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in known {
            let other = Array(candidate.lowercased().utf8)
            guard abs(other.count - letters.count) <= 5 else { continue }
            let distance = distance(letters, other)
            guard distance <= max(2, max(letters.count, other.count) / 3), distance < max(letters.count, other.count)
            else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Letters added, dropped, changed or swapped with a neighbour to turn one into the other.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
