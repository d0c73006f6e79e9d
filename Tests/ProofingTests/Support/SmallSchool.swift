import Policy
import Proofing

/// A school in which some first names are shared, one class holds children of several years, and some may not be named.
enum SmallSchool {
    static let names: [ProofName] = [
        child("ada", "Ada", "Bell", 3, "Oak", isHidden: true), child("ada-c", "Ada", "Crane", 4, "Oak"),
        child("ada-f", "Ada", "Finch", 3, "Elm"), child("ben", "Ben", "Bell", 5, "Elm"),
        child("cal", "Cal", "Bell", 6, "Oak"), child("tomas", "Tomas", "Nowak", 5, "Elm", isHidden: true),
        child("zuza", "Zuzanna", "Nowak", 2, "Ash"),
        child("sam", "Samuel", "Park", 6, "Birch", nicknames: ["Sam"], isHidden: true),
        child("sam-r", "Samantha", "Reed", 6, "Oak", nicknames: ["Sam"]),
        child("lena", "Lena", "Moss", 0, "Birch", isHidden: true), child("rex", "Rex", "Reed", 0, "Ash"),
        child("will", "Will", "Stone", 1, "Birch"), child("gus", "Gus", "Stone", 1, "Birch"),
        child("hope", "Hope", "Field", 5, "Elm", isHidden: true), child("hope-m", "Hope", "Mills", 4, "Oak"),
        child("ivy", "Ivy", "Hart", 4, "Oak"), child("fay", "Fay", "Hart", 4, "Oak", isHidden: true),
        child("pia", "Pia", "Ellis", 2, "Ash", isHidden: true), child("hazel", "Hazel", "Wynn", 6, "Rowan"),
        child("rowan", "Rowan", "Dale", 5, "Elm", isHidden: true), child("rowan-p", "Rowan", "Pike", 6, "Rowan"),
        ProofName(id: "s-moss", first: "Ada", last: "Moss", standing: .staff),
    ]

    static let reader = Proofreader(
        names: names, settings: [.jigsaw: CheckSetting(severity: .leader, clauses: ["c-1"])])

    private static func child(
        _ id: String, _ first: String, _ last: String, _ year: Int, _ className: String, nicknames: [String] = [],
        isHidden: Bool = false
    ) -> ProofName {
        ProofName(
            id: id, first: first, last: last, nicknames: nicknames, year: year, className: className,
            mayBeNamed: !isHidden)
    }
}

extension Proofreader {
    /// Of whom the jigsaw says that the words point to them, after what was published before.
    func pointedAt(_ words: String, after earlier: [String] = [], alt: [String] = []) -> [String] {
        let draft = ProofDraft(words: words, pictures: alt.map { ProofDraft.Picture(altText: $0) })
        return jigsaw(draft, earlier: earlier.map { ProofDraft(words: $0) }).compactMap(\.pupil).sorted()
    }
}
