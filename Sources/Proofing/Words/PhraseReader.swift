import Policy

/// Reads a phrase book.
///
/// A section begins with `[kind]`, `[kind | what it is about]`, `[kind not]` for words that are innocent, or
/// `[words trait]`. `name = a | b c` gives a list a name. In a phrase `a|b_c` is one of several, `word{s,ed}` a word with
/// endings, `<name>` a list, `?` behind a part makes it optional, `=` before it wants a capital, `..3` stands for up to
/// three words, `#` for a number, `£` for money, `%` for a percentage, `@child` and `@capital` for such words. `^` marks
/// the part to begin the search at; otherwise it is the first.
struct PhraseReader {
    private enum Section {
        case none
        case phrases(CheckKind, isInnocent: Bool, topic: Int)
        case words(Token.Traits)
    }

    private var section = Section.none
    private var lists: [String: [[UInt16]]] = [:]

    static let traits: [String: Token.Traits] = [
        "plain": .plain, "title": .title, "place": .place, "determiner": .determiner, "role": .role,
        "whereabouts": .whereabouts, "month": .month, "street": .street, "common": .common, "domain": .domainEnd,
    ]

    mutating func read(_ text: String, into book: inout PhraseBook) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !line.hasPrefix("# "), line != "#" else { continue }
            let isRead: Bool
            if first.hasPrefix("[") {
                isRead = open(line, &book)
            } else if words.count > 1, words[1] == "=" {
                lists[first] = line.split(separator: "=", maxSplits: 1)[1].split(separator: "|").flatMap {
                    alternative($0.split(separator: " ").joined(separator: "_"), &book)
                }
                if first == "child" { book.childWords = Set((lists[first] ?? []).compactMap(\.first)) }
                isRead = true
            } else {
                isRead = entry(words, &book)
            }
            if !isRead { book.faults.append("phrases.txt, line \(number + 1): `\(line)`") }
        }
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
        guard let kind = CheckKind(rawValue: String(head[0])), head.count == 1 || head[1] == "not" else { return false }
        section = .phrases(kind, isInnocent: head.count == 2, topic: book.topic(topic))
        return true
    }

    private func entry(_ words: [String], _ book: inout PhraseBook) -> Bool {
        switch section {
        case .none: return false
        case .words(let traits):
            for word in words { book.add(traits, to: word.utf8) }
            return true
        case .phrases(let kind, let isInnocent, let topic):
            var anchor: Int?
            var elements: [Phrase.Element] = []
            for word in words {
                if word.hasPrefix("^") { anchor = elements.count }
                guard let element = element(word.hasPrefix("^") ? String(word.dropFirst()) : word, &book) else {
                    return false
                }
                elements.append(element)
            }
            let first = elements.firstIndex { if case .words = $0.test { !$0.isOptional } else { false } }
            guard let place = anchor ?? first, case .words = elements[place].test, !elements[place].isOptional else {
                return false
            }
            book.add(Phrase(kind: kind, isInnocent: isInnocent, topic: topic, elements: elements, anchor: place))
            return true
        }
    }

    private func element(_ text: String, _ book: inout PhraseBook) -> Phrase.Element? {
        var text = Substring(text)
        let isOptional = text.count > 1 && text.hasSuffix("?")
        if isOptional { text = text.dropLast() }
        let needsCapital = text.count > 1 && text.hasPrefix("=")
        if needsCapital { text = text.dropFirst() }
        let test: Phrase.Element.Test
        switch text {
        case "#": test = .number
        case "£": test = .money
        case "%": test = .percent
        case "@child": test = .child
        case "@capital": test = .capital
        default:
            if text.hasPrefix("..") {
                guard let most = Int(text.dropFirst(2)) else { return nil }
                test = .gap(most)
            } else {
                var all: [[UInt16]] = []
                for part in text.split(separator: "|") {
                    if part.hasPrefix("<"), part.hasSuffix(">") {
                        guard let list = lists[String(part.dropFirst().dropLast())] else { return nil }
                        all += list
                    } else {
                        all += alternative(String(part), &book)
                    }
                }
                guard !all.isEmpty else { return nil }
                // The longer first, so that a phrase reaches as far as it can.
                test = .words(all.sorted { $0.count > $1.count })
            }
        }
        return Phrase.Element(test: test, isOptional: isOptional, needsCapital: needsCapital)
    }

    /// `lib_dem{s,}`: words joined by `_`, the last with its endings.
    private func alternative(_ text: String, _ book: inout PhraseBook) -> [[UInt16]] {
        guard let open = text.firstIndex(of: "{"), text.hasSuffix("}") else { return [sequence(text, &book)] }
        let stem = String(text[..<open])
        let endings = String(text[text.index(after: open)...].dropLast())
        return endings.split(separator: ",", omittingEmptySubsequences: false).map { sequence(stem + String($0), &book) }
    }

    private func sequence(_ text: String, _ book: inout PhraseBook) -> [UInt16] {
        text.split { $0 == "_" || $0 == "-" || $0 == "'" || $0 == "’" }.map { book.word($0.utf8) }
    }
}
