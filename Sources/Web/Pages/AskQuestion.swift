import HTML
import Office
import Policy
import Records

/// The next question, the one that is expected to settle most.
enum AskQuestion {
    static func page(_ visit: Visit, _ caller: Caller, _ inquiry: Inquiry) -> PageShell {
        visit.page(inquiry.next?.question ?? "Ask", crumbs: [Link("Ask", visit.url("/ask"))]) {
            if let next = inquiry.next { question(visit, caller, next, inquiry) }
            h2 { "What you have said" }
            SummaryList(AskPage.said(visit, inquiry.asked))
            p { Link("Ask something else", visit.url("/ask")) }
        }
    }

    private static func question(_ visit: Visit, _ caller: Caller, _ next: Fact, _ inquiry: Inquiry) -> Markup {
        Markup {
            PageHeading(next.question, lead: next.hint ?? "")
            HTML.form(.class("form"), .action(visit.url("/ask")), .method(.get)) {
                for (fact, value) in inquiry.facts.values.sorted(by: { $0.key < $1.key }) { HiddenField(fact, value) }
                for fact in inquiry.notKnown.sorted() { HiddenField(fact, Asked.notKnownMark) }
                RadioGroup(
                    FieldTexts(name: next.id, label: next.label), options: options(next, caller), chosen: "")
                div(.class("buttons")) { button(.class("button"), .type(.submit)) { "Continue" } }
            }
            p(.class("hint")) {
                "Still possible: "
                    + inquiry.consideration.verdicts.map { $0.label.lowercased() }.joined(separator: "; ") + "."
            }
        }
    }

    /// Nobody needs to be offered a part that is not theirs, and everybody knows their own.
    private static func options(_ next: Fact, _ caller: Caller) -> [Choice] {
        guard next.id != "who" else {
            return next.values.filter { value in caller.givenRoles.contains { $0.rawValue == value.id } }
                .map { Choice($0.id, $0.label) }
        }
        return next.values.map { Choice($0.id, $0.label) } + [Choice(Asked.notKnownMark, "I do not know")]
    }
}
