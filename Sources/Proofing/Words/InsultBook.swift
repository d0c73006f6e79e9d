import Policy

/// Offensive words, and the shapes in which they are hidden: `insults.txt`, read once.
struct InsultBook: Sendable {
    enum Grade: UInt32 { case strong = 1, unkind, slur }

    /// By letters, with l as i, because both are written 1, ! and |.
    private(set) var plain = WordTable(capacity: 4096)
    /// By letters with l as i and none twice in a row.
    private(set) var squeezed = WordTable(capacity: 4096)
    /// By first letter, for words of which some letters are hidden.
    private(set) var byInitial: [[(letters: [UInt8], grade: Grade)]] = Array(repeating: [], count: 26)
    private var words: [(letters: [UInt8], grade: Grade)] = []
    var faults: [String] = []

    static let embedded = InsultBook(EmbeddedTexts.insults_txt)

    init(_ text: String) {
        var grade: Grade?
        for line in text.split(separator: "\n") where line.first != "#" {
            switch line {
            case "[strong]": grade = .strong
            case "[unkind]": grade = .unkind
            case "[slur]": grade = .slur
            default:
                guard let grade, !line.hasPrefix("[") else {
                    faults.append("insults.txt: `\(line)`")
                    continue
                }
                for entry in line.split(separator: " ") { for word in Self.forms(entry) { add(word, grade) } }
            }
        }
    }

    /// `wast{e,er}`: a word with its endings.
    private static func forms(_ entry: Substring) -> [[UInt8]] {
        guard let open = entry.firstIndex(of: "{"), entry.hasSuffix("}") else { return [Array(entry.utf8)] }
        return entry[entry.index(after: open)...].dropLast().split(separator: ",", omittingEmptySubsequences: false)
            .map { Array((entry[..<open] + $0).utf8) }
    }

    private mutating func add(_ letters: [UInt8], _ grade: Grade) {
        words.append((letters, grade))
        let like = letters.map(Self.like)
        plain.add(Hashing.of(like), value: grade.rawValue)
        if letters.count > 3 { squeezed.add(Hashing.of(Self.squeeze(like)), value: grade.rawValue) }
        // Safe for any text: a word that begins with no letter is left out.
        if let first = like.first, first &- 0x61 < 26, letters.count > 3 {
            byInitial[Int(first &- 0x61)].append((like, grade))
        }
    }

    /// Marks its words in a phrase book, so that one look finds them.
    func add(to book: inout PhraseBook) {
        for word in words { book.add(.insult, to: word.letters) }
    }

    @inline(__always)
    static func like(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "l") ? UInt8(ascii: "i") : byte }

    static func squeeze(_ letters: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for letter in letters where letter != out.last { out.append(letter) }
        return out
    }

    /// The letter that a sign or a figure stands for, nil for one that stands for none.
    static func letter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): like(byte)
        case UInt8(ascii: "@"), UInt8(ascii: "4"): UInt8(ascii: "a")
        case UInt8(ascii: "3"), Fold.euro: UInt8(ascii: "e")
        case UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "$"), UInt8(ascii: "5"): UInt8(ascii: "s")
        case UInt8(ascii: "7"), UInt8(ascii: "+"): UInt8(ascii: "t")
        case UInt8(ascii: "8"): UInt8(ascii: "b")
        case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
        case UInt8(ascii: "("): UInt8(ascii: "c")
        default: nil
        }
    }

    static func isMask(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%")
    }

    func grade(_ letters: [UInt8]) -> Grade? { plain[Hashing.of(letters)].flatMap { Grade(rawValue: $0.value) } }

    func gradeSqueezed(_ letters: [UInt8]) -> Grade? {
        squeezed[Hashing.of(Self.squeeze(letters))].flatMap { Grade(rawValue: $0.value) }
    }

    /// The word that a run with hidden letters can only be; `0` stands for a hidden one.
    func unmask(_ run: ArraySlice<UInt8>) -> Grade? {
        guard let first = run.first, first &- 0x61 < 26 else { return nil }
        let seen = run.count { $0 != 0 }
        guard seen >= 2 || run.count >= 4 && seen == 1 && first != UInt8(ascii: "a") else { return nil }
        return byInitial[Int(first &- 0x61)].first { word in
            if seen == 1 { return word.grade == .strong && word.letters.count == run.count }
            return Self.fits(run, word.letters[...])
        }?.grade
    }

    /// One hidden letter stands for one or two, several for as many or one fewer or more.
    private static func fits(_ run: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
        guard let first = run.first else { return word.isEmpty }
        guard first == 0 else {
            return word.first == (first == UInt8(ascii: "l") ? UInt8(ascii: "i") : first)
                && fits(run.dropFirst(), word.dropFirst())
        }
        let hidden = run.prefix { $0 == 0 }.count
        for length in max(1, hidden - 1)...(hidden + 1) where length <= word.count {
            if fits(run.dropFirst(hidden), word.dropFirst(length)) { return true }
        }
        return false
    }
}
