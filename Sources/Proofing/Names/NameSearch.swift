/// Looks for the register's names in a text.
struct NameSearch {
    let page: Page
    let people: Register

    struct Hit {
        enum Shape { case full, partial, first }

        var start: Int
        var end: Int
        var person: Int
        var shape: Shape
        /// The token after its last.
        var next: Int
    }

    /// The name that begins at a token, the longest there is.
    func hit(at number: Int) -> Hit? {
        let token = page.tokens[number]
        var best: Hit?
        if !token.traits.isDisjoint(with: [.first, .nick, .firstPart]) { best = forward(number) }
        if best == nil, !token.traits.isDisjoint(with: [.last, .lastPart]) { best = reversed(number) }
        if best == nil, token.length == 1, token.form.contains(.capital) { best = initialLast(number) }
        if best == nil, token.traits.contains(.last), let hit = misspeltFirst(before: number) { return hit }
        guard let best, best.shape == .first || isName(best, from: number) else { return nil }
        return best
    }

    // MARK: First name first

    private func forward(_ number: Int) -> Hit? {
        var best: Hit?
        var hash = page.tokens[number].hash
        var next = number + 1
        // A first name of one word, then of up to three.
        while true {
            if let hit = after(first: hash, from: number, next), hit.end > best?.end ?? 0 { best = hit }
            guard next < page.tokens.count, next < number + 3, page.tokens[number].traits.contains(.firstPart),
                joins(next)
            else { break }
            hash = page.hash(of: page.tokens[next], after: hash)
            next += 1
        }
        return best
    }

    private func after(first: UInt64, from number: Int, _ next: Int) -> Hit? {
        let tokens = page.tokens
        let surname = surname(first, number, next)
        guard next < tokens.count, parts(next) else { return surname ?? firstAlone(number, next, first) }
        // `Llewelyn-Booth`, where one half is the register's and the other has a slip.
        if surname?.shape != .full, next + 1 < tokens.count, tokens[next + 1].gap == .hyphen,
            let hit = misspelt(first, number, next)
        {
            return hit
        }
        if let surname { return surname }
        // One or two middle names, or initials, and then the surname.
        var middle = next
        while middle < min(next + 2, tokens.count), isMiddle(middle), middle + 1 < tokens.count,
            parts(middle + 1, afterDot: tokens[middle].length == 1)
        {
            if let hit = self.surname(first, number, middle + 1) { return hit }
            middle += 1
        }
        // Brother and sister: the first of two first names, with the surname of both.
        if tokens[next].hash == Self.and, next + 2 < tokens.count, parts(next + 1),
            tokens[next + 1].traits.contains(.first), tokens[number].form.contains(.capital),
            tokens[next + 1].form.contains(.capital), let hit = self.surname(first, number, next + 2),
            hit.shape == .full
        {
            return Hit(
                start: hit.start, end: Int(tokens[number].end), person: hit.person, shape: .partial, next: next)
        }
        if let hit = initial(first, number, next) { return hit }
        if let hit = misspelt(first, number, next) { return hit }
        return firstAlone(number, next, first)
    }

    private func surname(_ first: UInt64, _ number: Int, _ place: Int) -> Hit? {
        guard place < page.tokens.count, parts(place, afterDot: page.tokens[place - 1].length == 1) else { return nil }
        let token = page.tokens[place]
        guard !token.traits.isDisjoint(with: [.last, .lastPart]) else { return nil }
        var best: Hit?
        var (hash, next) = (token.hash, place + 1)
        while true {
            if let match = people.match(first: first, last: hash) {
                best = hit(number, next, match)
            }
            guard next < page.tokens.count, next < place + 4, token.traits.contains(.lastPart), joins(next) else {
                break
            }
            hash = page.hash(of: page.tokens[next], after: hash)
            next += 1
        }
        return best
    }

