extension QuestionSheet {
    /// Reads the questions about a pack.
    /// - Throws: every thing wrong with them at once.
    package static func load(yaml: String, file: String, about pack: Pack) throws(PackErrors) -> QuestionSheet {
        let root = try DataFile.tree(yaml, file: file)
        var reader = QuestionReader(file: file, pack: pack)
        let sheet = reader.sheet(root)
        try reader.data.finish()
        return sheet
    }
}
