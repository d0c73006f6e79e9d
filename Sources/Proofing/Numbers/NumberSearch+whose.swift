/// Whose day a date is, where no word says birth: it stands beside a name, an age or a place in school, and nothing says what
/// happened on it.
extension NumberSearch {
    func isOfPerson(_ day: Day) -> Bool {
        guard let year = day.year, year >= 1950, !hasEvent(around: day) else { return false }
        return isBaby(day) || isOfAge(day) || isOnRoll(day) || isBehindName(day)
    }

    /// `Riley (06.06.2016)`, `Ava Finch, 14/09/2017`: a day of the past beside a child’s name.
    func isBesideName(_ day: Day) -> Bool {
        guard let year = day.year, year >= 1990, day.first > 0 else { return false }
        let before = page.tokens[day.first - 1]
        guard before.form.contains(.capital), before.traits.isDisjoint(with: [.common, .month]) else { return false }
        let isName = !before.traits.isDisjoint(with: [.first, .nick, .last])
        if isInBrackets(day) { return isLikeName(day.first - 1) && page.tokens[day.first].form.contains(.number) }
        return isName && page.tokens[day.first].gap.contains(.comma) && !hasEvent(around: day)
    }

    /// `(b 4/6/17)`
    func isBracketed(_ day: Day) -> Bool {
        guard let year = day.year, year >= 1950, day.first > 0, page.tokens[day.first - 1].hash == Self.letterB else {
            return false
        }
        return page.byte(Int(page.tokens[day.first - 1].start) - 1) == UInt8(ascii: "(")
    }

    /// `turns 40 on`, `Mr Ali is 50 on Friday`, `Leo was 5 on`: an age that somebody reaches.
    func isAgeOfSomebody(_ place: Int) -> Bool {
        guard isNumber(place), (1...99).contains(value(place)), page.tokens[place].length <= 2, place > 1,
            place + 1 < page.tokens.count, page.tokens[place].gap == .space,
            Self.onDay.contains(page.tokens[place + 1].hash), !isPublic(place)
        else { return false }
        let verb = page.tokens[place - 1].hash
        if Self.reaching.contains(verb) { return true }
        guard Self.being.contains(verb) else { return false }
        let who = page.tokens[place - 2].hash == Self.will && place > 2 ? place - 3 : place - 2
        return isLikeName(who) || Self.persons.contains(page.tokens[who].hash)
    }

    /// `a leap day baby, 29/02/2016`, `29 February 2016, a leap year baby`
    private func isBaby(_ day: Day) -> Bool {
        if day.first > 0, Self.newborn.contains(page.tokens[day.first - 1].hash) { return true }
        guard day.last + 1 < page.tokens.count, page.tokens[day.last + 1].gap.contains(.comma) else { return false }
        return (day.last + 2...day.last + 4).contains { place in
            place < page.tokens.count && Self.newborn.contains(page.tokens[place].hash)
                && (place + 1 == page.tokens.count || !page.tokens[place + 1].gap.isSubset(of: .space)
                    || Self.inside.contains(page.tokens[place + 1].hash))
        }
    }

    /// `is nine today! 12/6/16`, `She’ll be ten on Saturday, so 8/10/2015`: an age, and a day of the year that explains it.
    private func isOfAge(_ day: Day) -> Bool {
        guard day.first > 1 else { return false }
        let explains = Self.soThat.contains(page.tokens[day.first - 1].hash) || isAge(day.first - 1)
        guard explains else { return false }
        var place = day.first
        for _ in 0..<10 where place > 1 && !page.tokens[place].gap.contains(.paragraph) {
            place -= 1
            guard isAge(place), !isPublic(place) else { continue }
            let verb = page.tokens[place - 1].hash
            if Self.reaching.contains(verb) || Self.being.contains(verb) { return true }
        }
        return false
    }

    func isAge(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        if isNumber(place) { return (1...99).contains(value(place)) && page.tokens[place].length <= 2 }
        return Self.ages.contains(page.tokens[place].hash)
    }

