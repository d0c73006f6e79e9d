import Policy

/// What a check found in one text, before it is said.
struct Finding {
    var kind: CheckKind
    /// Places in the folded text.
    var start: Int
    var end: Int
    /// Number of the person in the register whose name it is.
    var person: Int?
    /// What it is about, by its number in the phrase book; for a link, what is wrong with it.
    var topic = 0

    func overlaps(_ other: Finding) -> Bool { start < other.end && other.start < end }
}
