/// The words by which ``ClueSearch`` tells a year, a class and a child.
extension ClueSearch {
    static let siblings = NumberSearch.words("brother sister twin sibling brothers sisters twins siblings")
    static let child = NumberSearch.words("pupil child girl boy student learner youngster reader")
    static let children = NumberSearch.words("pupils children girls boys students learners youngsters readers")
    static let one = NumberSearch.words("a one our this only the")
    static let figureOne = Hashing.of("one".utf8)
    static let of = Hashing.of("of".utf8)
    static let to = Hashing.of("to".utf8)
    static let year = NumberSearch.words("year years yr yrs y")
    static let reception = Hashing.of("reception".utf8)
    static let figures = ["one", "two", "three", "four", "five", "six"].map { Hashing.of($0.utf8) }
    static let beforeTime = NumberSearch.words("this last next each every per a one the")
    static let beforeDesk = NumberSearch.words("to at main the via")
    static let afterDesk = NumberSearch.words("desk office area staff window")
    static let classWords = NumberSearch.words("class classes")
    static let beforeClass = NumberSearch.words("in of from class")
    static let afterTree = NumberSearch.words(
        "tree trees leaf leaves wood woods branch branches bark cone cones log logs seed seeds avenue house park hall "
            + "primary school academy farm nursery")
    static let abbreviations = Set(
        "pe re pa pm am tv uk us eu un ni cd dj pc it id qr ve vj bc ad hq mp ks pt ot dt vr ai ok st".split(
            separator: " "
        ).map { Hashing.of($0.utf8) })
    /// Said in so many posts of a school that two of them having it in common tells nothing.
    static let ofSchool = NumberSearch.words(
        "class classes school schools pupil pupils child children parent parents family families teacher teachers staff "
            + "assembly reading maths english science lesson lessons learning classroom playground homework uniform "
            + "lunch lunchtime playtime office website please thank thanks welcome tomorrow today yesterday morning "
            + "afternoon evening monday tuesday wednesday thursday friday saturday sunday weekend half autumn spring "
            + "summer winter christmas easter started begin begins enjoyed lovely wonderful amazing fantastic brilliant "
            + "great proud really everyone everybody governors headteacher primary infant junior group groups project "
            + "certificate award awards winner winners congratulations celebrate celebrated visit visited")
}
