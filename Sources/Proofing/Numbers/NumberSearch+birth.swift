import Policy

extension NumberSearch {
    /// A date that the words around it call somebody's birth.
    func dateOfBirth(at number: Int) -> (Finding, next: Int)? {
        guard let day = day(at: number), isBirth(day) else { return nil }
        return (
            Finding(kind: .dateOfBirth, start: Int(page.tokens[day.first].start), end: Int(page.tokens[day.last].end)),
            day.last + 1
        )
    }

    private func isBirth(_ day: Day) -> Bool {
        if isBesideName(day) || isBracketed(day) { return true }
        if day.first > 0, page.tokens[day.first - 1].hash == Self.b,
            page.tokens[day.first].gap.isSubset(of: [.dot, .space]),
            page.tokens[day.first].gap.contains(.dot)
        {
            return day.year.map { $0 >= 1950 } ?? true
        }
        // What is older than anybody at a school is history.
        if let year = day.year, year < 1950 { return false }
        var place = day.first
        for step in 0..<8 where place > 0 {
            let gap = page.tokens[place].gap
            if gap.contains(.paragraph)
                || gap.contains(.dot) && gap.contains(.space) && page.tokens[place - 1].length > 3
                || page.byte(Int(page.tokens[place].start) - 2) == UInt8(ascii: "!")
            {
                break
            }
            place -= 1
            let hash = page.tokens[place].hash
            if step == 0, hash == Self.since, isAge(place - 1) { return true }
            if Self.feast.contains(hash) || Self.spans.contains(hash) { return false }
            // `born again`, `born of a dream`
            if Self.born.contains(hash), !Self.unborn.contains(page.tokens[place + 1].hash) { return true }
            if Self.papers.contains(hash), place > 0,
                hash != Self.certificate || page.tokens[place - 1].hash == Self.birth
            {
                return true
            }
            if hash == Self.birth, place > 0, Self.giving.contains(page.tokens[place - 1].hash) { return true }
            if hash == Self.dayWord, place > 0, page.tokens[place - 1].hash == Self.b,
                page.tokens[place].gap == .apostrophe
            {
                return true
            }
            if hash == Self.world, step <= 3, has(Self.arriving, before: place, within: 4) { return true }
            if hash == Self.b, place >= 2, page.tokens[place - 1].hash == Self.o, page.tokens[place - 2].hash == Self.d
            {
                return true
            }
            if hash == Self.birth, place > 1,
                Self.dateWords.contains(page.tokens[place - 1].hash)
                    || Self.dateWords.contains(page.tokens[place - 2].hash)
            {
                return true
            }
            if Self.dateWords.contains(hash), place > 0, page.tokens[place - 1].hash == Self.birth { return true }
            if Self.birthday.contains(hash) {
                return !isPublic(place) && !has(Self.feast, after: day.last, within: 3)
                    && !has(Self.feast, before: day.first, within: step + 1)
            }
            if step <= 3, isAgeOfSomebody(place) { return true }
            // `who turned 9 on 3 March`
            if step <= 3, Self.ages.contains(hash), place > 0, Self.turning.contains(page.tokens[place - 1].hash) {
                return true
            }
            if step <= 3, isNumber(place), value(place) <= 18, page.tokens[place].length <= 2, place > 0,
                Self.turning.contains(page.tokens[place - 1].hash)
            {
                return true
            }
        }
        if isArrival(day) || isOfPerson(day) { return true }
        guard day.last + 1 < page.tokens.count, !page.tokens[day.last + 1].gap.contains(.paragraph) else {
            return false
        }
        let next = page.tokens[day.last + 1]
        if has(Self.papers, after: day.last, within: 3), has(Self.whose, after: day.last, within: 2) { return true }
        if has([Self.world], after: day.last, within: 9), has(Self.arriving, after: day.last, within: 7) { return true }
        if has([Self.birth], after: day.last, within: 7), has(Self.dateWords, after: day.last, within: 6) {
            return true
        }
        if has(Self.born, after: day.last, within: 5), has(Self.whom, after: day.last, within: 5) { return true }
        if Self.born.contains(next.hash), !next.gap.contains(.stop) { return true }
        return has(Self.birthday, after: day.last, within: 4) && has(Self.whose, after: day.last, within: 3)
            && !has(Self.feast, after: day.last, within: 5)
    }

    /// `little Rafe arrived 12th Jan 2020, 7lb 4oz`: a baby's coming, by what it weighed or by what it is called.
    private func isArrival(_ day: Day) -> Bool {
        if day.year != nil, has(Self.delivered, before: day.first, within: 5),
            has(Self.whom, before: day.first, within: 8)
        {
            return true
        }
        if day.year != nil, has(Self.joining, before: day.first, within: 5),
            has(Self.family, before: day.first, within: 3)
        {
            return true
        }
        return day.year != nil && has(Self.arriving, before: day.first, within: 5)
            && (has(Self.weights, after: day.last, within: 6) || has(Self.babies, before: day.first, within: 8))
    }

    /// The birthday of a king, a saint, a school or an author, not of somebody at school.
    func isPublic(_ place: Int) -> Bool {
        isOfSomebodyElse(place) || has(Self.publicBirthdays, before: place, within: 3)
    }

    /// `Robert Burns’ birthday`: two names with capitals that the school does not know.
    private func isOfSomebodyElse(_ place: Int) -> Bool {
        guard place >= 2 else { return false }
        let last = page.tokens[place - 1].length == 1 ? place - 2 : place - 1
        guard last >= 1 else { return false }
        return page.tokens[last - 1...last].allSatisfy {
            $0.form.contains(.capital) && $0.traits.isDisjoint(with: [.first, .nick, .last, .common])
        }
    }

    private static let since = Hashing.of("since".utf8)
    private static let unborn = words("again of out")
    private static let papers = words("certificate passport")
    private static let certificate = Hashing.of("certificate".utf8)
    private static let joining = words("joined completed became becoming made making")
    private static let family = words("family parents mum mam mummy mom dad daddy grandparents entrance appearance")
    private static let delivered = words("delivered")
    private static let (d, o, b) = (Hashing.of("d".utf8), Hashing.of("o".utf8), Hashing.of("b".utf8))
    static let birth = Hashing.of("birth".utf8)
    private static let whom = words("he she they i was were when")
    private static let arriving = words("arrived arrival arrives born welcomed came entered coming")
    private static let weights = words("lb lbs oz pounds ounces kg weighing weighed lbs")
    private static let babies = words(
        "baby babies son daughter twins girl boy lad lass bairn little brother sister wee bub bundle grandson granddaughter nephew niece"
    )
    private static let dateWords = words("date day dates year")
    private static let birthday = words("birthday birthdays bday")
    private static let spans = words("between from after before since until range")
    private static let giving = words("gave giving give gives given")
    private static let dayWord = Hashing.of("day".utf8)
    private static let world = Hashing.of("world".utf8)
    static let ages = words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    )
    static let turning = words("turn turns turned turning be becomes became is")
    private static let whose = words("his her their my our s")
    private static let feast = words(
        "party parties celebration celebrations disco lunch tea picnic assembly treat treats event sale concert cake")
    private static let publicBirthdays = words(
        "king queen king's saint school shakespeare darwin dahl library club nation nhs author charity official")
}
