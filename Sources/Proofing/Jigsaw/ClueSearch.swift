import Policy

/// Looks in one text for what stands for a child without naming them in full.
struct ClueSearch {
    let page: Page
    let reader: Proofreader
    let names: NameSearch

    private func token(_ number: Int) -> Token? { page.tokens.indices.contains(number) ? page.tokens[number] : nil }
    private func hash(_ number: Int) -> UInt64? { token(number)?.hash }

    /// The pupil whom the checks of names find here.
    func named(at number: Int) -> Int? {
        guard let hit = names.hit(at: number), hit.person >= 0, reader.people.people[hit.person].standing == .pupil
        else { return nil }
        return hit.person
    }

    /// Words that are neither everyday nor a name, a month or a figure.
    func tellsTheMatter(_ token: Token) -> Bool {
        token.length > 4 && !token.form.contains(.number)
            && token.traits.isDisjoint(with: [.common, .month, .first, .nick, .last])
            && !Self.ofSchool.contains(token.hash)
    }

    // MARK: What stands for a child

    /// Each with the first and the last of its words.
    func seeds(at number: Int) -> [(Clues.Seed, ClosedRange<Int>)] {
        var found: [(Clues.Seed, ClosedRange<Int>)] = []
        if let name = name(at: number) { found.append((name, number...number)) }
        if let (initials, last) = initials(at: number) { found.append((initials, number...last)) }
        if Self.siblings.contains(page.tokens[number].hash), let person = fullName(near: number) {
            found.append((.sibling(person), number...number))
        }
        if let first = somebody(at: number) { found.append((.somebody, first...number)) }
        return found
    }

    private func name(at number: Int) -> Clues.Seed? {
        let token = page.tokens[number]
        guard !token.traits.isDisjoint(with: [.first, .nick]), token.form.contains(.capital),
            !token.form.contains(.camel)
        else { return nil }
        if let hit = names.hit(at: number) { return hit.shape == .first ? .name(token.hash) : nil }
        // An ordinary word is a name within a sentence only, and beside another capital it is somebody else’s.
        let isOrdinary = !token.traits.isDisjoint(with: [.plain, .month, .common])
        guard !isOrdinary || number > 0 && token.gap == .space, standsAlone(number), !isClass(number) else {
            return nil
        }
        return .name(token.hash)
    }

    private func standsAlone(_ number: Int) -> Bool {
        if names.isAfterTitle(number) || names.isAfterRole(number) { return false }
        if let next = token(number + 1) {
            if next.gap == .space, next.form.contains(.capital), !next.traits.contains(.common) { return false }
            if next.traits.contains(.place) || next.traits.contains(.street) { return false }
        }
        let token = page.tokens[number]
        guard token.gap == .space || token.gap == .hyphen, let before = self.token(number - 1) else { return true }
        return !before.form.contains(.capital) || before.traits.contains(.common)
            || !before.gap.isSubset(of: [.space, .hyphen, .comma])
    }

    /// `J. S.`, or `J. ran` within a sentence. `P.E.`, `B.B.C.` and `Plan B.` are none.
    private func initials(at number: Int) -> (Clues.Seed, last: Int)? {
        guard let first = dotted(number), !names.isAfterTitle(number) else { return nil }
        if let before = token(number - 1), before.length == 1, page.tokens[number].gap.contains(.dot) { return nil }
        guard let next = token(number + 1) else { return nil }
        if let second = dotted(number + 1) {
            let isLonger = token(number + 2).map { $0.length == 1 && $0.form.contains(.capital) } ?? false
            if isLonger || Self.abbreviations.contains(Hashing.of([first, second])) { return nil }
            return (.initials(first, second), number + 1)
        }
        guard next.gap == [.dot, .space], !next.form.contains(.capital), !next.form.contains(.number) else {
            return nil
        }
        return (.initials(first, nil), number)
    }

    private func dotted(_ number: Int) -> UInt8? {
        guard let token = token(number), token.length == 1, token.form.contains(.capital),
            !token.form.contains(.number),
            page.byte(Int(token.end)) == UInt8(ascii: ".")
        else { return nil }
        return page.text[Int(token.start)]
    }

