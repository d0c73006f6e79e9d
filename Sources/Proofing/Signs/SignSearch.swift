import Policy

/// Looks at what begins with a sign: e-mail addresses, names on platforms, links, names run together behind `#`.
struct SignSearch {
    let page: Page

    // MARK: @

    /// - Returns: What stands around an `@`.
    func at(_ place: Int) -> Finding? {
        email(place) ?? handle(place)
    }

    private func email(_ place: Int) -> Finding? {
        var start = place
        while start > 0, isLocal(page.text[start - 1]), place - start < 64 { start -= 1 }
        while start < place, page.text[start] == UInt8(ascii: ".") || page.text[start] == UInt8(ascii: "'") {
            start += 1
        }
        var end = place + 1
        var dots = 0
        while end < page.text.count {
            let byte = page.text[end]
            if byte == UInt8(ascii: ".") {
                guard ByteClass.kind(page.byte(end + 1)) != 0 else { break }
                dots += 1
            } else if ByteClass.kind(byte) == 0, byte != UInt8(ascii: "-") {
                break
            }
            end += 1
        }
        guard start < place, dots > 0, end > place + 3 else { return nil }
        if page.byte(start - 1) == UInt8(ascii: "@") { return nil }
        return Finding(kind: .email, start: start, end: end)
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        ByteClass.kind(byte) != 0 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "'")
    }

    private func handle(_ place: Int) -> Finding? {
        let before = page.byte(place - 1)
        guard ByteClass.kind(before) == 0, before != UInt8(ascii: "@"), before != UInt8(ascii: "_") else { return nil }
        var end = place + 1
        var letters = 0
        var isName = false
        while end < page.text.count {
            let byte = page.text[end]
            let kind = ByteClass.kind(byte)
            if kind == ByteClass.letter {
                letters += 1
            } else if kind == 0 {
                let joins =
                    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "@") && !isName
                guard joins else { break }
                if byte == UInt8(ascii: "@") { isName = true }
                if byte != UInt8(ascii: "_"), ByteClass.kind(page.byte(end + 1)) == 0, page.byte(end + 1) != 0x5F {
                    break
                }
            }
            end += 1
        }
        guard end - place >= 4, letters >= 2 else { return nil }
        // `@6pm`, `@10am`, `@school`
        if ByteClass.isDigit(page.text[place + 1]), letters <= 2 { return nil }
        if isOrganisation(place + 1..<end) { return nil }
        return Finding(kind: .handle, start: place, end: end)
    }

    // MARK: Links

    /// The address around `://`, or that begins at a token.
    func link(schemeAt place: Int) -> (start: Int, end: Int, host: Int) {
        var start = place
        while start > 0, ByteClass.isLetter(page.text[start - 1]) { start -= 1 }
        return (start, endOfLink(place + 3), place + 3)
    }

    func endOfLink(_ from: Int) -> Int {
        var end = from
        while end < page.text.count, !ByteClass.isSpace(page.text[end]), page.text[end] != UInt8(ascii: "\""),
            page.text[end] != UInt8(ascii: "<"), page.text[end] != UInt8(ascii: ">")
        { end += 1 }
        while end > from, Self.closing.contains(page.text[end - 1]) { end -= 1 }
        return end
    }

    private static let closing = Set(".,;:!?)]}'*".utf8)
}
