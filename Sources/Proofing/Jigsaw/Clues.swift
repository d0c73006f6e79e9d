import Policy

/// What a text gives away about children whom it does not name in full.
struct Clues {
    /// Something that stands for one child.
    enum Seed: Hashable {
        /// A first name or nickname, by its hash.
        case name(UInt64)
        /// `J. S.`, `J in Year 3`.
        case initials(UInt8, UInt8?)
        /// A brother or sister of somebody, by the number of the person in the register.
        case sibling(Int)
        /// `a pupil`, `one of our girls`
        case somebody
    }

    var seeds: [(seed: Seed, start: Int, end: Int)] = []
    var years: Set<Int> = []
    /// Names of classes, by their hash when they are written as one.
    var classes: Set<UInt64> = []
    /// Words that few texts have, to tell which texts speak of the same matter.
    var rare: Set<UInt64> = []

    init(_ page: Page, _ reader: Proofreader) {
        let tokens = page.tokens
        let names = NameSearch(page: page, people: reader.people)
        for number in tokens.indices {
            let token = tokens[number]
            if token.hash == Self.year || token.hash == Self.years { readYears(page, number + 1) }
            if reader.classBeginnings.contains(token.hash) || token.form.contains(.number) {
                readClass(page, number, reader)
            }
            if token.traits.isDisjoint(with: [.common, .month]), token.length > 4 { rare.insert(token.hash) }
            if Self.siblings.contains(token.hash), let person = named(page, near: number, names) {
                seeds.append((.sibling(person), Int(token.start), Int(token.end)))
            }
            if Self.somebody.contains(token.hash), number > 0, Self.one.contains(tokens[number - 1].hash) {
                seeds.append((.somebody, Int(tokens[number - 1].start), Int(token.end)))
            }
            if token.length == 1, token.form.contains(.capital), !token.form.contains(.number),
                page.byte(Int(token.end)) == UInt8(ascii: ".")
            {
                let next = number + 1 < tokens.count ? tokens[number + 1] : nil
                let second = next.flatMap {
                    $0.length == 1 && $0.form.contains(.capital) ? page.text[Int($0.start)] : nil
                }
                seeds.append((.initials(page.text[Int(token.start)], second), Int(token.start), Int(token.end)))
            }
            let isName = !token.traits.isDisjoint(with: [.first, .nick]) && token.form.contains(.capital)
            if isName, token.traits.isDisjoint(with: [.plain, .month]) || number > 0 && token.gap == .space,
                !names.isAfterTitle(number), names.hit(at: number).map({ $0.shape == .first }) ?? true
            {
                seeds.append((.name(token.hash), Int(token.start), Int(token.end)))
            }
        }
    }

    /// `Year 3`, `Years 3 and 4`.
    private mutating func readYears(_ page: Page, _ from: Int) {
        for number in from..<min(from + 3, page.tokens.count) {
            let token = page.tokens[number]
            if token.form.contains(.number), token.length <= 2 {
                years.insert(page.text[Int(token.start)..<Int(token.end)].reduce(0) { $0 * 10 + Int($1 - 0x30) })
            } else if token.hash != NameSearch.and {
                return
            }
        }
    }

    private mutating func readClass(_ page: Page, _ number: Int, _ reader: Proofreader) {
        var hash = Hashing.seed
        for next in number..<min(number + 3, page.tokens.count) {
            hash = page.hash(of: page.tokens[next], after: hash)
            if reader.classNames.contains(hash) { classes.insert(hash) }
        }
    }

    /// The person whose full name stands within four words of one.
    private func named(_ page: Page, near number: Int, _ names: NameSearch) -> Int? {
        for place in max(0, number - 5)...min(number + 3, page.tokens.count - 1) where place != number {
            if let hit = names.hit(at: place), hit.shape != .first { return hit.person }
        }
        return nil
    }

    private static let year = Hashing.of("year".utf8)
    private static let years = Hashing.of("years".utf8)
    private static let siblings = NumberSearch.words("brother sister twin sibling brothers sisters twins siblings")
    private static let somebody = NumberSearch.words("pupil child girl boy student learner youngster reader")
    private static let one = NumberSearch.words("a one our this only the")
}
