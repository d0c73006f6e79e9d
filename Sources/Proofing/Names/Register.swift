/// The names that are looked for, in every form in which they may be written, by the hash of their folded letters.
struct Register: Sendable {
    let people: [ProofName]
    /// Single words of names, with what they can be.
    private(set) var words = WordTable()
    /// Forms of two parts: which person, from 1, and whether it is all of the name.
    private var forms: WordTable
    /// Where among `spellings` the surnames stand that go with a first name and a first letter.
    private var spellingPlaces = WordTable()
    private var spellings: [Spelling] = []
    /// Pupils by first name: how many bear it is in `bearers`.
    private var bearers: [UInt64: Int] = [:]

    private struct Spelling: Sendable {
        var key: UInt64
        var person: UInt32
        var letters: [UInt8]
    }

    struct Match {
        var person: Int
        var isFull: Bool
    }

    private static let partial: UInt32 = 1 << 31
    /// No letters: in the place of an initial they say that there is none.
    private static let alone: UInt8 = 0
    private static let adult: UInt8 = 255

    init(_ names: [ProofName]) {
        // The first to come keeps a form that two people share: a child before an adult, and of children the one who
        // may not be named.
        people = names.enumerated().sorted { a, b in
            let (x, y) = (Self.rank(a.element), Self.rank(b.element))
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
        forms = WordTable(capacity: people.count * 4)
        let parsed = people.map { PersonWords($0) }
        for (number, person) in parsed.enumerated() where !person.last.isEmpty {
            addWords(person)
            for first in person.firsts {
                forms.add(Hashing.pair(first.hash, person.lastHash), value: UInt32(number + 1))
            }
        }
        for (number, person) in parsed.enumerated() {
            let value = UInt32(number + 1) | Self.partial
            guard !person.last.isEmpty else { continue }
            for first in person.firsts + person.nicks {
                forms.add(Hashing.pair(first.hash, person.lastHash), value: value)
                forms.add(Self.initialKey(first.hash, person.lastInitial), value: value)
                forms.add(Self.initialKey(person.lastHash, first.initial), value: value)
                for part in person.lastParts where person.lastParts.count > 1 && part.count > 3 {
                    forms.add(Hashing.pair(first.hash, Hashing.of(part)), value: value)
                    words.add(Hashing.of(part), traits: .last)
                }
            }
            if people[number].standing == .pupil {
                for name in person.firsts.prefix(1) + person.nicks {
                    bearers[name.hash, default: 0] += 1
                    forms.add(Self.initialKey(name.hash, Self.alone), value: value)
                }
            }
            if people[number].standing != .pupil {
                forms.add(Self.initialKey(person.lastHash, Self.adult), value: UInt32(number + 1))
            }
        }
        addSpellings(parsed)
    }

    private static func rank(_ name: ProofName) -> Int {
        switch name.standing {
        case .pupil: name.mayBeNamed ? 1 : 0
        case .staff: 2
        case .parent: 3
        }
    }

    private static func initialKey(_ hash: UInt64, _ initial: UInt8) -> UInt64 {
        Hashing.pair(hash, UInt64(initial) &* 0xff51_afd7_ed55_8ccd)
    }

    private mutating func addWords(_ person: PersonWords) {
        for first in person.firsts {
            words.add(first.hash, traits: .first)
            if let part = first.part { words.add(part, traits: .firstPart) }
        }
        for nick in person.nicks {
            words.add(nick.hash, traits: .nick)
            if let part = nick.part { words.add(part, traits: .firstPart) }
        }
        words.add(person.lastHash, traits: .last)
        if person.lastParts.count > 1 { words.add(Hashing.of(person.lastParts[0]), traits: .lastPart) }
    }

    private mutating func addSpellings(_ parsed: [PersonWords]) {
        for (number, person) in parsed.enumerated() where person.last.count >= 3 {
            for first in person.firsts {
                let key = Self.initialKey(~first.hash, person.lastInitial)
                spellings.append(Spelling(key: key, person: UInt32(number), letters: person.last))
                guard first.letters.count >= 4 else { continue }
                let other = Self.initialKey(person.lastHash &+ 1, first.initial)
                spellings.append(Spelling(key: other, person: UInt32(number), letters: first.letters))
            }
        }
        spellings.sort { $0.key < $1.key }
        for place in spellings.indices where place == 0 || spellings[place - 1].key != spellings[place].key {
            spellingPlaces.add(spellings[place].key, value: UInt32(place + 1))
        }
    }

    // MARK: Looking

    /// A first name or nickname with a surname.
    @inline(__always)
    func match(first: UInt64, last: UInt64) -> Match? { match(Hashing.pair(first, last)) }

    /// A name with the initial of the other.
    func match(name: UInt64, initial: UInt8) -> Match? { match(Self.initialKey(name, initial)) }

    /// The one pupil of a first name; nil when none or several bear it.
    func onlyPupil(first: UInt64) -> Int? {
        bearers[first] == 1 ? match(name: first, initial: Self.alone)?.person : nil
    }

    func isPupil(first: UInt64) -> Bool { bearers[first] != nil }

    /// Somebody of the staff, or a parent, of a surname.
    func adult(last: UInt64) -> Match? { match(name: last, initial: Self.adult) }

    private func match(_ key: UInt64) -> Match? {
        guard let value = forms[key]?.value, value != 0 else { return nil }
        return Match(person: Int(value & ~Self.partial) - 1, isFull: value & Self.partial == 0)
    }

    /// A surname that is one slip away from the letters given: two of them swapped, or one missing, added or wrong.
    func misspelt(first: UInt64, _ letters: ArraySlice<UInt8>) -> Int? {
        letters.first.flatMap { misspelt(Self.initialKey(~first, $0), letters) }
    }

    /// The same for a first name before a surname.
    func misspelt(last: UInt64, _ letters: ArraySlice<UInt8>) -> Int? {
        letters.first.flatMap { misspelt(Self.initialKey(last &+ 1, $0), letters) }
    }

    private func misspelt(_ key: UInt64, _ letters: ArraySlice<UInt8>) -> Int? {
        guard var place = spellingPlaces[key].map({ Int($0.value) - 1 }) else { return nil }
        let key = spellings[place].key
        while place < spellings.count, spellings[place].key == key {
            let known = spellings[place].letters
            // Of three letters, two may be swapped; another letter makes it another name.
            if abs(known.count - letters.count) <= 1, Slip.parts(known[...], letters),
                known.count > 3 || known.count == letters.count && known.sorted() == letters.sorted()
            {
                return Int(spellings[place].person)
            }
            place += 1
        }
        return nil
    }
}
