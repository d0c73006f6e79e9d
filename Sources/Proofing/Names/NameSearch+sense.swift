/// Whether what is written like a name is one there.
extension NameSearch {
    /// False for ordinary words, for a place, and for somebody whose title or calling says that it is no pupil.
    func isName(_ hit: Hit, from number: Int) -> Bool {
        let tokens = page.tokens[number..<hit.next]
        guard let first = tokens.first, let last = tokens.last else { return false }
        if isPlace(hit, first, last) { return false }
        if isAfterTitle(number) || isAfterRole(number) { return people.people[hit.person].standing != .pupil }
        guard first.traits.contains(.plain), tokens.count == 1 || last.traits.contains(.plain) || last.length == 1
        else {
            // A rarer name may be written small, but not half of it when that half is an ordinary word.
            if first.form.contains(.capital) == last.form.contains(.capital) { return true }
            return !(first.form.contains(.capital) ? last : first).traits.contains(.plain)
        }
        guard first.form.contains(.capital), last.form.contains(.capital) else { return isPraised(number, hit.next) }
        if last.length == 1 { return true }
        if number > 0, !first.gap.contains(.stop), !first.gap.contains(.dot) {
            let before = page.tokens[number - 1]
            if before.traits.contains(.determiner) { return false }
            if before.traits.contains(.whereabouts), last.traits.contains(.street) { return false }
        }
        if last.traits.contains(.month), hit.next < page.tokens.count, page.tokens[hit.next].gap == .space,
            Self.afterMonth.contains(page.tokens[hit.next].hash)
        {
            return false
        }
        return !isInHeading(number, hit.next)
    }

    private func isPlace(_ hit: Hit, _ first: Token, _ last: Token) -> Bool {
        guard hit.next < page.tokens.count else { return false }
        let after = page.tokens[hit.next]
        guard after.traits.contains(.place), after.gap == .space || after.gap == .hyphen else { return false }
        return after.form.contains(.capital) || last.traits.contains(.plain)
    }

    /// After `Mrs`, `Mrs R.`, `Mr and Mrs`, `Dr Rose`.
    func isAfterTitle(_ number: Int) -> Bool {
        var place = number
        for _ in 0..<2 where place > 0 {
            guard page.tokens[place].gap.isSubset(of: [.space, .dot]) else { return false }
            let before = page.tokens[place - 1]
            if before.traits.contains(.title), before.form.contains(.capital) { return true }
            guard before.length == 1 || before.traits.contains(.first), before.form.contains(.capital) else {
                return false
            }
            place -= 1
        }
        return false
    }

    /// After `author`, `our mayor,`.
    func isAfterRole(_ number: Int) -> Bool {
        guard number > 0, page.tokens[number].gap.isSubset(of: [.space, .comma]) else { return false }
        return page.tokens[number - 1].traits.contains(.role)
    }

    /// Written small between words that speak of a child: `well done to may field in Year 3`.
    private func isPraised(_ number: Int, _ next: Int) -> Bool {
        guard number > 1, next < page.tokens.count else { return false }
        let (before, after) = (page.tokens[number - 1], page.tokens[next])
        let praises =
            Self.praise.contains(before.hash)
            || Self.before.contains(before.hash) && Self.praise.contains(page.tokens[number - 2].hash)
        return praises && (Self.afterChild.contains(after.hash) || after.gap.contains(.apostrophe))
    }

    /// Among words that all begin with a capital, which says nothing then.
    private func isInHeading(_ number: Int, _ next: Int) -> Bool {
        guard page.tokens[number].form.contains(.capitals), page.tokens[number].length > 1 else { return false }
        let after =
            next < page.tokens.count && !page.tokens[next].gap.contains(.stop)
            && page.tokens[next].form.contains(.capitals) && page.tokens[next].length > 1
        return after
    }

    private static let praise = hashes(
        "done congratulations congrats captain thanks proud from champion winner week is")
    private static let before = hashes("to of by from with for")
    private static let afterChild = hashes("in for who scored won has on s and")

    private static let afterMonth = hashes("half bank day days fair ball pole be bring term holiday fayre queen")

    static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { Hashing.of($0.utf8) })
    }
}
