/// What is to be checked: the words of a post and its pictures, as they would be published.
package struct ProofDraft: Sendable, Equatable {
    package struct Picture: Sendable, Equatable {
        package var altText: String
        package var fileName: String
        /// Identifiers of the pupils who are tagged in it.
        package var pupils: [String]
        /// Faces seen that are neither tagged nor covered.
        package var untaggedFaces: Int
        package var isNobodyIdentifiable: Bool

        package init(
            altText: String, fileName: String = "", pupils: [String] = [], untaggedFaces: Int = 0,
            isNobodyIdentifiable: Bool = false
        ) {
            self.altText = altText
            self.fileName = fileName
            self.pupils = pupils
            self.untaggedFaces = untaggedFaces
            self.isNobodyIdentifiable = isNobodyIdentifiable
        }
    }

    /// Whose account it is for: the checks for a disclaimer and for who is speaking depend on it.
    package enum Voice: String, Sendable, CaseIterable, Codable { case school, personal }

    package var words: String
    package var pictures: [Picture]
    package var voice: Voice
    /// Where a picture or a text that is not the school's own comes from, and under which licence; empty for none.
    package var source: String

    package init(words: String, pictures: [Picture] = [], voice: Voice = .school, source: String = "") {
        self.words = words
        self.pictures = pictures
        self.voice = voice
        self.source = source
    }
}

/// A person whose name the checks look for.
package struct ProofName: Sendable, Equatable {
    package enum Standing: Sendable, Equatable { case pupil, staff, parent }

    package var id: String
    package var first: String
    package var last: String
    package var nicknames: [String]
    package var standing: Standing
    package var year: Int?
    package var className: String
    /// False for a child who may be neither named nor shown: a name of theirs stops the draft whatever the pack says.
    package var mayBeNamed: Bool

    package init(
        id: String, first: String, last: String, nicknames: [String] = [], standing: Standing = .pupil,
        year: Int? = nil, className: String = "", mayBeNamed: Bool = true
    ) {
        self.id = id
        self.first = first
        self.last = last
        self.nicknames = nicknames
        self.standing = standing
        self.year = year
        self.className = className
        self.mayBeNamed = mayBeNamed
    }
}
