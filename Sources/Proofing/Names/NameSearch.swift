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

    /// Whether a surname is written with a capital, be it not its first letter: `van Dijk`, `ap-Rhys`.
    func isBig(_ number: Int, _ next: Int) -> Bool {
        if page.tokens[number].form.contains(.capital) { return true }
        guard page.tokens[number].traits.contains(.lastPart) else { return false }
        return page.tokens[number..<min(next, page.tokens.count)].contains { $0.form.contains(.capital) }
    }

    // MARK: Between words

    func hit(_ number: Int, _ next: Int, _ match: Register.Match) -> Hit {
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
    func joins(_ place: Int) -> Bool {
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

    static let and = Hashing.of("and".utf8)
}

extension Page {
    /// The hash of a word that carries on another.
    func hash(of token: Token, after hash: UInt64) -> UInt64 {
        Hashing.of(text[Int(token.start)..<Int(token.end)], after: hash)
    }
}
