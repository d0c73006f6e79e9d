extension Page {
    /// The token beyond a run that is written as names of accounts are: letters with figures behind them, with a low line or
    /// a dot between, or with `#` and figures. Nil for an ordinary word, a date, a file and a host.
    func account(at number: Int) -> Int? {
        let first = Int(tokens[number].start)
        // `u/name`, as one forum writes its members.
        let isMember = byte(first - 1) == UInt8(ascii: "/") && byte(first - 2) == UInt8(ascii: "u")
        guard isMember || Self.mayStandBefore(byte(first - 1)) else { return nil }
        var (end, next) = (first, number)
        while end < text.count, isOfAccount(text[end]), end - first < 40 { end += 1 }
        while end > first, ByteClass.kind(text[end - 1]) == 0, text[end - 1] != UInt8(ascii: "_") { end -= 1 }
        while next < tokens.count, Int(tokens[next].start) < end { next += 1 }
        guard next > number else { return nil }
        return isMember && end - first >= 4 || isAccount(text[first..<end], number..<next) ? next : nil
    }

    private func isAccount(_ run: ArraySlice<UInt8>, _ parts: Range<Int>) -> Bool {
        let (first, last) = (tokens[parts.lowerBound], tokens[parts.upperBound - 1])
        let figures = run.count(where: ByteClass.isDigit)
        // `SW-1234-5678-9012`
        if run.contains(UInt8(ascii: "-")), figures >= 10, first.length <= 3, !first.form.contains(.number) {
            return true
        }
        guard run.count >= 4, run.count(where: ByteClass.isLetter) >= 3, !first.form.contains(.number) else {
            return false
        }
        if run.contains(UInt8(ascii: "_")) { return true }
        if run.contains(UInt8(ascii: "#")) { return last.form.contains(.number) && last.length >= 2 }
        if run.contains(UInt8(ascii: ".")) { return !Self.ends.contains(last.hash) && first.hash != Self.www }
        let isCamel = tokens[parts].contains { $0.form.contains(.camel) && !Self.brands.contains($0.hash) }
        if isCamel { return true }
        // `tykeboy2014`, `jazzy0reilly`, but not `covid19` or `year5`.
        return parts.count > 1 && !run.contains(UInt8(ascii: "-")) && first.length >= 3
            && !first.traits.contains(.common) && (first.word == 0 || last.length > 2)
    }

    private static func mayStandBefore(_ byte: UInt8) -> Bool {
        ByteClass.isSpace(byte) || before.contains(byte)
    }

    private func isOfAccount(_ byte: UInt8) -> Bool {
        ByteClass.kind(byte) != 0 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "#")
    }

    private static let before = Set("(@_\"':=".utf8)
    private static let ends = Set("com org uk net gov edu sch co".split(separator: " ").map { Hashing.of($0.utf8) })
    /// Names of things that are written with a capital inside.
    private static let brands = Set(
        "youtube tiktok whatsapp facetime classdojo parentpay parentmail linkedin playstation justgiving gofundme iphone ipad ebay mcdonald paypal facebook instagram snapchat bereal ecadets purplemash ttrockstars showbie seesaw tapestry mcdonalds macdonald mcgregor powerpoint wordpress github onedrive sharepoint icloud imovie bbc cbeebies teachermade arbor weduc marvellousme eschools schoolcomms spag"
            .split(separator: " ").map { Hashing.of($0.utf8) })
    private static let www = Hashing.of("www".utf8)
}