    /// Who is named in full within four words of a word.
    private func fullName(near number: Int) -> Int? {
        for place in max(0, number - 5)...min(number + 3, page.tokens.count - 1) where place != number {
            if let hit = names.hit(at: place), hit.shape != .first { return hit.person }
        }
        return nil
    }

    /// The first word of `a pupil`, `our girl`, `one of our girls`.
    private func somebody(at number: Int) -> Int? {
        let hash = page.tokens[number].hash
        if Self.child.contains(hash), let before = self.hash(number - 1), Self.one.contains(before) {
            return number - 1
        }
        guard Self.children.contains(hash) else { return nil }
        for first in [number - 2, number - 3]
        where self.hash(first) == Self.figureOne && self.hash(first + 1) == Self.of { return first }
        return nil
    }

    // MARK: Years and classes

    /// `Year 3`, `Years 3, 4 and 5`, `Years 3 to 6`, `Y3`, `Year Three`, `Reception`.
    func years(at number: Int) -> Set<Int> {
        let token = page.tokens[number]
        if token.hash == Self.reception {
            let isDesk =
                self.hash(number - 1).map { Self.beforeDesk.contains($0) } ?? false
                || self.hash(number + 1).map { Self.afterDesk.contains($0) } ?? false
            return token.form.contains(.capital) && !isDesk ? [0] : []
        }
        guard Self.year.contains(token.hash), let next = self.token(number + 1) else { return [] }
        // `this year 6 of us`, `every year 30 trees`
        if !token.form.contains(.capital), let before = self.hash(number - 1), Self.beforeTime.contains(before) {
            return []
        }
        guard next.gap == .space || next.gap == .hyphen || next.gap.isEmpty else { return [] }
        return yearNumbers(from: number + 1)
    }

    private func yearNumbers(from start: Int) -> Set<Int> {
        var found: Set<Int> = []
        var last: Int?
        var isRange = false
        var number = start
        while let token = token(number), number < start + 12 {
            if let year = schoolYear(token) {
                if number > start, token.gap.contains(.hyphen), last != nil { isRange = true }
                if isRange, let last, last < year { found.formUnion(last...year) }
                found.insert(year)
                (last, isRange) = (year, false)
            } else if token.hash == Self.to, last != nil {
                isRange = true
            } else if token.hash != NameSearch.and || last == nil {
                break
            }
            if let next = self.token(number + 1),
                !next.gap.isSubset(of: [.space, .comma, .hyphen, .other]) || next.gap.contains(.paragraph)
            {
                break
            }
            number += 1
        }
        return found
    }

    private func schoolYear(_ token: Token) -> Int? {
        if token.form.contains(.number), token.length <= 2 {
            let value = page.text[Int(token.start)..<Int(token.end)].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
            return (1...13).contains(value) ? value : nil
        }
        return Self.figures.firstIndex(of: token.hash).map { $0 + 1 }
    }

    /// A class that is named here, by its hash. A tree, a road or a child of the same name is none.
    func className(at number: Int) -> UInt64? {
        let token = page.tokens[number]
        guard reader.classBeginnings.contains(token.hash) || token.form.contains(.number) else { return nil }
        guard token.form.contains(.capital) || token.form.contains(.number) else { return nil }
        var hash = Hashing.seed
        for next in number..<min(number + 3, page.tokens.count) {
            hash = page.hash(of: page.tokens[next], after: hash)
            guard reader.classNames.contains(hash) else { continue }
            if token.traits.isDisjoint(with: [.first, .nick]) {
                if let after = self.token(next + 1),
                    Self.afterTree.contains(after.hash) || after.traits.contains(.street)
                {
                    return nil
                }
                return hash
            }
            return isClass(number) ? hash : nil
        }
        return nil
    }

    /// Whether what could be a child’s name is said to be a class.
    private func isClass(_ number: Int) -> Bool {
        reader.classBeginnings.contains(page.tokens[number].hash)
            && (hash(number + 1).map { Self.classWords.contains($0) } ?? false
                || hash(number - 1).map { Self.beforeClass.contains($0) } ?? false)
    }
}