    private func initial(_ first: UInt64, _ number: Int, _ place: Int) -> Hit? {
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

    private static let rareLetters = Set("bcdefghjklmpqtvwz".utf8)
    private static let rarestLetters = Set("fghjlqvwz".utf8)
    private static let particles = Set(
        ["ap", "al", "de", "da", "di", "do", "du", "el", "la", "le", "van", "st", "mc", "o"].map { Hashing.of($0.utf8) }
    )

    private func misspelt(_ first: UInt64, _ number: Int, _ place: Int) -> Hit? {
        let token = page.tokens[place]
        guard page.tokens[number].traits.contains(.first), token.form.contains(.capital),
            page.tokens[number].form.contains(.capital)
        else { return nil }
        // `O’Brein`, `Smith-Joens`: a slip in one part of a surname.
        var (letters, next) = (Array(page.text[Int(token.start)..<Int(token.end)]), place + 1)
        while next < page.tokens.count, next < place + 3, page.tokens[next].gap.isSubset(of: [.hyphen, .apostrophe]),
            page.tokens[next].form.contains(.capital) || page.tokens[next - 1].traits.contains(.lastPart), joins(next)
        {
            letters += page.text[Int(page.tokens[next].start)..<Int(page.tokens[next].end)]
            next += 1
        }
        if next > place + 1, let person = people.misspelt(first: first, letters[...]) {
            return hit(number, next, Register.Match(person: person, isFull: true))
        }
        guard token.length >= 3,
            token.traits.isDisjoint(with: [.plain, .common, .place, .title, .first, .month]),
            !token.traits.contains(.last) || token.length > 6, token.length > 3 || token.word == 0,
            let person = people.misspelt(first: first, page.text[Int(token.start)..<Int(token.end)])
        else { return nil }
        return hit(number, place + 1, Register.Match(person: person, isFull: true))
    }

    /// `Meagn Pritchard`: a slip in the first name, before the surname of one who is called nearly so.
    private func misspeltFirst(before number: Int) -> Hit? {
        guard number > 0, page.tokens[number].gap == .space, page.tokens[number].form.contains(.capital) else {
            return nil
        }
        let first = page.tokens[number - 1]
        guard first.form.contains(.capital), first.word == 0, first.length >= 4, first.traits.isEmpty,
            let person = people.misspelt(
                last: page.tokens[number].hash, page.text[Int(first.start)..<Int(first.end)])
        else { return nil }
        return hit(number - 1, number + 1, Register.Match(person: person, isFull: true))
    }

    // MARK: Surname first

    private func reversed(_ number: Int) -> Hit? {
        let tokens = page.tokens
        var (hash, next) = (tokens[number].hash, number + 1)
        while next < tokens.count {
            let token = tokens[next]
            let hasComma = token.gap.contains(.comma) && token.gap.isSubset(of: [.comma, .space])
            let isShouted =
                token.gap == .space && tokens[number].form.contains(.capitals) && tokens[number].length > 1
                && !token.form.contains(.capitals) && token.form.contains(.capital)
            let isListed = token.gap == .space && isInList(number, next)
            if hasComma || isShouted || isListed, !token.traits.isDisjoint(with: [.first, .nick]),
                let match = people.match(first: token.hash, last: hash),
                isBig(number, next) == token.form.contains(.capital)
            {
                return hit(number, next + 1, match)
            }
            guard next < number + 4, tokens[number].traits.contains(.lastPart), joins(next) else { return nil }
            hash = page.hash(of: token, after: hash)
            next += 1
        }
        return nil
    }

    /// Whether a surname and a first name are written with capitals where names are listed: alone in a line, or before a
    /// figure or a sign. `Barraclough Will 14th, Green Oliver 22nd`
    private func isInList(_ number: Int, _ first: Int) -> Bool {
        let tokens = page.tokens
        guard tokens[number].form.contains(.capital), tokens[first].form.contains(.capital),
            !tokens[number].form.contains(.capitals),
            number == 0 || !tokens[number].gap.isSubset(of: [.space]) && tokens[number].gap != .hyphen
        else { return false }
        guard first + 1 < tokens.count else { return true }
        let after = tokens[first + 1]
        return after.form.contains(.number) || !after.gap.isSubset(of: [.space, .hyphen, .apostrophe])
            || !tokens[first].traits.contains(.plain) && !after.form.contains(.capital)
    }

    private func initialLast(_ number: Int) -> Hit? {
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

    /// Whether a surname is written with a capital, be it not its first letter: `van Dijk`, `ap-Rhys`.
    private func isBig(_ number: Int, _ next: Int) -> Bool {
        if page.tokens[number].form.contains(.capital) { return true }
        guard page.tokens[number].traits.contains(.lastPart) else { return false }
        return page.tokens[number..<min(next, page.tokens.count)].contains { $0.form.contains(.capital) }
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

    // MARK: Between words

    private func hit(_ number: Int, _ next: Int, _ match: Register.Match) -> Hit {
        Hit(
            start: Int(page.tokens[number].start), end: Int(page.tokens[next - 1].end), person: match.person,
            shape: match.isFull ? .full : .partial, next: next)
    }

    /// Whether what stands before a token can part a first name from a surname.
    private func parts(_ place: Int, afterDot: Bool = false) -> Bool {
        let token = page.tokens[place]
        guard !token.form.contains(.number), token.start - page.tokens[place - 1].end <= 4 else { return false }
        if token.gap == .other { return page.byte(Int(token.start) - 1) == UInt8(ascii: "_") }
        return token.gap == .space || token.gap == .hyphen || afterDot && token.gap.isSubset(of: [.dot, .space])
    }

    /// Whether a token carries on the word before it: `O’Brien`, `Smith-Jones`, `de Souza`.
    private func joins(_ place: Int) -> Bool {
        let token = page.tokens[place]
        return !token.form.contains(.number) && token.start - page.tokens[place - 1].end <= 1
            && token.gap.isSubset(of: [.space, .hyphen, .apostrophe])
    }

    private func isMiddle(_ place: Int) -> Bool {
        let token = page.tokens[place]
        return token.form.contains(.capital) && !token.form.contains(.number)
            && !token.traits.contains(.title)
            && (!token.traits.contains(.common) || !token.traits.isDisjoint(with: [.first, .month]))
    }

    /// Whether a token begins a sentence.
    private func isFirst(_ number: Int) -> Bool {
        !page.tokens[number].gap.isDisjoint(with: [.stop, .dot, .paragraph])
    }

    static let and = Hashing.of("and".utf8)
    static let a = Hashing.of("a".utf8)
    static let i = Hashing.of("i".utf8)
    static let afterLetter = Set(["level", "levels", "team", "side", "grade"].map { Hashing.of($0.utf8) })
}

extension Page {
    /// The hash of a word that carries on another.
    func hash(of token: Token, after hash: UInt64) -> UInt64 {
        Hashing.of(text[Int(token.start)..<Int(token.end)], after: hash)
    }
}
