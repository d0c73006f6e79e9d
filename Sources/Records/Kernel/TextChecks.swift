extension String {
    /// Without white space at either end.
    package var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// As the message of a field, which stands without one.
    package var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// Whether it has the shape `local@domain.tld`, without white space: enough to catch slips, not to prove delivery.
    package var isEmailAddress: Bool {
        guard utf8.count <= 254, !contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "," }) else {
            return false
        }
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }

    /// The part of an e-mail address after the `@`, lower case.
    package var emailDomain: String {
        guard let at = lastIndex(of: "@") else { return "" }
        return self[index(after: at)...].lowercased()
    }

    /// Whether it is an `http` or `https` address with a host. Other schemes could run code when they are followed.
    package var isWebAddress: Bool {
        let lower = lowercased()
        let rest: Substring
        if lower.hasPrefix("https://") {
            rest = lower.dropFirst(8)
        } else if lower.hasPrefix("http://") {
            rest = lower.dropFirst(7)
        } else {
            return false
        }
        guard utf8.count <= 2000, !contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "\"" }) else {
            return false
        }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".") && !host.contains("@")
    }

    /// The first line, cut at a word where it is longer.
    func firstLine(atMost most: Int) -> String {
        let line = String(prefix { !$0.isNewline })
        guard line.count > most else { return line }
        let words = line.prefix(most).split(separator: " ").dropLast()
        return words.isEmpty ? String(line.prefix(most)) + "…" : words.joined(separator: " ") + "…"
    }
}
