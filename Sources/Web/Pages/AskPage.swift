import HTML
import Office
import Policy
import Records

/// "May I…?": one question at a time, as few as can be, each answer in the address and nothing personal among them.
enum AskPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let vocabulary = visit.school.pack.vocabulary
        var facts = Facts()
        for fact in vocabulary.facts where !visit.query[fact.id].isEmpty { facts[fact.id] = visit.query[fact.id] }
        guard facts["action"] != nil else { return .page(start(visit, caller)) }
        do {
            let inquiry = try await visit.office.ask(facts, at: visit.id)
            return .page(answer(visit, caller, inquiry))
        } catch is EvaluationError {
            return .wrong(start(visit, caller, problem: "That question is not one that the policy knows. Begin again"))
        }
    }

    private static func start(_ visit: Visit, _ caller: Caller, problem: String? = nil) -> PageShell {
        let vocabulary = visit.school.pack.vocabulary
        let who = part(of: caller).map { "who=\($0)&" } ?? ""
        return visit.page("Ask", hasProblems: problem != nil) {
            if let problem { ErrorSummary([ErrorSummary.Item(problem)]) }
            PageHeading(
                "May I…?",
                lead:
                    "Say in your own words what you want to do, or choose it below. You are asked only what the answer "
                    + "depends on, and nothing is recorded."
            )
            AskSearch(visit: visit, caller: caller)
            for topic in vocabulary.topics {
                h2 { topic.label }
                ul(.class("asks"), .role(.list)) {
                    for action in vocabulary.actions where action.topic == topic.id {
                        li { Link(action.label, visit.url("/ask?\(who)action=\(action.id)")) }
                    }
                }
            }
        }
    }

    /// Somebody with one part in the school asks in it; with several, the part is asked for where it matters.
    static func part(of caller: Caller) -> String? {
        caller.givenRoles.count == 1 ? caller.givenRoles[0].rawValue : nil
    }

    /// Where a question is asked. It holds facts alone.
    static func address(_ facts: Facts, _ visit: Visit) -> String {
        visit.url("/ask?\(Input(facts.values.mapValues { [$0] }).urlEncoded)")
    }

    private static func answer(_ visit: Visit, _ caller: Caller, _ inquiry: Inquiry) -> PageShell {
        let pack = visit.school.pack
        let consideration = inquiry.consideration
        return visit.page("Ask", crumbs: [Link("Ask", visit.url("/ask"))]) {
            if let ruling = consideration.ruling {
                PageHeading("The answer")
                RulingPanel(ruling: ruling, pack: pack, policyPage: visit.url("/policy"))
                flips(visit, inquiry.flips, pack.vocabulary)
            } else if let next = consideration.next {
                question(visit, caller, next, inquiry.facts, consideration.verdicts)
            }
            h2 { "What you have said" }
            SummaryList(said(visit, inquiry.facts, pack.vocabulary))
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
                for flip in flips { li { Link(flip.sentence(in: vocabulary), address(flip.facts, visit)) } }
            }
        }
    }

    private static func question(
        _ visit: Visit, _ caller: Caller, _ next: Fact, _ facts: Facts, _ verdicts: [Verdict]
    ) -> Markup {
        // Nobody needs to be offered a part that is not theirs.
        let values =
            next.id == "who"
            ? next.values.filter { value in caller.givenRoles.contains { $0.rawValue == value.id } } : next.values
        return Markup {
            PageHeading(next.question, lead: next.hint ?? "")
            HTML.form(.class("form"), .action(visit.url("/ask")), .method(.get)) {
                for (fact, value) in facts.values.sorted(by: { $0.key < $1.key }) { HiddenField(fact, value) }
                RadioGroup(
                    FieldTexts(name: next.id, label: next.label), options: values.map { Choice($0.id, $0.label) },
                    chosen: "")
                div(.class("buttons")) { button(.class("button"), .type(.submit)) { "Continue" } }
            }
            p(.class("hint")) {
                "Still possible: " + verdicts.map { $0.label.lowercased() }.joined(separator: "; ") + "."
            }
        }
    }

    /// Each answer so far, with a way to give another.
    private static func said(_ visit: Visit, _ facts: Facts, _ vocabulary: Vocabulary) -> [SummaryRow] {
        vocabulary.facts.compactMap { fact in
            guard let value = facts[fact.id] else { return nil }
            var others = facts
            others[fact.id] = nil
            return SummaryRow(
                fact.label, fact.value(value)?.label ?? value,
                action: Link("Change \(fact.label.lowercased())", address(others, visit)))
        }
    }
}
