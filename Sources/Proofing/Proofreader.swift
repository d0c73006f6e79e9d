package import Policy

/// Checks drafts: it knows whose names to look for and what the policy asks, and remembers nothing of what it is shown.
///
/// Making one sorts the names into tables, so make it once for a school and keep it while the names stay the same.
package struct Proofreader: Sendable {
    let settings: [CheckKind: CheckSetting]
    let barredLinks: Set<String>
    let people: Register
    let kinds: KindSet
    let book: PhraseBook
    /// Every word that the book or the register knows.
    let words: WordTable
    /// The phrases of the kinds that are looked for.
    let program: PhraseProgram
    /// Names of classes, and the words that they begin with, by their hash.
    let classNames: Set<UInt64>
    let classBeginnings: Set<UInt64>
    let roll: JigsawRoll

    /// - Parameters:
    ///   - names: Pupils, staff and parents whose names are looked for.
    ///   - settings: How the policy has each kind done. A kind without a setting, or with `off`, is not looked for;
    ///     `consent` always is, and always stops.
    ///   - barredLinks: Categories of links, as packs name them, that are remarked on.
    package init(
        names: [ProofName], settings: [CheckKind: CheckSetting],
        barredLinks: Set<String> = Proofreader.remarkableLinks
    ) {
        self.settings = settings
        self.barredLinks = barredLinks
        people = Register(names)
        kinds = KindSet(settings, names)
        book = PhraseBook.embedded
        var words = book.words
        words.add(people.words)
        self.words = words
        let kinds = kinds
        program = book.program.keeping { kinds.contains($0) }
        let classes = Set(names.map(\.className)).subtracting([""]).map { PersonWords.words($0) }
        classNames = Set(classes.map { Hashing.of($0.joined()) })
        classBeginnings = Set(classes.compactMap { $0.first.map { Hashing.of($0) } })
        roll = JigsawRoll(kinds.contains(.jigsaw) ? people.people : [])
    }

    /// Every category of links that can be told by its address.
    package static let remarkableLinks = Set(LinkTopic.all.map(\.id))

    /// Everything found, in the order of the text: words first, then each picture, then what is missing.
    package func proof(_ draft: ProofDraft) -> [Remark] {
        var notes = Notes(settings)
        let named = proofWords(draft, &notes)
        proofPictures(draft, named: named, &notes)
        notes.arrange()
        return notes.remarks
    }
}
