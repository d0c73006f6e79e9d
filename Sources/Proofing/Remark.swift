package import Policy

/// Something that a check found in a draft.
package struct Remark: Sendable, Equatable, Codable {
    /// Where in the draft it was found.
    package enum Place: Sendable, Hashable, Codable {
        case words
        /// The description of a picture, by its place among the draft's pictures, from 0.
        case altText(Int)
        case fileName(Int)
        case picture(Int)
        /// Nowhere in particular: something that is missing, say.
        case whole
    }

    package var kind: CheckKind
    package var severity: Severity
    package var place: Place
    /// First byte and the byte after the last, of the UTF-8 of the text at `place`; nil where there is no text.
    package var start: Int?
    package var end: Int?
    /// What was found, in a sentence that names it.
    package var says: String
    /// What would mend it.
    package var mend: String
    /// The pack's clauses that ask for the check.
    package var clauses: [String]
    /// Identifier of the pupil whom it is about, where it is about one.
    package var pupil: String?

    package init(
        kind: CheckKind, severity: Severity, place: Place, start: Int? = nil, end: Int? = nil, says: String,
        mend: String, clauses: [String], pupil: String? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.place = place
        self.start = start
        self.end = end
        self.says = says
        self.mend = mend
        self.clauses = clauses
        self.pupil = pupil
    }
}
