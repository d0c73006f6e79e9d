/// How one text differs from another, line by line.
package struct LineChanges: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        /// In the second text if true, in the first if false.
        package var isAdded: Bool
        /// Of its own text, from 1.
        package var number: Int
        package var text: String
    }

    /// In the order of the texts; what went before what came.
    package var lines: [Line]

    /// - Parameter most: where more lines than these lie between the first change and the last, each text's part is taken
    ///   as a whole: an exact comparison would cost more than it tells.
    package init(from old: String, to new: String, most: Int = 1500) {
        let a = old.split(separator: "\n", omittingEmptySubsequences: false)
        let b = new.split(separator: "\n", omittingEmptySubsequences: false)
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        var end = 0
        while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
        let (left, right) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
        guard left.count <= most, right.count <= most else {
            lines =
                left.indices.map { Line(isAdded: false, number: $0 + 1, text: String(a[$0])) }
                + right.indices.map { Line(isAdded: true, number: $0 + 1, text: String(b[$0])) }
            return
        }
        lines = Array(right).difference(from: Array(left)).map { change in
            switch change {
            case .remove(let offset, let line, _): Line(isAdded: false, number: start + offset + 1, text: String(line))
            case .insert(let offset, let line, _): Line(isAdded: true, number: start + offset + 1, text: String(line))
            }
        }.sorted { ($0.number, $0.isAdded ? 1 : 0) < ($1.number, $1.isAdded ? 1 : 0) }
    }
}