    /// `Register entry: Ava Finch, 14/09/2017`, `the youngest in the year, 31 Aug 2017`: a line about who is on the roll.
    private func isOnRoll(_ day: Day) -> Bool {
        guard day.first > 1 else { return false }
        if has(Self.places, before: day.first, within: 5) || has(Self.places, after: day.last, within: 7) {
            return true
        }
        var place = day.first - 1
        // `F`, `girl`
        if page.tokens[place].length == 1 || Self.sexes.contains(page.tokens[place].hash) { place -= 1 }
        guard place > 0, isLikeName(place), !page.tokens[place + 1].gap.isSubset(of: .space) else { return false }
        return has(Self.roll, before: place, within: 8) || has(Self.roll, after: day.last, within: 8)
    }

    /// `My son Jude, 14/02/2016, has lost his coat`, `Ivy - 31/8/17 - Willow class`, `my little girl’s 31/8/17`: figures alone,
    /// set off by signs behind somebody who has no title.
    private func isBehindName(_ day: Day) -> Bool {
        guard day.first > 0, day.last == day.first + 2 || isInBrackets(day), isNumber(day.first) else { return false }
        let last = day.first - 1
        let isPossessive = page.tokens[last].length == 1 && page.tokens[last].gap == .apostrophe && last > 0
        let who = isPossessive ? last - 1 : last
        if Self.kin.contains(page.tokens[who].hash) { return true }
        guard !isPossessive, !page.tokens[day.first].gap.isSubset(of: .space), page.tokens[who].form.contains(.capital)
        else { return false }
        return has(Self.kin, before: day.first, within: 3)
            || isLikeName(who) && has(Self.classes, after: day.last, within: 4)
    }

    func isInBrackets(_ day: Day) -> Bool {
        page.byte(Int(page.tokens[day.first].start) - 1) == UInt8(ascii: "(")
            && page.byte(Int(page.tokens[day.last].end)) == UInt8(ascii: ")")
    }

    private func hasEvent(around day: Day) -> Bool {
        has(Self.events, before: day.first, within: 8) || has(Self.events, after: day.last, within: 5)
    }

    private func isLikeName(_ place: Int) -> Bool {
        let token = page.tokens[place]
        return token.form.contains(.capital) && token.traits.isDisjoint(with: [.common, .month, .place, .street])
            && (token.word == 0 || !token.traits.isDisjoint(with: [.first, .nick, .last, .plain]))
    }

    private static let letterB = Hashing.of("b".utf8)
    private static let will = Hashing.of("will".utf8)
    private static let onDay = words(
        "on today tomorrow monday tuesday wednesday thursday friday saturday sunday")
    private static let reaching = words("turn turns turned turning becomes became reaches reached hits hit")
    private static let being = words("is was be s aged")
    private static let persons = words("he she")
    private static let newborn = words("baby babies newborn bub bairn")
    private static let inside = words("of in from at")
    private static let soThat = words("so it means meaning makes therefore today tomorrow yesterday already")
    private static let sexes = words("boy girl male female")
    private static let places = words("youngest oldest eldest")
    private static let roll = words(
        "register entry starter starters admission admissions admitted enrolled enrolment applicant applicants joiner "
            + "joiners roll waiting pupil pupils place")
    private static let kin = words(
        "son daughter grandson granddaughter twins twin boy girl lad lass little sister brother nephew niece stepson "
            + "stepdaughter toddler")
    private static let classes = words("class year allergy allergic reception nursery form yr y1 ks1 ks2 eyfs inhaler")
    /// What happens on days that are nobody's own.
    private static let events = words(
        "party parties celebration celebrations disco lunch tea picnic assembly treat treats event sale concert cake trip "
            + "meeting minutes agenda match fixture tournament inspection inspected opened opening opens launch launched "
            + "published updated agreed approved signed reviewed adopted policy letter newsletter photo photos picture "
            + "award winner star prize deadline apply term fair fete show visit visited workshop tickets ticket issue "
            + "edition version copyright dated built founded started starts ends closed closes costs cost invoice paid "
            + "expires sponsored report"
    )
}
