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
        /// What it may accept, for a look that costs next to nothing.
        var set: TokenSet = []
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
        /// How many words before it in its own step the step begins, and with which.
        var back: UInt8
        var first: UInt16
        /// Where in `tails` what may follow that first word begins.
        var edge: UInt32
        /// What may stand before and behind the word for the line to be worth a look.
        var before: TokenSet
        var after: TokenSet
    }

    private(set) var steps: [Step] = []
    private(set) var lines: [Line] = []
    /// For each word, the first of its leads; one more at the end. The leads of the word 0, which is none, are those of
    /// sums of money.
    private var starts: [UInt32] = []
    private(set) var leads: [Lead] = []
    /// Where in `tails` the rest of what may stand for a list begins, by list and word.
    private var edges = EdgeTable()
    /// The rest of sequences: how many there are, and each with its length before it. The first is a word alone.
    private(set) var tails: [UInt16] = [1, 0]
    private var lists: [[[UInt16]]: UInt16] = [:]
    /// For each list the words that its sequences begin with.
    private var openings: [TokenSet] = [[]]
    private var childList: UInt16 = 0

    init() {}

    init(_ book: PhraseBook) {
        childList = list(book.childWords.sorted().map { [$0] })
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
        var all: [[Lead]] = Array(repeating: [], count: Int(book.wordCount) + 1)
        for (number, phrase) in book.phrases.enumerated() {
            for (word, lead) in leads(to: phrase, UInt16(number), book) { all[Int(word)].append(lead) }
        }
        write(all)
    }

    /// The words that lead to a line.
    private func leads(to phrase: Phrase, _ number: UInt16, _ book: PhraseBook) -> [(word: UInt16, lead: Lead)] {
        let line = lines[Int(number)]
        let step = steps[Int(line.ahead)]
        let isTogether = line.reach != nil
        let before = isTogether ? .anything : line.back.map { opening(Int($0)) } ?? .anything
        let after = isTogether ? .anything : opening(Int(line.ahead) + 1)
        var found: [(word: UInt16, lead: Lead)] = []
        switch phrase.elements[phrase.anchor].test {
        case .money:
            found.append((0, Lead(line: number, back: 0, first: 0, edge: 0, before: before, after: after)))
        case .words(let alternatives):
            for words in alternatives {
                let rarest = book.rarest(words)
                let (word, first) = (words[rarest], words[0])
                let wordBefore = rarest > 0 ? TokenSet(word: words[rarest - 1]) : before
                let wordAfter = rarest + 1 < words.count ? TokenSet(word: words[rarest + 1]) : after
                if let place = found.firstIndex(where: {
                    $0.word == word && $0.lead.back == rarest && $0.lead.first == first
                }) {
                    found[place].lead.before.formUnion(wordBefore)
                    found[place].lead.after.formUnion(wordAfter)
                } else if let edge = edge(step.list, first) {
                    let lead = Lead(
                        line: number, back: UInt8(rarest), first: first, edge: UInt32(edge), before: wordBefore,
                        after: wordAfter)
                    found.append((word, lead))
                }
            }
        default: break
        }
        return found
    }

    /// What a step and those beyond it may begin with.
    private func opening(_ place: Int) -> TokenSet {
        let step = steps[place]
        return step.tests.contains(.optional) ? step.set.union(opening(place + 1)) : step.set
    }

    private func set(of step: Step) -> TokenSet {
        if step.gap != nil || !step.tests.isDisjoint(with: [.end, .account]) { return .anything }
        var set = openings[Int(step.list)]
        if !step.tests.isDisjoint(with: [.number, .money, .percent]) { set.formUnion(.number) }
        if step.tests.contains(.child) { set.formUnion([.capital, openings[Int(childList)]]) }
        if step.tests.contains(.capital) { set.formUnion(.capital) }
        if step.tests.contains(.unknown) { set.formUnion(.unknown) }
        return set
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
        kept.write(
            starts.indices.dropLast().map { word in
                leads(of: UInt16(word)).map { leads[$0] }.filter { isWanted(lines[Int($0.line)].kind) }
            })
        return kept
    }

    private mutating func write(_ all: [[Lead]]) {
        (starts, leads) = ([], [])
        for those in all {
            starts.append(UInt32(leads.count))
            leads += those
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
            step.set = set(of: step)
            steps.append(step)
        }
        steps.append(Step(tests: .end, set: .anything))
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
        openings.append(TokenSet(sequences.map { TokenSet(word: $0[0]) }))
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
