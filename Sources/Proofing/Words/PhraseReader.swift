import Policy

/// Reads a phrase book.
///
/// A line that begins with `;` is a comment. A section begins with `[kind]`, `[kind | what it is about]`, `[kind not]` for words that are innocent, or
/// `[words trait]`. `name = a | b c` gives a list a name. In a phrase `a|b_c` is one of several, `word{s,ed}` a word with
/// endings, `<name>` a list, `?` behind a part makes it optional, `=` before it wants a capital, `..3` stands for up to
/// three words, `#` for a number, `£` for money, `%` for a percentage, `@child`, `@capital`, `@account` and
/// `@unknown` for such words. `^` marks
/// the part to begin the search at; otherwise it is the first.
///
/// In a section `[kind together]` the parts of a line may stand in any order, anywhere in one sentence within twelve words
/// of the part marked `^`, or within as many as `..N` says; a part behind `!` must not be there.
struct PhraseReader {
    private enum Section {
        case none
        case phrases(CheckKind, isInnocent: Bool, topic: Int)
        case together(CheckKind, topic: Int)
        case words(Token.Traits)
    }

    private var section = Section.none
    private var lists: [String: [[UInt16]]] = [:]

    static let traits: [String: Token.Traits] = [
        "plain": .plain, "title": .title, "place": .place, "determiner": .determiner, "role": .role,
        "whereabouts": .whereabouts, "month": .month, "street": .street, "common": .common, "domain": .domainEnd,
    ]

