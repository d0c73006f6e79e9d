import Policy

extension NumberSearch {
    // MARK: Unique pupil numbers

    /// A letter that checks the rest, and twelve figures of which the last may be a letter.
    func pupilNumber(at number: Int) -> (Finding, next: Int)? {
        let token = page.tokens[number]
        guard number > 0 else { return nil }
        guard token.length == 12 || token.length == 11, token.gap.isEmpty, page.tokens[number - 1].length == 1 else {
            return partedPupilNumber(at: number)
        }
        let start = Int(token.start) - 1
        guard ByteClass.kind(page.byte(start - 1)) == 0, start + 13 <= page.text.count,
            ByteClass.kind(page.byte(start + 13)) == 0
        else { return nil }
        var sum = 0
        for place in 1...12 {
            guard let value = Self.checkValue(page.text[start + place], isLast: place == 12) else { return nil }
            sum += value * (place + 1)
        }
        guard Self.checkLetters[sum % 23] == page.text[start] else { return nil }
        let finding = Finding(kind: .upn, start: start, end: start + 13)
        return (finding, token.length == 12 ? number + 1 : number + 2)
    }

    /// `Q 382 601 902 044`, `W-370981-277306`: the letter apart, and the figures in groups.
    private func partedPupilNumber(at number: Int) -> (Finding, next: Int)? {
        let (letter, token) = (page.tokens[number - 1], page.tokens[number])
        guard letter.length == 1, token.start - letter.end <= 1, token.length < 12,
            ByteClass.kind(page.byte(Int(letter.start) - 1)) == 0
        else { return nil }
        let groups = groups(at: number)
        guard groups.digits.count == 12, let last = groups.tokens.last else { return nil }
        let sum = groups.digits.enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset + 2) }
        guard Self.checkLetters[sum % 23] == page.text[Int(letter.start)],
            ByteClass.kind(page.byte(Int(page.tokens[last].end))) == 0
        else { return nil }
        return (Finding(kind: .upn, start: Int(letter.start), end: Int(page.tokens[last].end)), last + 1)
    }

    private static func checkValue(_ byte: UInt8, isLast: Bool) -> Int? {
        if ByteClass.isDigit(byte) { return Int(byte - 0x30) }
        return isLast ? checkLetters.firstIndex(of: byte) : nil
    }

    private static let checkLetters = Array("abcdefghjklmnpqrtuvwxyz".utf8)

    // MARK: NHS numbers

    /// Ten figures of which the last checks the rest, in groups of 3, 3 and 4 or where the words speak of health.
    func patientNumber(at number: Int) -> (Finding, next: Int)? {
        let groups = groups(at: number, most: 4)
        guard groups.lengths == [10] || groups.lengths == [3, 3, 4], let last = groups.tokens.last,
            ByteClass.kind(page.byte(Int(page.tokens[last].end))) == 0,
            page.byte(groups.start - 1) != UInt8(ascii: "-"), Self.checks(groups.digits)
        else { return nil }
        let isNamed = has(Self.service, before: number, within: 6)
        if !isNamed, has(Self.reference, before: number, within: 3) { return nil }
        guard
            isNamed || groups.lengths.count == 3 || isRedBook(number) || has(Self.health, before: number, within: 12)
                || has(Self.health, after: last, within: 10)
        else { return nil }
        let finding = Finding(kind: .nhsNumber, start: groups.start, end: Int(page.tokens[last].end))
        return (finding, last + 1)
    }

    /// After `red book`, in which a child's health is written down.
    private func isRedBook(_ number: Int) -> Bool {
        (max(1, number - 4)...max(1, number)).contains {
            page.tokens[$0].hash == Self.book && page.tokens[$0 - 1].hash == Self.red
        }
    }

    private static let (red, book) = (Hashing.of("red".utf8), Hashing.of("book".utf8))

    private static func checks(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for place in 0..<9 { sum += Int(digits[place]) * (10 - place) }
        let check = (11 - sum % 11) % 11
        return check < 10 && check == Int(digits[9]) && digits.contains { $0 != digits[0] }
    }

    private static let service = words("nhs")
    private static let health = words(
        "nhs nurse nurses midwife visitor jab jabs records redbook medical hospital gp doctor health patient clinic surgery vaccination vaccine immunisation "
            + "ambulance prescription inhaler epipen allergy appointment paramedic matron medication medicine dentist")

    // MARK: Postcodes

    /// From the figure of its first half.
    func postcode(at number: Int) -> (Finding, next: Int)? {
        let token = page.tokens[number]
        guard number > 0, token.gap.isEmpty, page.tokens[number - 1].length <= 2, token.length <= 3 else { return nil }
        let start = Int(page.tokens[number - 1].start)
        let before = page.byte(start - 1)
        guard ByteClass.kind(before) == 0, before != UInt8(ascii: "@"),
            before != UInt8(ascii: "_"), before != UInt8(ascii: "/"),
            Postcodes.areas.contains(area(page.tokens[number - 1])),
            page.text[Int(token.start)] != UInt8(ascii: "0")
                || Postcodes.withNought.contains(area(page.tokens[number - 1]))
        else { return nil }
        // The first half has one figure or two, or one and a letter; the second begins with a figure.
        var places: [Int] = []
        var at = start
        var gap = 0
        while at < page.text.count, places.count < 8 {
            if ByteClass.kind(page.text[at]) != 0 {
                if gap > 0 { places.append(-1) }
                gap = 0
                places.append(at)
            } else if page.text[at] == UInt8(ascii: " ") || page.text[at] == UInt8(ascii: "\n")
                || page.text[at] == UInt8(ascii: "-"), gap < 2,
                !places.contains(-1)
            {
                gap += 1
            } else {
                break
            }
            at += 1
        }
        let letters = page.tokens[number - 1].length
        for outward in [letters + 2, letters + 1] {
            guard let end = end(places, outward, letters) else { continue }
            return (Finding(kind: .postcode, start: start, end: end), tokenAfter(end, from: number))
        }
        return nil
    }

    private func area(_ token: Token) -> UInt16 {
        let first = UInt16(page.text[Int(token.start)])
        return token.length == 1 ? first : first << 8 | UInt16(page.text[Int(token.start) + 1])
    }

    private func end(_ places: [Int], _ outward: Int, _ letters: Int) -> Int? {
        let isParted = places.count > outward && places[outward] == -1
        let inward = Array(places.dropFirst(isParted ? outward + 1 : outward).prefix(3))
        let head = Array(places.prefix(outward))
        guard head.count == outward, inward.count == 3, !head.contains(-1), !inward.contains(-1),
            ByteClass.isDigit(page.text[inward[0]]), Postcodes.isInward(page.text[inward[1]]),
            Postcodes.isInward(page.text[inward[2]]), ByteClass.kind(page.byte(inward[2] + 1)) == 0
        else { return nil }
        // `E1 4th` is a place in a race, and `CO2 1kg` no postcode either.
        let (big, small) = (page.isUpper(head[0]), page.isUpper(inward[1]))
        guard big == small || isParted, page.isUpper(inward[2]) == small || isParted && big else { return nil }
        if !small, Self.ordinalEnds.contains([page.text[inward[1]], page.text[inward[2]]]) { return nil }
        return inward[2] + 1
    }

    private func tokenAfter(_ end: Int, from number: Int) -> Int {
        var next = number
        while next < page.tokens.count, Int(page.tokens[next].start) < end { next += 1 }
        return next
    }

    private static let ordinalEnds: Set<[UInt8]> = [
        Array("st".utf8), Array("nd".utf8), Array("rd".utf8), Array("th".utf8),
    ]
}
