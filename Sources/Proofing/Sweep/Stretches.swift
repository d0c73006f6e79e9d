/// Stretches of a text, made so that asking whether one of them is touched costs no more in a long text than in a short.
struct Stretches {
    /// In order and apart.
    private var spans: [Range<Int>] = []

    init(_ all: [Range<Int>]) {
        for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) where !span.isEmpty {
            if let last = spans.last, span.lowerBound < last.upperBound {
                spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                spans.append(span)
            }
        }
    }

    func overlap(_ span: Range<Int>) -> Bool {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].upperBound <= span.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].lowerBound < span.upperBound
    }
}
