import HTML
import Office
import Policy
import Records

/// What was said of a question, in the vocabulary's words.
enum AskedRows {
    static func rows(
        _ asked: Asked, _ vocabulary: Vocabulary, action: (Fact) -> Link? = { _ in nil }
    ) -> [SummaryRow] {
        vocabulary.facts.compactMap { fact in
            let value =
                asked.notKnown.contains(fact.id)
                ? "Not known"
                : asked.facts[fact.id].map { id in
                    fact.value(id)?.label ?? id
                }
            return value.map { SummaryRow(fact.label, $0, action: action(fact)) }
        }
    }

    /// What a form carries from Ask, for whoever fills it in to see; none where it carries nothing.
    static func rows(_ visit: Visit, _ form: Form, _ input: Input) -> [SummaryRow] {
        let vocabulary = visit.school.pack.vocabulary
        guard form.field("facts") != nil, let asked = try? Asked(parsing: input["facts"], in: vocabulary),
            let answer = try? GivenAnswer(
                asked.facts, notKnown: asked.notKnown, of: visit.school.pack,
                editionHash: visit.school.school.adopted.hash),
            asked.facts["action"] != nil
        else { return [] }
        return rows(asked, vocabulary) + [SummaryRow("What the policy says", answer.headline)]
    }
}
