import Policy

/// The phrases made ready for the search: numbers in flat arrays, so that following one copies and counts nothing.
struct PhraseProgram: Sendable {
    /// What one part of a phrase accepts at a token.
    struct Step: Sendable {
        /// The list of words of which one may stand here; 0 for none.
        var list: UInt16 = 0
        /// How many words of any kind may stand here, for a part that is only that.
        var gap: UInt8?
        var tests: Tests = []
    }

    struct Tests: OptionSet, Sendable {
        let rawValue: UInt16
        static let number = Tests(rawValue: 1)
        static let money = Tests(rawValue: 2)
        static let percent = Tests(rawValue: 4)
        static let child = Tests(rawValue: 8)
        static let capital = Tests(rawValue: 16)
        static let optional = Tests(rawValue: 32)
        /// The words of the list want a capital.
        static let needsCapital = Tests(rawValue: 64)
        /// Beyond the last part.
        static let end = Tests(rawValue: 128)

        static let account = Tests(rawValue: 256)
        static let unknown = Tests(rawValue: 512)

        /// Those that a token alone passes.
        static let words: Tests = [.number, .money, .percent, .child, .capital, .unknown]
    }

    /// A phrase: what is said when it is found, and the step to begin at, one way and the other.
    struct Line: Sendable {
        var kind: CheckKind
        var isInnocent: Bool
        var topic: Int32
        var ahead: Int32
        /// Nil where the phrase begins with the word that led to it.
        var back: Int32?
        /// For words that stand together in any order: within how many words. The steps at `back` are the others, and
        /// those at `bars` must not be there.
        var reach: Int32?
        var bars: Int32 = 0
    }

    /// A word that a line is looked for at.
    struct Lead: Sendable {
        var line: UInt16
        /// Where in `tails` what may follow the word within its own step begins.
        var edge: UInt32
    }

    private(set) var steps: [Step] = []
    private(set) var lines: [Line] = []
    /// For each word, the first of its leads; one more at the end.
    private var starts: [UInt32] = []
    private(set) var leads: [Lead] = []
    /// Where in `tails` the rest of what may stand for a list begins, by list and word.
    private var edges = EdgeTable()
    /// The rest of sequences: how many there are, and each with its length before it. The first is a word alone.
    private(set) var tails: [UInt16] = [1, 0]
    private var lists: [[[UInt16]]: UInt16] = [:]
    private var childList: UInt16 = 0

    init() {}

    init(_ book: PhraseBook) {
        for phrase in book.phrases {
            if let reach = phrase.reach {
                add(phrase, reach)
                continue
            }
            let ahead = write(phrase.elements[phrase.anchor...], isBackward: false)
            let back = phrase.anchor == 0 ? nil : write(phrase.elements[..<phrase.anchor].reversed(), isBackward: true)
            lines.append(
                Line(
                    kind: phrase.kind, isInnocent: phrase.isInnocent, topic: Int32(phrase.topic), ahead: ahead,
                    back: back))
        }
        childList = list(book.childWords.sorted().map { [$0] })
        lead(book.anchors)
    }

    private mutating func add(_ phrase: Phrase, _ reach: Int) {
        let others = phrase.elements.indices.filter { $0 != phrase.anchor }.map { phrase.elements[$0] }
        lines.append(
            Line(
                kind: phrase.kind, isInnocent: phrase.isInnocent, topic: Int32(phrase.topic),
                ahead: write([phrase.elements[phrase.anchor]], isBackward: false),
                back: write(others.filter { !$0.isBarred }, isBackward: false), reach: Int32(reach),
                bars: write(others.filter(\.isBarred), isBackward: false)))
    }

    /// The same with the lines of some kinds alone.
    func keeping(_ isWanted: (CheckKind) -> Bool) -> PhraseProgram {
        var kept = self
        kept.lead(
            starts.indices.dropLast().map { word in
                leads(of: UInt16(word)).map { Int32(leads[$0].line) }.filter { isWanted(lines[Int($0)].kind) }
            })
        return kept
    }

