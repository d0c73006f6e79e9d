import HTML
import Office
import Policy
import Records

/// "May I…?": one question at a time, as few as can be, each answer in the address and nothing personal among them.
enum AskPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        var asked = Asked(facts: Facts())
        for fact in visit.school.pack.vocabulary.facts where !visit.query[fact.id].isEmpty {
            let value = visit.query[fact.id]
            if value == Asked.notKnownMark { asked.notKnown.insert(fact.id) } else { asked.facts[fact.id] = value }
        }
        guard asked.facts["action"] != nil else { return .page(AskStart.page(visit, caller)) }
        do {
            let inquiry = try await visit.office.ask(asked.facts, notKnown: asked.notKnown, at: visit.id)
            return .page(
                inquiry.next == nil ? AskAnswer.page(visit, inquiry) : AskQuestion.page(visit, caller, inquiry))
        } catch is EvaluationError {
            return .wrong(
                AskStart.page(visit, caller, problem: "That question is not one that the policy knows. Begin again"))
        }
    }

    /// Somebody with one part in the school asks in it; with several, the part is asked for where it matters.
    static func part(of caller: Caller) -> String? {
        caller.givenRoles.count == 1 ? caller.givenRoles[0].rawValue : nil
    }

    /// Where a question is asked. It holds facts alone.
    static func address(_ asked: Asked, _ visit: Visit) -> String {
        var values = asked.facts.values
        for fact in asked.notKnown { values[fact] = Asked.notKnownMark }
        return visit.url("/ask?\(Input(values.mapValues { [$0] }).urlEncoded)")
    }

    static func address(_ facts: Facts, _ visit: Visit) -> String { address(Asked(facts: facts), visit) }

    /// Each answer so far, with a way to give another.
    static func said(_ visit: Visit, _ asked: Asked) -> [SummaryRow] {
        AskedRows.rows(asked, visit.school.pack.vocabulary) { fact in
            var others = asked
            others.facts[fact.id] = nil
            others.notKnown.remove(fact.id)
            return Link("Change \(fact.label.lowercased())", address(others, visit))
        }
    }
}

extension Inquiry {
    var asked: Asked { Asked(facts: facts, notKnown: notKnown) }
}
