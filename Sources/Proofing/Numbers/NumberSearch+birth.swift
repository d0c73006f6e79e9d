import Policy

extension NumberSearch {
    private struct Day {
        var first: Int
        var last: Int
        var year: Int?
    }

    /// A date that the words around it call somebody's birth.
    func dateOfBirth(at number: Int) -> (Finding, next: Int)? {
        guard let day = day(at: number), isBirth(day) else { return nil }
        return (
            Finding(kind: .dateOfBirth, start: Int(page.tokens[day.first].start), end: Int(page.tokens[day.last].end)),
            day.last + 1
        )
    }

    private func value(_ number: Int) -> Int {
        page.text[Int(page.tokens[number].start)..<Int(page.tokens[number].end)].prefix(9).reduce(0) {
            $0 * 10 + Int($1 - 0x30)
        }
    }

    private func isNumber(_ number: Int) -> Bool {
        page.tokens.indices.contains(number) && page.tokens[number].form.contains(.number)
    }

    private func isMonth(_ number: Int) -> Bool {
        page.tokens.indices.contains(number) && page.tokens[number].traits.contains(.month)
    }

    /// `12/5/2014`, `2014-05-12`, `12th of May 2014`, `May 12th, 2014`, `12 May`.
    private func day(at number: Int) -> Day? {
        let (value, length) = (value(number), page.tokens[number].length)
        if length == 6 || length == 8, let day = run(number, value, length) { return day }
        if length == 4, (1950...2099).contains(value), let day = worded(before: number, value) { return day }
        if length == 4 || length <= 2, let day = figures(number, value, length) { return day }
        guard length <= 2, (1...31).contains(value) else { return nil }
        var next = number + 1
        if next < page.tokens.count, page.tokens[next].gap.isEmpty, Self.ordinals.contains(page.tokens[next].hash) {
            next += 1
        }
        let afterDay = next
        if next < page.tokens.count, page.tokens[next].hash == Self.of { next += 1 }
        if isMonth(next) {
            let year = year(next + 1)
            return Day(first: number, last: year == nil ? next : next + 1, year: year)
        }
        if isMonth(number - 1), page.tokens[number].gap.isSubset(of: [.space]) {
            let year = year(afterDay)
            return Day(first: number - 1, last: year == nil ? afterDay - 1 : afterDay, year: year)
        }
        return nil
    }

    /// `dob 190915`, `DOB: 20140617`
    private func run(_ number: Int, _ value: Int, _ length: Int) -> Day? {
        let isNamed = number > 0 && Self.born.contains(page.tokens[number - 1].hash)
        if length == 8, (1950...2099).contains(value / 10_000), (1...12).contains(value / 100 % 100),
            (1...31).contains(value % 100)
        {
            return Day(first: number, last: number, year: value / 10_000)
        }
        let (day, month) = length == 6 ? (value / 10_000, value / 100 % 100) : (value / 1_000_000, value / 10_000 % 100)
        return isNamed && (1...31).contains(day) && (1...12).contains(month) ? Day(first: number, last: number) : nil
    }

    /// `fifth of August 2013`, `Christmas Day 2016`, from the year.
    private func worded(before number: Int, _ year: Int) -> Day? {
        guard number >= 2 else { return nil }
        if isMonth(number - 1) {
            let place = page.tokens[number - 2].hash == Self.of ? number - 3 : number - 2
            guard place >= 0, Self.daysInWords.contains(page.tokens[place].hash) else { return nil }
            let isLong =
                place > 0 && page.tokens[place].gap.isSubset(of: [.hyphen, .space])
                && Self.tensInWords.contains(page.tokens[place - 1].hash)
            return Day(first: isLong ? place - 1 : place, last: number, year: year)
        }
        guard Self.feastDays.contains(page.tokens[number - 1].hash), Self.feasts.contains(page.tokens[number - 2].hash)
        else {
            return nil
        }
        return Day(first: number - 2, last: number, year: year)
    }

    private func figures(_ number: Int, _ value: Int, _ length: Int) -> Day? {
        guard isNumber(number + 1), isNumber(number + 2) else { return nil }
        let signs = [number + 1, number + 2].map { place -> UInt8 in
            let (from, to) = (Int(page.tokens[place - 1].end), Int(page.tokens[place].start))
            let inside = page.text[from..<to].filter { $0 != UInt8(ascii: " ") }
            return inside.count == 1 ? inside[inside.startIndex] : inside.isEmpty && to - from == 1 ? 0x20 : 0
        }
        guard signs[0] == signs[1], Self.dateSigns.contains(signs[0]) else { return nil }
        let (middle, last) = (self.value(number + 1), self.value(number + 2))
        guard page.tokens[number + 1].length <= 2, (1...31).contains(middle) else { return nil }
        if length == 4 {
            guard (1900...2099).contains(value), (1...31).contains(last), page.tokens[number + 2].length <= 2 else {
                return nil
            }
            return Day(first: number, last: number + 2, year: value)
        }
        let years = page.tokens[number + 2].length
        guard (1...31).contains(value), value <= 12 || middle <= 12, years == 2 || years == 4 else { return nil }
        if years == 4, !(1900...2099).contains(last) { return nil }
        return Day(first: number, last: number + 2, year: years == 4 ? last : nil)
    }

