import Policy

/// Whether what is said here, with what was published before, leaves one child only who can be meant.
///
/// It can use what the register holds: first names and nicknames, initials, years, classes, brothers and sisters by their
/// surname. It cannot know what the register does not: teams, parts in a play, a plaster cast, what a neighbour knows. A
/// text that it lets pass may still point to a child.
extension Proofreader {
    /// - Parameter earlier: What was published before and still stands. A text speaks of the same matter as the draft
    ///   when the two have words in common that few texts have, or the same first name.
    package func jigsaw(_ draft: ProofDraft, earlier: [ProofDraft]) -> [Remark] {
        var effort = JigsawEffort()
        return jigsaw(draft, earlier: earlier, &effort)
    }

    func jigsaw(_ draft: ProofDraft, earlier: [ProofDraft], _ effort: inout JigsawEffort) -> [Remark] {
        var notes = Notes(settings)
        guard notes.looksFor(.jigsaw), !roll.isOpen else { return [] }
        let here = Clues(draft, self, &effort)
        // The checks of names stop the draft for these already.
        var told = here.named
        var looked: Set<Clues.Seed> = []
        // What is said again points to nobody else.
        for mark in here.marks where looked.insert(mark.seed).inserted {
            for place in hidden(mark.seed, told) where here.fits(roll.pupils[place]) {
                guard isOnlyOne(place, mark.seed, [here], &effort) else { continue }
                told.insert(roll.pupils[place].person)
                say(place, mark, "Together these words point to one child.", &notes)
            }
        }
        let before = earlier.map { Clues($0, self, &effort) }
        let same = Self.sameMatter(here, before, &effort)
        var seen: Set<Clues.Seed> = []
        for mark in here.marks where seen.insert(mark.seed).inserted {
            let alike = before.indices.filter {
                same.contains($0) || mark.seed.isTelling && before[$0].seeds.contains(mark.seed)
            }
            effort.steps += before.count
            for place in hidden(mark.seed, told) where here.fits(roll.pupils[place]) {
                let texts = alike.map { before[$0] }.filter { $0.fits(roll.pupils[place]) }
                effort.steps += alike.count
                guard isOnlyOne(place, mark.seed, texts + [here], &effort) || isNamed(place, mark.seed, texts) else {
                    continue
                }
                told.insert(roll.pupils[place].person)
                say(place, mark, Self.withEarlier, &notes)
            }
        }
        // What was said before of a child whom this text does not speak of, but whose year or class it adds.
        for seed in same.flatMap({ before[$0].marks.map(\.seed) }) where seen.insert(seed).inserted {
            for place in hidden(seed, told) where here.fits(roll.pupils[place]) {
                let texts = same.map { before[$0] }.filter { $0.fits(roll.pupils[place]) }
                effort.steps += same.count
                guard texts.contains(where: { $0.seeds.contains(seed) }),
                    isOnlyOne(place, seed, texts + [here], &effort), !isOnlyOne(place, seed, texts, &effort)
                else { continue }
                told.insert(roll.pupils[place].person)
                say(place, nil, Self.withEarlier, &notes)
            }
        }
        return notes.remarks
    }

    private static let withEarlier = "With what was published before, these words point to one child."

    private func say(_ place: Int, _ mark: Clues.Mark?, _ says: String, _ notes: inout Notes) {
        notes.add(
            .jigsaw, at: mark?.place ?? .whole, start: mark?.start, end: mark?.end, says: says,
            mend: "Leave out the year, the class, the name or the relation, so that several children may be meant.",
            pupil: people.people[roll.pupils[place].person].id)
    }

    /// Those for whom a seed can stand who may not be named and were not told of.
    private func hidden(_ seed: Clues.Seed, _ told: Set<Int>) -> [Int] {
        roll.candidates(seed).filter { !roll.pupils[$0].mayBeNamed && !told.contains(roll.pupils[$0].person) }
    }

    // MARK: Texts of the same matter

    /// The earlier texts that share two telling words with this one. A word that a sixth of them have, and more than
    /// three, tells nothing: it is how this school speaks.
    private static func sameMatter(_ here: Clues, _ before: [Clues], _ effort: inout JigsawEffort) -> [Int] {
        var counts: [UInt64: Int] = [:]
        for clues in before {
            effort.steps += clues.matter.count
            for word in clues.matter { counts[word, default: 0] += 1 }
        }
        let most = max(3, before.count / 6)
        let telling = here.matter.filter { counts[$0, default: 0] <= most }
        effort.steps += before.count * telling.count
        return before.indices.filter { number in telling.count { before[number].matter.contains($0) } >= 2 }
    }

    // MARK: Who can be meant

    /// Whether a pupil is the only one for whom a seed can stand by what several texts say, each of which fits them.
    private func isOnlyOne(_ place: Int, _ seed: Clues.Seed, _ texts: [Clues], _ effort: inout JigsawEffort) -> Bool {
        var (years, classes): (Set<Int>?, Set<UInt64>?)
        for text in texts {
            if !text.years.isEmpty { years = years?.intersection(text.years) ?? text.years }
            if !text.classes.isEmpty { classes = classes?.intersection(text.classes) ?? text.classes }
        }
        if !seed.isTelling, years == nil, classes == nil { return false }
        let candidates = roll.candidates(seed)
        effort.steps += texts.count
        return !candidates.contains { other in
            effort.steps += 1
            guard other != place else { return false }
            let pupil = roll.pupils[other]
            if let years, let year = pupil.year, !years.contains(year) { return false }
            if let classes, let className = pupil.className, !classes.contains(className) { return false }
            return true
        }
    }

    /// Whether `a pupil` here is whoever an earlier text of the same matter names.
    private func isNamed(_ place: Int, _ seed: Clues.Seed, _ texts: [Clues]) -> Bool {
        seed == .somebody && texts.contains { $0.named == [roll.pupils[place].person] }
    }
}

extension Clues.Seed {
    /// Whether it is worth something without a year or a class, and in another text stands for the same child, as a
    /// reader takes it.
    fileprivate var isTelling: Bool {
        switch self {
        case .name, .sibling, .initials(_, .some): true
        case .somebody, .initials(_, .none): false
        }
    }
}