    mutating func read(_ text: String, of name: String, into book: inout PhraseBook) {
        section = .none
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !line.hasPrefix(";") else { continue }
            let isRead: Bool
            if first.hasPrefix("[") {
                isRead = open(line, &book)
            } else if words.count > 1, words[1] == "=" {
                isRead = list(first, line, &book)
            } else {
                isRead = entry(words, &book)
            }
            if !isRead { book.faults.append("\(name).txt, line \(number + 1): `\(line)`") }
        }
    }

    private mutating func list(_ name: String, _ line: Substring, _ book: inout PhraseBook) -> Bool {
        var all: [[UInt16]] = []
        for part in line.split(separator: "=", maxSplits: 1)[1].split(separator: "|") {
            guard let words = alternative(part.split(separator: " ").joined(separator: "_"), &book) else {
                return false
            }
            all += words
        }
        lists[name] = all
        if name == "child" { book.childWords = Set(all.compactMap(\.first)) }
        return true
    }

    private mutating func open(_ line: Substring, _ book: inout PhraseBook) -> Bool {
        guard line.hasSuffix("]") else { return false }
        let inside = line.dropFirst().dropLast().split(separator: "|", maxSplits: 1)
        let head = inside[0].split(separator: " ")
        let topic = inside.count > 1 ? String(inside[1].drop { $0 == " " }) : ""
        if head.count == 2, head[0] == "words", let traits = Self.traits[String(head[1])] {
            section = .words(traits)
            return true
        }
        guard let kind = CheckKind(rawValue: String(head[0])) else { return false }
        switch head.dropFirst() {
        case []: section = .phrases(kind, isInnocent: false, topic: book.topic(topic))
        case ["not"]: section = .phrases(kind, isInnocent: true, topic: book.topic(topic))
        case ["together"]: section = .together(kind, topic: book.topic(topic))
        default: return false
        }
        return true
    }

    private func entry(_ words: [String], _ book: inout PhraseBook) -> Bool {
        switch section {
        case .none: return false
        case .words(let traits):
            for word in words {
                book.add(traits, to: word.utf8)
                if traits == .common { book.everyday.insert(book.word(word.utf8)) }
            }
            return words.allSatisfy { $0.utf8.allSatisfy { ByteClass.kind($0) != 0 } }
        case .phrases(let kind, let isInnocent, let topic):
            guard let (elements, anchor) = parts(words, &book) else { return false }
            book.add(Phrase(kind: kind, isInnocent: isInnocent, topic: topic, elements: elements, anchor: anchor))
            return true
        case .together(let kind, let topic):
            let reach = words.last.flatMap { $0.hasPrefix("..") ? Int($0.dropFirst(2)) : nil }
            guard let (elements, anchor) = parts(reach == nil ? words : words.dropLast(), &book),
                !elements[anchor].isBarred, elements.count > 1, !elements.contains(where: \.isOptional)
            else { return false }
            book.add(
                Phrase(
                    kind: kind, isInnocent: false, topic: topic, elements: elements, anchor: anchor,
                    reach: reach ?? Self.usualReach))
            return true
        }
    }

    private static let usualReach = 12

    /// What a line asks for, and the element to begin at.
    private func parts(_ words: [String], _ book: inout PhraseBook) -> (elements: [Phrase.Element], anchor: Int)? {
        var marked: Int?
        var elements: [Phrase.Element] = []
        for word in words {
            if word.hasPrefix("^") { marked = elements.count }
            let isBarred = word.count > 1 && word.hasPrefix("!")
            guard var element = element(word.hasPrefix("^") || isBarred ? String(word.dropFirst()) : word, &book) else {
                return nil
            }
            element.isBarred = isBarred
            elements.append(element)
        }
        let first = elements.firstIndex { if case .words = $0.test { !$0.isOptional && !$0.isBarred } else { false } }
        guard let place = marked ?? first, case .words = elements[place].test, !elements[place].isOptional else {
            return nil
        }
        return (elements, rarest(elements, place, book))
    }

    /// The element to begin at: the one marked, unless its words are everyday ones and another's are not.
    private func rarest(_ elements: [Phrase.Element], _ marked: Int, _ book: PhraseBook) -> Int {
        func everyday(_ place: Int) -> Int? {
            guard case .words(let all) = elements[place].test else { return nil }
            return Set(all.map { $0[0] }).count { book.everyday.contains($0) }
        }
        var best = (place: marked, cost: everyday(marked) ?? 0)
        for place in elements.indices where !elements[place].isOptional && !elements[place].isBarred {
            if let cost = everyday(place), cost < best.cost { best = (place, cost) }
        }
        return best.place
    }

    private func element(_ text: String, _ book: inout PhraseBook) -> Phrase.Element? {
        var text = Substring(text)
        let isOptional = text.count > 1 && text.hasSuffix("?")
        if isOptional { text = text.dropLast() }
        let needsCapital = text.count > 1 && text.hasPrefix("=")
        if needsCapital { text = text.dropFirst() }
        let test: Phrase.Element.Test
        if let special = Self.special(text) {
            test = special
        } else if text.hasPrefix("..") {
            guard let most = Int(text.dropFirst(2)) else { return nil }
            test = .gap(most)
        } else {
            let parts = text.split(separator: "|")
            let specials = parts.compactMap(Self.special)
            var all: [[UInt16]] = []
            for part in parts where Self.special(part) == nil {
                if part.hasPrefix("<"), part.hasSuffix(">") {
                    guard let list = lists[String(part.dropFirst().dropLast())] else { return nil }
                    all += list
                } else {
                    guard let words = alternative(String(part), &book) else { return nil }
                    all += words
                }
            }
            guard !all.isEmpty || specials.count > 1 else { return nil }
            // The longer first, so that a phrase reaches as far as it can.
            let words = Phrase.Element.Test.words(all.sorted { $0.count > $1.count })
            test = specials.isEmpty ? words : .either((all.isEmpty ? [] : [words]) + specials)
        }
        return Phrase.Element(test: test, isOptional: isOptional, needsCapital: needsCapital)
    }

    private static func special(_ text: Substring) -> Phrase.Element.Test? {
        switch text {
        case "#": .number
        case "£": .money
        case "%": .percent
        case "@child": .child
        case "@capital": .capital
        case "@account": .account
        case "@unknown": .unknown
        default: nil
        }
    }

    /// `lib_dem{s,}`: words joined by `_`, the last with its endings. Nil where a sign stands in a word.
    private func alternative(_ text: String, _ book: inout PhraseBook) -> [[UInt16]]? {
        guard let open = text.firstIndex(of: "{"), text.hasSuffix("}") else {
            return sequence(text, &book).map { [$0] }
        }
        let stem = String(text[..<open])
        let endings = String(text[text.index(after: open)...].dropLast())
        var all: [[UInt16]] = []
        for ending in endings.split(separator: ",", omittingEmptySubsequences: false) {
            guard let words = sequence(stem + String(ending), &book) else { return nil }
            all.append(words)
        }
        return all
    }

    private func sequence(_ text: String, _ book: inout PhraseBook) -> [UInt16]? {
        let words = text.split { $0 == "_" || $0 == "-" || $0 == "'" || $0 == "’" }
        guard !words.isEmpty, words.allSatisfy({ $0.utf8.allSatisfy { ByteClass.kind($0) != 0 } }) else { return nil }
        return words.map { book.word($0.utf8) }
    }
}
