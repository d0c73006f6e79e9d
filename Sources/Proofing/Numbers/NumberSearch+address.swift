import Policy

extension NumberSearch {
    /// A house number, up to three words, and a word for a street.
    func address(at number: Int) -> (Finding, next: Int)? {
        let token = page.tokens[number]
        guard token.length <= 4 else { return nil }
        var next = number + 1
        // `14a`
        if next < page.tokens.count, page.tokens[next].gap.isEmpty {
            guard page.tokens[next].length == 1 else { return nil }
            next += 1
        }
        guard let street = street(from: next) else { return nil }
        var start = Int(token.start)
        if number > 0, token.gap == .space, Self.within.contains(page.tokens[number - 1].hash) {
            start = Int(page.tokens[number - 1].start)
        }
        return (Finding(kind: .address, start: start, end: Int(page.tokens[street].end)), street + 1)
    }

    /// The token of the word for a street that a name of one to three words leads to.
    func street(from first: Int) -> Int? {
        var next = first
        while next < page.tokens.count, next - first <= 4 {
            let token = page.tokens[next]
            guard !token.form.contains(.number), token.start - page.tokens[next - 1].end <= 2,
                token.gap.isSubset(of: [.space, .apostrophe, .comma])
                    || token.gap == .hyphen && page.tokens[first].form.contains(.capital)
                    || token.gap == [.dot, .space] && next == first + 1 && page.tokens[first].hash == Self.saint,
                !token.gap.contains(.comma) || next == first
            else { return nil }
            if next > first, token.traits.contains(.street) || token.hash == Self.saint {
                if token.form.contains(.capital) { return next }
                return Self.surely.contains(token.hash) && !page.tokens[first].traits.contains(.common) ? next : nil
            }
            if next == first, token.form.contains(.capital), Self.leading.contains(token.hash) {
                return named(after: first)
            }
            // `The Ginnel`
            if next == first + 1, page.tokens[first].hash == Self.the, page.tokens[first].form.contains(.capital),
                token.form.contains(.capital), Self.alone.contains(token.hash)
            {
                return next
            }
            // The `s` of `St John’s`.
            if next > first, token.length == 1, token.gap == .apostrophe {
                next += 1
                continue
            }
            // Each word of the name has a capital, or none has; small words stand between capitals alone.
            let isGrand = page.tokens[first].form.contains(.capital)
            guard
                token.form.contains(.capital) == isGrand
                    || isGrand && (token.traits.contains(.common) || token.gap == .hyphen),
                isGrand || !token.traits.contains(.common) && !Self.measures.contains(token.hash)
            else { return nil }
            next += 1
        }
        return nil
    }

    /// The last word of a street's name that begins with what it is: `Heol y Coed`, `Mount Pleasant`.
    private func named(after first: Int) -> Int? {
        var last: Int?
        for next in first + 1..<min(first + 4, page.tokens.count) {
            let token = page.tokens[next]
            guard token.gap == .space || token.gap == .hyphen || token.gap == .apostrophe,
                token.form.contains(.capital) || Self.articles.contains(token.hash)
            else { break }
            if token.form.contains(.capital) { last = next }
        }
        return last
    }

    /// Around a word for a street: a number in words before its name, or a house's name and a comma.
    ///
    /// - Returns: `twelve Orchard Way`, `Rose Cottage, Church Road`.
    func wordedAddress(at number: Int) -> Finding? {
        let tokens = page.tokens
        if Self.houses.contains(tokens[number].hash), number + 2 < tokens.count,
            tokens[number + 1].gap.contains(.comma),
            tokens[number + 1].form.contains(.capital), let street = street(from: number + 1)
        {
            var first = number
            while first > 0, number - first < 3, tokens[first].gap == .space, tokens[first - 1].form.contains(.capital)
            {
                first -= 1
            }
            guard first < number else { return nil }
            return Finding(kind: .address, start: Int(tokens[first].start), end: Int(tokens[street].end))
        }
        guard Self.surely.contains(tokens[number].hash) else { return nil }
        var first = number
        while first > 0, number - first < 3, tokens[first].gap == .space || tokens[first].gap == .hyphen,
            tokens[first - 1].form.contains(.capital), !Self.figures.contains(tokens[first - 1].hash)
        {
            first -= 1
        }
        guard first < number, first > 0, tokens[first].gap == .space, Self.figures.contains(tokens[first - 1].hash)
        else {
            return nil
        }
        first -= 1
        if first > 0, tokens[first].gap == .hyphen || tokens[first].gap == .space,
            Self.tens.contains(tokens[first - 1].hash) || Self.within.contains(tokens[first - 1].hash)
        {
            first -= 1
        }
        return Finding(kind: .address, start: Int(tokens[first].start), end: Int(tokens[number].end))
    }

    private static let leading = words("heol lon clos cwrt maes bryn ffordd stryd rhodfa gerddi llys mount rue")
    private static let articles = words("y yr r the of")
    private static let houses = words("cottage lodge villa bungalow barn forge farmhouse cottages mews")
    private static let figures = words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
            + "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred")
    private static let tens = words("twenty thirty forty fifty sixty seventy eighty ninety hundred")
    private static let saint = Hashing.of("st".utf8)
    private static let the = Hashing.of("the".utf8)
    private static let alone = words(
        "ginnel snicket green avenue street lane close crescent square drive grove mews paddock orchard maltings shambles "
            + "crofts ridings spinney meadows chase glade dell leys beeches limes oaks elms poplars firs willows hollies "
            + "laurels cottages lawns heights terrace parade promenade strand headland moorings wharf quay banks hawthorns paddocks orchards gables"
    )
    private static let within = words("flat apartment unit number no house")
    private static let measures = words(
        "mile miles metre metres meters km minutes seconds hours yards steps people children pupils cars houses along up down"
    )
    private static let surely = words(
        "road street lane avenue crescent rd ave drive terrace gardens grove close way court")
}
