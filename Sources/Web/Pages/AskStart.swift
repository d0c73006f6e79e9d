import HTML
import Office
import Policy
import Records

/// Where a question begins: in one's own words first, else by topic.
enum AskStart {
    static func page(_ visit: Visit, _ caller: Caller, problem: String? = nil) -> PageShell {
        let vocabulary = visit.school.pack.vocabulary
        return visit.page("Ask", hasProblems: problem != nil) {
            if let problem { ErrorSummary([ErrorSummary.Item(problem)]) }
            PageHeading(
                "May I…?",
                lead:
                    "Say in your own words what you want to do, or choose it below. You are asked only what the answer "
                    + "depends on, and nothing is recorded unless you keep the answer.")
            AskSearch(visit: visit, caller: caller)
            p {
                Link("Answers kept", visit.url("/answers"))
                " · "
                Link("Questions and departures", visit.url("/judgements"))
            }
            h2 { "By topic" }
            for topic in vocabulary.topics { section(topic, vocabulary, visit, caller) }
        }
    }

    /// Closed, so that a dozen topics fit on a phone.
    @MarkupBuilder private static func section(
        _ topic: Vocabulary.Topic, _ vocabulary: Vocabulary, _ visit: Visit, _ caller: Caller
    ) -> Markup {
        let actions = vocabulary.actions.filter { $0.topic == topic.id }
        if !actions.isEmpty {
            details(.class("topic")) {
                summary {
                    h3 { topic.label }
                    span(.class("hint")) { actions.count == 1 ? " 1 question" : " \(actions.count) questions" }
                }
                ul(.class("asks"), .role(.list)) {
                    for action in actions {
                        li { Link(action.label, AskPage.address(facts(of: action, caller), visit)) }
                    }
                }
            }
        }
    }

    private static func facts(of action: Vocabulary.Action, _ caller: Caller) -> Facts {
        var facts = Facts(["action": action.id])
        facts["who"] = AskPage.part(of: caller)
        return facts
    }
}
