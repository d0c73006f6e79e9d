import Policy

/// What a draft gives away about children whom it does not name in full: its words and the descriptions of its pictures.
struct Clues {
    /// Something that stands for one child.
    enum Seed: Hashable {
        /// A first name or nickname, by its hash.
        case name(UInt64)
        /// `J. S.`, `J. in Year 3`
        case initials(UInt8, UInt8?)
        /// A brother or sister of somebody, by the number of the person in the register.
        case sibling(Int)
        /// `a pupil`, `one of our girls`
        case somebody
    }

    struct Mark {
        var seed: Seed
        var place: Remark.Place
        /// Bytes of the original.
        var start: Int
        var end: Int
    }

    var marks: [Mark] = []
    var seeds: Set<Seed> = []
    /// Empty where none is said: then a child of any year can be meant.
    var years: Set<Int> = []
    /// Names of classes, by their hash when they are written as one.
    var classes: Set<UInt64> = []
    /// Words that tell what it is about, by their hash.
    var matter: Set<UInt64> = []
    /// Pupils who are named so that the checks of names find them, by their numbers in the register.
    var named: Set<Int> = []

    init(_ draft: ProofDraft, _ reader: Proofreader, _ effort: inout JigsawEffort) {
        read(draft.words, .words, reader, &effort)
        for (number, picture) in draft.pictures.enumerated() where !picture.altText.isEmpty {
            read(picture.altText, .altText(number), reader, &effort)
        }
        seeds = Set(marks.map(\.seed))
    }

    private mutating func read(
        _ text: String, _ place: Remark.Place, _ reader: Proofreader, _ effort: inout JigsawEffort
    ) {
        let page = Page(text, reader.words)
        effort.steps += page.tokens.count
        let search = ClueSearch(page: page, reader: reader, names: NameSearch(page: page, people: reader.people))
        for number in page.tokens.indices {
            let token = page.tokens[number]
            years.formUnion(search.years(at: number))
            let className = search.className(at: number)
            if let className { classes.insert(className) }
            if let person = search.named(at: number) { named.insert(person) }
            if className == nil, search.tellsTheMatter(token) { matter.insert(token.hash) }
            for (seed, range) in search.seeds(at: number) {
                let (start, end) = page.span(
                    Int(page.tokens[range.lowerBound].start), Int(page.tokens[range.upperBound].end))
                marks.append(Mark(seed: seed, place: place, start: start, end: end))
            }
        }
    }

    /// Whether a pupil is of a year and a class that are said, where any are.
    func fits(_ pupil: JigsawRoll.Pupil) -> Bool {
        (years.isEmpty || pupil.year.map { years.contains($0) } ?? true)
            && (classes.isEmpty || pupil.className.map { classes.contains($0) } ?? true)
    }
}

/// How much work the jigsaw did, in words read and pupils and texts compared.
struct JigsawEffort {
    var steps = 0
}
