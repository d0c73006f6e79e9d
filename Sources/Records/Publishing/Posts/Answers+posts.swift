import Policy

extension Answers {
    func content() throws(Refusal) -> PostContent {
        PostContent(
            words: text("words"), ownWords: ownWords("ownWords"), accounts: lines("accounts"),
            pictures: lines("pictures").map(PictureID.init), speaker: text("speaker"), source: text("source"))
    }

    private func lines(_ name: String) -> [String] {
        text(name).split(whereSeparator: { $0.isNewline || $0 == "," }).map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    /// The moment that `on` and `time` name; nil where both are empty. A day without a time is nine in the morning.
    func moment() throws(Refusal) -> Instant? {
        let (on, time) = (text("on"), text("time"))
        if on.isEmpty {
            guard time.isEmpty else { throw .incomplete([FieldProblem("on", "Enter the day as well as the time")]) }
            return nil
        }
        let day = try day("on")
        if time.isEmpty { return TimeOfDay("09:00").map { London.instant(day, $0) } }
        guard let clock = TimeOfDay(time.count == 4 && time.dropFirst().first == ":" ? "0" + time : time) else {
            throw .incomplete([FieldProblem("time", "Enter a time of day, such as 15:30")])
        }
        return London.instant(day, clock)
    }

    /// Words for single accounts: each under a line with the account's key in square brackets.
    private func ownWords(_ name: String) -> [String: String] {
        let known = Set(lines("accounts"))
        var words: [String: [Substring]] = [:]
        var account: String?
        for line in text(name).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let key = String(line).trimmed
            if key.hasPrefix("["), key.hasSuffix("]"), known.contains(String(key.dropFirst().dropLast())) {
                account = String(key.dropFirst().dropLast())
            } else if let account {
                words[account, default: []].append(line)
            }
        }
        return words.mapValues { $0.joined(separator: "\n").trimmed }.filter { !$0.value.isEmpty }
    }

    /// A word for each finding: its key, a colon and the word.
    func confirmations(_ name: String) throws(Refusal) -> [String: String] {
        var found: [String: String] = [:]
        for (index, line) in text(name).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let line = String(line).trimmed
            if line.isEmpty { continue }
            guard let colon = line.firstIndex(of: ":") else {
                throw .incomplete([
                    FieldProblem(name, "Line \(index + 1) is not the key of a finding, a colon and a word why")
                ])
            }
            found[String(line[..<colon]).trimmed] = String(line[line.index(after: colon)...]).trimmed
        }
        return found
    }

    /// Comments, each after the words that it is about: those stand on lines that begin with `>`.
    func comments(_ name: String) throws(Refusal) -> [PostComment] {
        var comments: [PostComment] = []
        var quote: [String] = []
        var said: [String] = []
        func close() {
            let text = said.joined(separator: "\n").trimmed
            if !text.isEmpty { comments.append(PostComment(quote: quote.joined(separator: "\n"), text: text)) }
            quote = []
            said = []
        }
        for line in text(name).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.hasPrefix(">") {
                if !said.joined().trimmed.isEmpty { close() }
                quote.append(String(line.dropFirst()).trimmed)
            } else {
                said.append(String(line))
            }
        }
        guard quote.isEmpty || !said.joined().trimmed.isEmpty else {
            throw .incomplete([FieldProblem(name, "Enter what you say of the words that you quote last")])
        }
        close()
        return comments
    }
}
