import Yams

extension Pack {
    /// Reads a pack. One with anything wrong is refused whole.
    /// - Parameter platforms: those that clauses may name; the built-in ones when nil.
    /// - Throws: every thing wrong with it at once.
    package static func load(
        yaml: String, file: String, vocabulary: Vocabulary, platforms: PlatformCatalogue? = nil
    ) throws(PackErrors) -> Pack {
        let known: PlatformCatalogue
        if let platforms { known = platforms } else { known = try PlatformCatalogue.load() }
        let root = try DataFile.tree(yaml, file: file)
        var reader = PackReader(file: file, vocabulary: vocabulary, platforms: known)
        let pack = reader.pack(root, source: yaml)
        try reader.data.finish()
        guard let pack else {
            throw PackErrors([PackError(file: file, line: 1, column: 1, message: "This is not a pack.")])
        }
        return pack
    }

    /// A pack that is built in; nil when there is none of that name.
    package static func embedded(_ id: String) throws(PackErrors) -> Pack? {
        guard let read = BuiltIn.packs[id] else { return nil }
        return try read().get()
    }

    /// Likewise, with a vocabulary that was read before.
    package static func embedded(_ id: String, vocabulary: Vocabulary) throws(PackErrors) -> Pack? {
        let known = try Vocabulary.embedded()
        if vocabulary == known { return try embedded(id) }
        guard let text = BuiltIn.files[id] else { return nil }
        return try load(yaml: text, file: "\(id).yaml", vocabulary: vocabulary)
    }

    /// The text of a built-in pack, as it stands; nil when there is none of that name.
    package static func embeddedText(_ id: String) -> String? { BuiltIn.files[id] }

    /// The packs that are built in, by name.
    package static var embeddedIDs: [String] { BuiltIn.files.keys.sorted() }
}

/// The packs of this program, each read when it is first asked for and never again: they do not change.
private enum BuiltIn {
    typealias Outcome = Result<Pack, PackErrors>

    static let dronfield = read("dronfield")
    static let grange = read("grange")
    static let oakdene = read("oakdene")
    static let stMartins = read("st-martins")
    static let waterville = read("waterville")

    static let packs: [String: @Sendable () -> Outcome] = [
        "dronfield": { dronfield }, "grange": { grange }, "oakdene": { oakdene }, "st-martins": { stMartins },
        "waterville": { waterville },
    ]

    static let files: [String: String] = [
        "dronfield": EmbeddedTexts.dronfield_yaml, "grange": EmbeddedTexts.grange_yaml,
        "oakdene": EmbeddedTexts.oakdene_yaml, "st-martins": EmbeddedTexts.st_martins_yaml,
        "waterville": EmbeddedTexts.waterville_yaml,
    ]

    static func read(_ id: String) -> Outcome {
        do {
            let vocabulary = try Vocabulary.embedded()
            return .success(try Pack.load(yaml: files[id] ?? "", file: "\(id).yaml", vocabulary: vocabulary))
        } catch {
            return .failure(error)
        }
    }
}
