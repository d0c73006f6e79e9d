/// Stretches of a text, to be asked whether one of them touches another in a time that hardly grows with their number.
struct SpanIndex {
    private let starts: [Int]
    /// The furthest end of each stretch and those before it.
    private let ends: [Int]

    init(_ spans: [Range<Int>]) {
        let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
        starts = sorted.map(\.lowerBound)
        var furthest = 0
        ends = sorted.map {
            furthest = max(furthest, $0.upperBound)
            return furthest
        }
    }

    func touches(_ span: Range<Int>) -> Bool {
        // How many begin before its end.
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < span.upperBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ends[low - 1] > span.lowerBound
    }
}