    private mutating func lead(_ anchors: [[Int32]]) {
        (starts, leads) = ([], [])
        for (word, numbers) in anchors.enumerated() {
            starts.append(UInt32(leads.count))
            for number in numbers {
                let step = steps[Int(lines[Int(number)].ahead)]
                guard let edge = edge(step.list, UInt16(word)) else { continue }
                leads.append(Lead(line: UInt16(number), edge: UInt32(edge)))
            }
        }
        starts.append(UInt32(leads.count))
    }

    // MARK: Looking

    /// Where the leads of a word stand.
    @inline(__always)
    func leads(of word: UInt16) -> Range<Int> { Int(starts[Int(word)])..<Int(starts[Int(word) + 1]) }

    /// Where the sequences of a list that begin at a word go on, in `tails`; nil when none does.
    @inline(__always)
    func edge(_ list: UInt16, _ word: UInt16) -> Int? { edges[UInt32(list) << 16 | UInt32(word)].map { Int($0) } }

    @inline(__always)
    func isChild(_ word: UInt16) -> Bool { edge(childList, word) != nil }

    // MARK: Writing

    private mutating func write(_ elements: some Sequence<Phrase.Element>, isBackward: Bool) -> Int32 {
        let first = Int32(steps.count)
        for element in elements {
            var step = Step()
            add(element.test, to: &step, isBackward)
            if element.isOptional { step.tests.insert(.optional) }
            if element.needsCapital { step.tests.insert(.needsCapital) }
            steps.append(step)
        }
        steps.append(Step(tests: .end))
        return first
    }

    private mutating func add(_ test: Phrase.Element.Test, to step: inout Step, _ isBackward: Bool) {
        switch test {
        case .words(let words): step.list = list(isBackward ? words.map { $0.reversed() } : words)
        case .gap(let most): step.gap = UInt8(clamping: most)
        case .number: step.tests.insert(.number)
        case .money: step.tests.insert(.money)
        case .percent: step.tests.insert(.percent)
        case .child: step.tests.insert(.child)
        case .capital: step.tests.insert(.capital)
        case .account: step.tests.insert(.account)
        case .unknown: step.tests.insert(.unknown)
        case .either(let tests): for test in tests { add(test, to: &step, isBackward) }
        }
    }

    /// The number of a list, which is written once however many phrases name it.
    private mutating func list(_ sequences: [[UInt16]]) -> UInt16 {
        if let known = lists[sequences] { return known }
        let number = UInt16(lists.count + 1)
        lists[sequences] = number
        for (word, all) in Dictionary(grouping: sequences, by: \.[0]) {
            let isAlone = all.allSatisfy { $0.count == 1 }
            edges.add(UInt32(number) << 16 | UInt32(word), isAlone ? 0 : UInt32(tails.count))
            if isAlone { continue }
            tails.append(UInt16(all.count))
            for sequence in all {
                tails.append(UInt16(sequence.count - 1))
                tails += sequence.dropFirst()
            }
        }
        return number
    }
}

/// Numbers by a number that is not 0, by open addressing.
private struct EdgeTable: Sendable {
    private var entries: [(key: UInt32, value: UInt32)] = Array(repeating: (0, 0), count: 1024)
    private var count = 0

    @inline(__always)
    private static func place(_ key: UInt32, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9e37_79b9_7f4a_7c15) &>> 40) & mask
    }

    @inline(__always)
    subscript(key: UInt32) -> UInt32? {
        let mask = entries.count - 1
        var place = Self.place(key, mask)
        while true {
            let entry = entries[place]
            if entry.key == key { return entry.value }
            if entry.key == 0 { return nil }
            place = (place + 1) & mask
        }
    }

    mutating func add(_ key: UInt32, _ value: UInt32) {
        if count * 3 > entries.count { grow() }
        insert(key, value)
        count += 1
    }

    private mutating func insert(_ key: UInt32, _ value: UInt32) {
        let mask = entries.count - 1
        var place = Self.place(key, mask)
        while entries[place].key != 0 { place = (place + 1) & mask }
        entries[place] = (key, value)
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: (0, 0), count: old.count * 2)
        for entry in old where entry.key != 0 { insert(entry.key, entry.value) }
    }
}
