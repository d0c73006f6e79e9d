import Testing

@testable import Policy

@Suite("Clauses, links and defects with something wrong")
struct ClauseErrorTests {
    static let cases = [
        Spoilt("modality: must-not", "modality: mustnt", 22, 56, "Unknown modality `mustnt`.", "must"),
        Spoilt("[access-review]", "[acess-review]", 24, 89, "Unknown workflow `acess-review`.", "access-review"),
        Spoilt("{workflow: ", "{workflw: ", 24, 78, "Unknown key `workflw` in `honoured_by`.", "workflow"),
        Spoilt("[ask, today]", "[ask, todday]", 29, 87, "Unknown screen `todday`.", "today"),
        Spoilt("[with, account]", "[wiht, account]", 26, 86, "Unknown fact `wiht`.", "with"),
        Spoilt("[Twitter, facebook]", "[Twitter, facebok]", 27, 92, "Unknown platform `facebok`.", "facebook"),
        Spoilt(
            "text: policy-page", "text: polcy-page", 25, 81, "Unknown place to be shown `polcy-page`.", "policy-page"),
        Spoilt(
            "[version, last-reviewed]", "[version, nxt-review]", 28, 93, "Unknown particular `nxt-review`.",
            "next-review"),
        Spoilt(
            "[version, last-reviewed]", "[version, next-review]", 28, 93,
            "A clause says that `next-review` is printed, but the pack leaves it empty. Fill it in."),
        Spoilt(
            "  version: \"2\"", "  version: null", 28, 84,
            "A clause says that `version` is printed, but the pack leaves it empty. Fill it in."),
        Spoilt("kind: law", "kind: lawe", 33, 12, "Unknown kind of link `lawe`.", "law"),
        Spoilt(
            "name: Old Act, clause: [s-9]", "name: Old Act, clause: []", 33, 40, "A link must cite at least one clause."
        ),
        Spoilt(
            "name: Old Act, clause: [s-9]", "name: Old Act, clause: [s-99]", 33, 41,
            "Clause `s-99` is cited but not listed under `clauses`.", "s-9"),
        Spoilt(
            ", since: \"2018-05-25\"", "", 33, 60, "`replaced_by` and `since` come together: give both."),
        Spoilt(
            "since: \"2018-05-25\"", "since: soon", 33, 76,
            "`since` is `soon`, but a date such as 2018, 2018-05 or 2018-05-31 was expected."),
        Spoilt(
            "kind: law", "kind: agency", 33, 63, "`replaced_by` and `since` belong only to a link whose kind is law."),
        Spoilt(
            "\"https://help.example\"", "help.example", 34, 89,
            "`address` is `help.example`, but a web address that begins with https:// or an e-mail address was expected."
        ),
        Spoilt(
            "{kind: document, name: Code of conduct", "{kind: agency, name: Helpline", 35, 26,
            "There are two links to the agency `Helpline`."),
        Spoilt("id: no-word", "id: two-dates", 38, 10, "There are two defects `two-dates`."),
        Spoilt("kind: gap", "kind: gapp", 38, 25, "Unknown kind of defect `gapp`.", "gap"),
        Spoilt(
            "kind: gap", "kind: date", 38, 5, "A defect must cite at least one clause, unless its kind is gap."),
        Spoilt("mend: Print one.", "mnd: Print one.", 37, 95, "Unknown key `mnd` in a defect.", "mend"),
        Spoilt(
            "on-day-off: next-working-day-after-weekend", "on-day-off: never", 11, 58,
            "Unknown rule for a day off `never`."),
        Spoilt(
            "{within: 24 hours, on-day-off: next-working-day-after-weekend}", "soon", 11, 27,
            "`value` is `soon`, but a time such as 24 hours, 10 working days or 12 months was expected."),
    ]

    @Test("each is refused with its place and the nearest name", arguments: cases)
    func tellsThePlace(_ spoilt: Spoilt) throws {
        try #require(CoveredSample.pack.contains(spoilt.old))
        let errors = try Sample.errors(of: Sample.swapped(CoveredSample.pack, spoilt.old, spoilt.new))
        let expected = PackError(
            file: "p.yaml", line: spoilt.line, column: spoilt.column, message: spoilt.message, nearest: spoilt.nearest)
        #expect(errors.contains(expected), "\(errors)")
    }

    @Test("the pack that the cases spoil is itself right")
    func sampleIsRight() throws {
        #expect(try Sample.errors(of: CoveredSample.pack) == [])
    }
}
