import HTML
import Office
import Policy
import Records

/// The answer: what the policy says, what would change it, and what can be done with it.
enum AskAnswer {
    static func page(_ visit: Visit, _ inquiry: Inquiry) -> PageShell {
        let pack = visit.school.pack
        return visit.page("The answer", crumbs: [Link("Ask", visit.url("/ask"))]) {
            PageHeading("The answer")
            AnswerPanel(answer: inquiry.answer, pack: pack, clausePage: visit.url("/policy"))
            if inquiry.answer.isSettled {
                flips(visit, inquiry.flips, pack.vocabulary)
            } else {
                possible(visit, inquiry)
            }
            h2 { "What you have said" }
            SummaryList(AskPage.said(visit, inquiry.asked))
            onward(visit, inquiry)
            p(.class("hint")) {
                "Under edition \(inquiry.edition). The address of this page can be shared: it holds no personal data."
            }
            p { Link("Ask something else", visit.url("/ask")) }
        }
    }

    @MarkupBuilder private static func flips(_ visit: Visit, _ flips: [Flip], _ vocabulary: Vocabulary) -> Markup {
        h2 { "What would change this" }
        if flips.isEmpty {
            p { "Nothing else that you could say changes the verdict." }
        } else {
            ul(.class("asks"), .role(.list)) {
                for flip in flips { li { Link(flip.sentence(in: vocabulary), AskPage.address(flip.facts, visit)) } }
            }
        }
    }

    /// Each answer that is still possible, by the fewest facts that lead to it.
    private static func possible(_ visit: Visit, _ inquiry: Inquiry) -> Markup {
        let vocabulary = visit.school.pack.vocabulary
        return Markup {
            h2 { "What it depends on" }
            ul(.class("asks"), .role(.list)) {
                for ruling in inquiry.consideration.possible {
                    let example = ruling.example.values.filter { inquiry.facts[$0.key] == nil }
                    let facts = example.reduce(into: inquiry.facts) { $0[$1.key] = $1.value }
                    li { Link(supposing(example, ruling.verdict, vocabulary), AskPage.address(facts, visit)) }
                }
            }
        }
    }

    private static func supposing(
        _ example: [String: String], _ verdict: Verdict, _ vocabulary: Vocabulary
    ) -> String {
        let facts = vocabulary.facts.compactMap { fact in
            example[fact.id].flatMap(fact.value).map { "\(fact.label): \($0.label)" }
        }
        return facts.isEmpty ? verdict.label : "\(facts.joined(separator: "; ")) – \(verdict.label.lowercased())"
    }

    private static func onward(_ visit: Visit, _ inquiry: Inquiry) -> Markup {
        let facts = inquiry.asked.text(in: visit.school.pack.vocabulary)
        let carried = "?facts=\(Input.encode(facts))"
        let isUncovered = inquiry.answer.verdict == .notCovered
        let isDeparture = inquiry.facts["action"] == "depart-from-policy"
        return Markup {
            h2 { isUncovered ? "What to do now" : "What you can do with this" }
            div(.class("buttons")) {
                ButtonLink(
                    "Ask the headteacher", visit.url("/judgements/new/ask\(carried)"),
                    quiet: !isUncovered || isDeparture)
                if visit.school.pack.departures.areForeseen {
                    ButtonLink(
                        "Tell of a departure from the policy", visit.url("/judgements/new/tell\(carried)"),
                        quiet: !isDeparture)
                }
                PostButton(
                    "Keep this answer", action: visit.url("/answers/new/keep"),
                    hidden: visit.hidden + [
                        HiddenField("record", visit.office.newID()), HiddenField("revision", "0"),
                        HiddenField("once", visit.office.newID()), HiddenField("facts", facts),
                        HiddenField("edition", inquiry.editionHash),
                    ], tone: .quiet)
            }
            p(.class("hint")) {
                "An answer that you keep stands as it was given, with the edition that it rests on. You, the "
                    + "headteacher and the safeguarding lead can see it."
            }
        }
    }
}
