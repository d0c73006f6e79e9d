extension NumberSearch {
    /// A day, written in figures or with its month, by its tokens.
    struct Day {
        var first: Int
        var last: Int
        var year: Int?
    }

    func value(_ number: Int) -> Int {
        page.text[Int(page.tokens[number].start)..<Int(page.tokens[number].end)].prefix(9).reduce(0) {
            $0 * 10 + Int($1 - 0x30)
        }
    }

    func isNumber(_ number: Int) -> Bool {
        page.tokens.indices.contains(number) && page.tokens[number].form.contains(.number)
    }

    func isMonth(_ number: Int) -> Bool {
        page.tokens.indices.contains(number) && page.tokens[number].traits.contains(.month)
    }

    /// `12/5/2014`, `2014-05-12`, `12th of May 2014`, `May 12th, 2014`, `12 May`.
    func day(at number: Int) -> Day? {
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
        // `March 3rd`, `March the 3rd`
        let month = number > 0 && page.tokens[number - 1].hash == Self.the ? number - 2 : number - 1
        if isMonth(month), page.tokens[month + 1].gap.isSubset(of: [.space]),
            page.tokens[number].gap.isSubset(of: [.space])
        {
            let year = year(afterDay)
            return Day(first: month, last: year == nil ? afterDay - 1 : afterDay, year: year)
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
        return Day(first: number, last: number + 2, year: years == 4 ? last : last <= 40 ? 2000 + last : 1900 + last)
    }

    private func year(_ number: Int) -> Int? {
        guard isNumber(number), page.tokens[number].gap.isSubset(of: [.space, .comma, .apostrophe, .hyphen])
        else { return nil }
        let (value, length) = (value(number), page.tokens[number].length)
        if length == 4, (1000...2099).contains(value) { return value }
        return length == 2 && page.byte(Int(page.tokens[number].end)) != UInt8(ascii: ":") ? 2000 + value : nil
    }

    private static let the = Hashing.of("the".utf8)
    private static let of = Hashing.of("of".utf8)
    private static let ordinals = words("st nd rd th")
    private static let daysInWords = words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            + "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth")
    private static let tensInWords = words("twenty thirty")
    private static let feasts = words("christmas boxing year years new valentine valentines leap")
    private static let feastDays = words("day eve")
    private static let dateSigns: Set<UInt8> = [0x2F, 0x2D, 0x2E, 0x20, 0x7C]
    static let born = words("born dob dobs nascent birthdate birthdates dateofbirth ganwyd anwyd geni")
}
