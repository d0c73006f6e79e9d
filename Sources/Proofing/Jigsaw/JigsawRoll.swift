import Policy

/// The pupils as the jigsaw compares them with what a text says: their names folded once, not at every comparison.
struct JigsawRoll: Sendable {
    struct Pupil: Sendable {
        /// Place among the register's people.
        var person: Int
        /// Nil where the school has not said.
        var year: Int?
        /// By its hash; nil where the school has not said.
        var className: UInt64?
        var last: UInt64
        var firstInitials: [UInt8]
        var lastInitial: UInt8
        var mayBeNamed: Bool
    }

    private(set) var pupils: [Pupil] = []
    /// Places among `pupils`, by first name and nickname.
    private var byName: [UInt64: [Int]] = [:]
    private var bySurname: [UInt64: [Int]] = [:]
    /// Surnames of everybody in the register whose name could be followed by “and his sister”.
    private var surnames: [UInt64]
    private let all: [Int]

    /// - Parameter people: those of the register, in its order.
    init(_ people: [ProofName]) {
        guard people.contains(where: { $0.standing == .pupil && !$0.mayBeNamed }) else {
            (surnames, all) = ([], [])
            return
        }
        var surnames: [UInt64] = []
        for (person, name) in people.enumerated() {
            let words = PersonWords(name)
            surnames.append(words.lastHash)
            guard name.standing == .pupil else { continue }
            let place = pupils.count
            pupils.append(
                Pupil(
                    person: person, year: name.year,
                    className: name.className.isEmpty
                        ? nil : Hashing.of(PersonWords.words(name.className).joined()), last: words.lastHash,
                    firstInitials: words.firsts.map(\.initial), lastInitial: words.lastInitial,
                    mayBeNamed: name.mayBeNamed))
            for hash in Set((words.firsts + words.nicks).map(\.hash)) { byName[hash, default: []].append(place) }
            if !words.last.isEmpty { bySurname[words.lastHash, default: []].append(place) }
        }
        self.surnames = surnames
        all = Array(pupils.indices)
    }

    /// Nobody on it must stay unnamed, so nothing can be given away.
    var isOpen: Bool { pupils.isEmpty }

    /// Everybody for whom a seed can stand, by their places among `pupils`.
    func candidates(_ seed: Clues.Seed) -> [Int] {
        switch seed {
        case .name(let hash): byName[hash] ?? []
        case .sibling(let person):
            bySurname[surnames[person]]?.filter { pupils[$0].person != person } ?? []
        case .initials(let first, let last):
            all.filter {
                pupils[$0].firstInitials.contains(first) && (last == nil || pupils[$0].lastInitial == last)
            }
        case .somebody: all
        }
    }
}
