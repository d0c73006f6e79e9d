import Policy

/// Whether what is said here, with what was published before, leaves one child only who can be meant.
///
/// It can use what the register holds: first names and nicknames, initials, years, classes, brothers and sisters by their
/// surname. It cannot know what the register does not: teams, parts in a play, a plaster cast, what a neighbour knows. A
/// text that it lets pass may still point to a child.
extension Proofreader {
    /// - Parameter earlier: What was published before, words and descriptions of pictures; those that have words in
    ///   common which few others have are taken to speak of the same matter.
    package func jigsaw(_ draft: ProofDraft, earlier: [ProofDraft]) -> [Remark] {
        var notes = Notes(settings)
        guard notes.looksFor(.jigsaw), people.people.contains(where: { !$0.mayBeNamed }) else { return [] }
        let page = Page(draft.words, words)
        let here = Clues(page, self)
        var told: Set<Int> = []
        for seed in here.seeds {
            if let person = onlyOne(seed.seed, here.years, here.classes), told.insert(person).inserted {
                say(person, page.span(seed.start, seed.end), "Together these words point to one child.", &notes)
            }
        }
        let before = earlier.map { Clues(Page(Self.text(of: $0), words), self) }
        var counts: [UInt64: Int] = [:]
        for clues in before { for word in clues.rare { counts[word, default: 0] += 1 } }
        for clues in before where isSameMatter(here, clues, counts, among: before.count) {
            for seed in here.seeds + clues.seeds {
                let years = Self.meet(here.years, clues.years)
                let classes = Self.meet(here.classes, clues.classes)
                // What was published before gave the child away by itself: this adds nothing.
                guard
                    onlyOne(seed.seed, clues.years, clues.classes) == nil
                        || here.seeds.contains(where: { $0.seed == seed.seed }),
                    let person = onlyOne(seed.seed, years, classes), told.insert(person).inserted
                else { continue }
                let place = here.seeds.first { $0.seed == seed.seed }
                say(
                    person, place.map { page.span($0.start, $0.end) },
                    "With what was published before, these words point to one child.", &notes)
            }
        }
        return notes.remarks
    }

    private func say(_ person: Int, _ span: (Int, Int)?, _ says: String, _ notes: inout Notes) {
        notes.add(
            .jigsaw, at: span == nil ? .whole : .words, start: span?.0, end: span?.1, says: says,
            mend: "Leave out the year, the class, the name or the relation, so that several children may be meant.",
            pupil: people.people[person].id)
    }

    private static func text(of draft: ProofDraft) -> String {
        ([draft.words] + draft.pictures.map(\.altText)).joined(separator: "\n\n")
    }

    /// Two texts speak of the same matter when they share two words that no other text has.
    private func isSameMatter(_ a: Clues, _ b: Clues, _ counts: [UInt64: Int], among total: Int) -> Bool {
        let shared = a.rare.intersection(b.rare).count { counts[$0] == 1 || total <= 2 }
        return shared >= 2
    }

    private static func meet<Value>(_ a: Set<Value>, _ b: Set<Value>) -> Set<Value> {
        if a.isEmpty || b.isEmpty { return a.union(b) }
        return a.intersection(b)
    }

    /// The one pupil who can be meant, when it is one who may not be named.
    private func onlyOne(_ seed: Clues.Seed, _ years: Set<Int>, _ classes: Set<UInt64>) -> Int? {
        if case .somebody = seed, years.isEmpty, classes.isEmpty { return nil }
        if case .initials(_, nil) = seed, years.isEmpty, classes.isEmpty { return nil }
        var only: Int?
        for (number, person) in people.people.enumerated() where person.standing == .pupil {
            guard fits(seed, number, person) else { continue }
            if !years.isEmpty, let year = person.year, !years.contains(year) { continue }
            if !classes.isEmpty, !person.className.isEmpty, !classes.contains(Self.key(person.className)) { continue }
            if only != nil { return nil }
            only = number
        }
        guard let only, !people.people[only].mayBeNamed else { return nil }
        return only
    }

    private func fits(_ seed: Clues.Seed, _ number: Int, _ person: ProofName) -> Bool {
        switch seed {
        case .somebody: return true
        case .sibling(let other):
            return number != other && Self.key(person.last) == Self.key(people.people[other].last)
        case .name(let hash): return ([person.first] + person.nicknames).contains { Self.key($0) == hash }
        case .initials(let first, let last):
            let words = PersonWords(person)
            return words.firsts.contains { $0.initial == first } && (last == nil || words.lastInitial == last)
        }
    }

    static func key(_ name: String) -> UInt64 { Hashing.of(PersonWords.words(name).joined()) }
}
