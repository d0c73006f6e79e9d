import Foundation

/// The middle of an odd number of values; of an even number the upper of the two in the middle.
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func short(_ value: Double) -> String { String(format: "%.2f", value) }
func whole(_ value: Double) -> String { String(Int(value)) }

/// `17,900,000`: three figures are all that a measurement like these is good for.
func thousands(_ value: Double) -> String {
    guard value >= 100 else { return String(format: "%.1f", value) }
    let unit = pow(10, (log10(value) - 2).rounded(.down))
    let digits = Array(String(Int((value / unit).rounded() * unit)))
    return digits.indices.reduce(into: "") { text, place in
        if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
        text.append(digits[place])
    }
}

/// `12 (11–14)`: the median of several runs, and the least and the most of them.
func range(_ values: [Double], _ text: (Double) -> String) -> String {
    let sorted = values.sorted()
    return "\(text(median(values))) (\(text(sorted[0]))–\(text(sorted[sorted.count - 1])))"
}

/// Seconds that this process has been at work, which the neighbours on the machine disturb less than the clock's.
func processSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Allocations so far, when the counter of `bin/allocations.c` was loaded before this program; nil otherwise.
func allocations() -> Int? {
    typealias Counter = @convention(c) () -> Int
    guard let symbol = dlsym(nil, "hornbook_allocations") else { return nil }
    return unsafeBitCast(symbol, to: Counter.self)()
}
