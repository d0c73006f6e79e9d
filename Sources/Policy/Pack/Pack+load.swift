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
        try embedded(id, vocabulary: .embedded())
    }

    /// Likewise, with a vocabulary that was read before.
    package static func embedded(_ id: String, vocabulary: Vocabulary) throws(PackErrors) -> Pack? {
        guard let bytes = files[id] else { return nil }
        return try load(yaml: EmbeddedData.text(bytes), file: "\(id).yaml", vocabulary: vocabulary)
    }

    /// The packs that are built in, by name.
    package static var embeddedIDs: [String] { files.keys.sorted() }

    private static var files: [String: [UInt8]] {
        [
            "dronfield": PackageResources.dronfield_yaml, "grange": PackageResources.grange_yaml,
            "oakdene": PackageResources.oakdene_yaml, "st-martins": PackageResources.st_martins_yaml,
            "waterville": PackageResources.waterville_yaml,
        ]
    }
}
