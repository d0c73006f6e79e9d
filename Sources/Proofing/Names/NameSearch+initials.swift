/// A first name with the initial of a surname, or an initial with a surname: `Grace H.`, `daisy l`, `J Park`.
extension NameSearch {
    // MARK: First name and initial

    func initial(_ first: UInt64, _ number: Int, _ place: Int) -> Hit? {
        let token = page.tokens[place]
        // `Ioan ap R`, `Siân Ll-J`, `Thiago d S`: a particle or the beginning of one, and then an initial.
        if token.length <= 2, !token.form.contains(.number), page.tokens[number].form.contains(.capital),
            place + 1 < page.tokens.count, page.tokens[place + 1].length == 1,
            page.tokens[place + 1].form.contains(.capital),
            !page.tokens[place + 1].form.contains(.number),
            page.tokens[place + 1].gap == .space && token.length == 2
                || page.tokens[place + 1].gap == .hyphen,
            Self.particles.contains(token.hash) || token.form.contains(.capital),
            let match = people.match(name: first, initial: page.text[Int(token.start)])
        {
            return hit(number, place + 2, Register.Match(person: match.person, isFull: false))
        }
        guard token.length == 1, token.form.contains(.capital) || isSmallInitial(number, place),
            !token.form.contains(.number),
            page.tokens[number].form.contains(.capital) == token.form.contains(.capital),
            let match = people.match(name: first, initial: page.text[Int(token.start)])
        else { return nil }
        let after = page.byte(Int(token.end))
        // `O-R`, `O’D`: the initials of a surname of two words.
        if place + 1 < page.tokens.count, page.tokens[place + 1].length == 1,
            page.tokens[place + 1].gap == .hyphen || page.tokens[place + 1].gap == .apostrophe,
            page.tokens[place + 1].form.contains(.capital), !page.tokens[place + 1].form.contains(.number)
        {
            return hit(number, place + 2, Register.Match(person: match.person, isFull: false))
        }
        // `A-level`, `I’m`, `A&E`.
        if after == UInt8(ascii: "-") || after == UInt8(ascii: "&") || ByteClass.isDigit(after) { return nil }
        if after == UInt8(ascii: "'"), page.byte(Int(token.end) + 1) != UInt8(ascii: "s") { return nil }
        // `Hope I`, `HOPE A LOT`, `Mark A on the map`; but a big A within a sentence written small is no article.
        let isWord =
            token.hash == Self.i
            || token.hash == Self.a && (page.tokens[number].form.contains(.capitals) || isFirst(number))
        if isWord, after != UInt8(ascii: "."), page.tokens[number].traits.contains(.plain) { return nil }
        if place + 1 < page.tokens.count, Self.afterLetter.contains(page.tokens[place + 1].hash) { return nil }
        var found = hit(number, place + 1, Register.Match(person: match.person, isFull: false))
        if after == UInt8(ascii: ".") { found.end += 1 }
        return found
    }

    /// `daisy l`: all small, and a letter that is no word by itself.
    private func isSmallInitial(_ number: Int, _ place: Int) -> Bool {
        let (first, letter) = (page.tokens[number], page.tokens[place])
        guard !first.form.contains(.capital), letter.gap == .space, first.length >= 4,
            place + 1 >= page.tokens.count || page.tokens[place + 1].gap.contains(.space)
        else { return false }
        let byte = page.text[Int(letter.start)]
        return Self.rareLetters.contains(byte)
            && (first.traits.isDisjoint(with: [.common, .month]) || Self.rarestLetters.contains(byte))
    }

    // MARK: Initial and surname

    func initialLast(_ number: Int) -> Hit? {
        let tokens = page.tokens
        guard number + 1 < tokens.count else { return nil }
        let (token, last) = (tokens[number], tokens[number + 1])
        let hasDot = last.gap.contains(.dot)
        guard last.gap.isSubset(of: [.dot, .space]),
            last.form.contains(.capital) || hasDot && isBig(number + 1, number + 3),
            !last.traits.isDisjoint(with: [.last, .lastPart]), last.start - token.end <= 3,
            hasDot || last.length > 1 || last.traits.contains(.lastPart)
        else { return nil }
        // The second of two initials, or a letter that belongs to the word before: `Vitamin C Field`.
        if number > 0, token.gap == [.dot] || token.gap == [.dot, .space], tokens[number - 1].length == 1 {
            return nil
        }
        if !hasDot,
            last.traits.contains(.plain) && !isInResults(number)
                || token.gap == .space && number > 0
                    && tokens[number - 1].form.contains(.capital)
        {
            return nil
        }
        var (hash, next) = (last.hash, number + 2)
        while true {
            if last.length > 1 || next > number + 2,
                let match = people.match(name: hash, initial: page.text[Int(token.start)])
            {
                return hit(number, next, Register.Match(person: match.person, isFull: false))
            }
            guard next < tokens.count, next < number + 5, last.traits.contains(.lastPart), joins(next) else {
                return nil
            }
            hash = page.hash(of: tokens[next], after: hash)
            next += 1
        }
    }

    /// `J Park caught`, `B Marsh 1 try`: at the beginning of a line, a letter that is no article.
    private func isInResults(_ number: Int) -> Bool {
        let tokens = page.tokens
        let byte = page.text[Int(tokens[number].start)]
        guard byte != UInt8(ascii: "a"), byte != UInt8(ascii: "i"),
            number == 0 || page.byte(Int(tokens[number].start) - 1) == UInt8(ascii: "\n")
                || !tokens[number].gap.isDisjoint(with: [.comma, .stop, .paragraph])
        else { return false }
        guard number + 2 < tokens.count else { return true }
        return !tokens[number + 2].form.contains(.capital) && !tokens[number + 2].traits.contains(.place)
    }

    /// Whether a token begins a sentence.
    private func isFirst(_ number: Int) -> Bool {
        !page.tokens[number].gap.isDisjoint(with: [.stop, .dot, .paragraph])
    }

    private static let rareLetters = Set("bcdefghjklmpqtvwz".utf8)
    private static let rarestLetters = Set("fghjlqvwz".utf8)
    private static let particles = Set(
        ["ap", "al", "de", "da", "di", "do", "du", "el", "la", "le", "van", "st", "mc", "o"].map { Hashing.of($0.utf8) }
    )
    private static let a = Hashing.of("a".utf8)
    private static let i = Hashing.of("i".utf8)
    private static let afterLetter = Set(["level", "levels", "team", "side", "grade"].map { Hashing.of($0.utf8) })
}
