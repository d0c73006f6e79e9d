import HTML
import Office
import Policy
import Records

/// Asking in plain words: the field, and what was understood, for the person to choose from. What is typed stays in the
/// address of this one page; the links from it hold only facts.
struct AskSearch: Component {
    static let field = "q"

    var visit: Visit
    var caller: Caller

    private var words: String { visit.query[Self.field] }
    private var vocabulary: Vocabulary { visit.school.pack.vocabulary }

    var body: Markup {
        Filters(
            "Ask in your own words", action: visit.url("/ask"),
            controls: [.search(name: Self.field, label: "What do you want to do?", value: words)], submit: "Find",
            clear: words.isEmpty ? nil : Link("Clear", visit.url("/ask")))
        if words.contains(where: { !$0.isWhitespace }) { understood(vocabulary.match(words)) }
    }

    private func understood(_ understanding: Understanding) -> Markup {
        Markup {
            if understanding.candidates.isEmpty {
                h2 { "That was not understood" }
                p { "None of these words is known here. Try others, or choose from the list below." }
            } else {
                h2 { understanding.candidates.count == 1 ? "Is this what you mean?" : "Which of these do you mean?" }
                CardList(understanding.candidates.map(card))
                p(.class("hint")) { "If it is none of these, try other words or choose from the list below." }
            }
        }
    }

    private func card(_ candidate: Understanding.Candidate) -> CardList.Card {
        var facts = candidate.facts
        facts["who"] = AskPage.part(of: caller)
        let said = vocabulary.facts.filter { $0.id != "action" }.compactMap { fact in
            candidate.facts[fact.id].flatMap { id in fact.value(id).map { "\(fact.label): \($0.label)." } }
        }
        let used = ["From your words: \(candidate.used.joined(separator: ", "))."]
        let unused = candidate.unused.isEmpty ? [] : ["Not used: \(candidate.unused.joined(separator: ", "))."]
        return CardList.Card(
            vocabulary.action(candidate.action)?.label ?? candidate.action, href: AskPage.address(facts, visit),
            text: (said + used + unused).joined(separator: " "))
    }
}