    private func year(_ number: Int) -> Int? {
        guard isNumber(number), page.tokens[number].gap.isSubset(of: [.space, .comma, .apostrophe]) else { return nil }
        let (value, length) = (value(number), page.tokens[number].length)
        if length == 4, (1000...2099).contains(value) { return value }
        return length == 2 && page.byte(Int(page.tokens[number].end)) != UInt8(ascii: ":") ? 2000 + value : nil
    }

    private func isBirth(_ day: Day) -> Bool {
        if isBesideName(day) { return true }
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
            if Self.feast.contains(hash) || Self.spans.contains(hash) { return false }
            if Self.born.contains(hash) { return true }
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
        guard day.last + 1 < page.tokens.count, !page.tokens[day.last + 1].gap.contains(.paragraph) else {
            return false
        }
        if isArrival(day) { return true }
        let next = page.tokens[day.last + 1]
        if has([Self.birth], after: day.last, within: 5), has(Self.dateWords, after: day.last, within: 6) {
            return true
        }
        if has(Self.born, after: day.last, within: 5), has(Self.whom, after: day.last, within: 5) { return true }
        if Self.born.contains(next.hash), !next.gap.contains(.stop) { return true }
        return has(Self.birthday, after: day.last, within: 4) && has(Self.whose, after: day.last, within: 3)
            && !has(Self.feast, after: day.last, within: 5)
    }

    /// `Riley (06.06.2016)`, `Ava Finch, 14/09/2017`: a day of the past beside a child's name.
    private func isBesideName(_ day: Day) -> Bool {
        guard let year = day.year, year >= 1990, day.first > 0 else { return false }
        let before = page.tokens[day.first - 1]
        guard before.form.contains(.capital), before.traits.isDisjoint(with: [.common, .month]) else { return false }
        let isName = !before.traits.isDisjoint(with: [.first, .nick, .last])
        let isInside =
            page.byte(Int(page.tokens[day.first].start) - 1) == UInt8(ascii: "(")
            && page.byte(Int(page.tokens[day.last].end)) == UInt8(ascii: ")")
        if isInside { return (isName || before.word == 0) && page.tokens[day.first].form.contains(.number) }
        return isName && page.tokens[day.first].gap.contains(.comma) && !has(Self.feast, before: day.first, within: 8)
    }

    /// `little Rafe arrived 12th Jan 2020, 7lb 4oz`: a baby's coming, by what it weighed or by what it is called.
    private func isArrival(_ day: Day) -> Bool {
        if day.year != nil, has(Self.delivered, before: day.first, within: 5),
            has(Self.whom, before: day.first, within: 8)
        {
            return true
        }
        return day.year != nil && has(Self.arriving, before: day.first, within: 5)
            && (has(Self.weights, after: day.last, within: 6) || has(Self.babies, before: day.first, within: 8))
    }

    /// The birthday of a king, a saint, a school or an author, not of somebody at school.
    private func isPublic(_ place: Int) -> Bool {
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

    private static let delivered = words("delivered")
    private static let daysInWords = words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            + "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth")
    private static let tensInWords = words("twenty thirty")
    private static let feasts = words("christmas boxing year years new valentine valentines leap")
    private static let feastDays = words("day eve")
    private static let of = Hashing.of("of".utf8)
    private static let (d, o, b) = (Hashing.of("d".utf8), Hashing.of("o".utf8), Hashing.of("b".utf8))
    private static let birth = Hashing.of("birth".utf8)
    private static let ordinals = words("st nd rd th")
    private static let born = words("born dob dobs nascent birthdate birthdates dateofbirth ganwyd anwyd geni")
    private static let whom = words("he she they i was were when")
    private static let arriving = words("arrived arrival arrives born welcomed came entered")
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
    private static let ages = words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    )
    private static let turning = words("turn turns turned turning be becomes became is")
    private static let whose = words("his her their my our s")
    private static let feast = words(
        "party parties celebration celebrations disco lunch tea picnic assembly treat treats event sale concert cake")
    private static let publicBirthdays = words(
        "king queen king's saint school shakespeare darwin dahl library club nation nhs author charity official")
    private static let dateSigns: Set<UInt8> = [0x2F, 0x2D, 0x2E, 0x20, 0x7C]
}
