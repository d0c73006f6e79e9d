import HTML
import Office
import Policy
import Records

/// The differences between two packs: how many there are, and each as a sentence under its topic and actions.
struct Comparison: Component {
    var visit: Visit
    var a: Pack
    var b: Pack
    var all: [Difference]
    var topic: Vocabulary.Topic?
    var kind: Difference.Kind?

    private var vocabulary: Vocabulary { a.vocabulary }
    private var places: (first: String, second: String) { Pack.places(a, b) }
    /// Links lead to Ask only where it would give one of the two answers.
    private var isOwn: Bool { [a, b].contains(visit.school.pack) }

    var body: Markup {
        let shown = all.filter { (topic == nil || $0.topic == topic?.id) && (kind == nil || $0.kind == kind) }
        if all.isEmpty {
            EmptyState("Nothing differs: both give the same answer to every question.")
        } else {
            Figures(
                Difference.Kind.allCases.map { kind in
                    let count = all.count { $0.kind == kind && (topic == nil || $0.topic == topic?.id) }
                    return .init("\(count)", kind.title, href: count == 0 ? nil : address(topic: topic, kind: kind))
                })
            if topic == nil { counts }
            lastWord
            if shown.isEmpty { EmptyState("Nothing of this kind differs on this topic.") }
            for topic in vocabulary.topics { section(topic, shown.filter { $0.topic == topic.id }) }
        }
    }

    private func address(topic: Vocabulary.Topic?, kind: Difference.Kind?) -> String {
        var query = visit.query
        query.values["topic"] = topic.map { [$0.id] }
        query.values["kind"] = kind.map { [$0.rawValue] }
        return visit.url("/policy/compare?\(query.urlEncoded)")
    }

    private var counts: Markup {
        Markup {
            h2 { "By topic" }
            ul(.class("asks"), .role(.list)) {
                for topic in vocabulary.topics {
                    let count = all.count { $0.topic == topic.id && (kind == nil || $0.kind == kind) }
                    if count > 0 {
                        li { Link("\(topic.label) (\(count))", address(topic: topic, kind: kind)) }
                    }
                }
            }
        }
    }

    /// What each says where no rule speaks, when that differs too.
    @MarkupBuilder private var lastWord: Markup {
        if topic == nil, a.otherwise?.says != b.otherwise?.says {
            Panel("Where no rule speaks") {
                for (pack, place) in [(a, places.first), (b, places.second)] {
                    p {
                        "\(place.prefix(1).uppercased() + place.dropFirst()): \(pack.otherwise?.says ?? "nothing is said.")"
                    }
                }
            }
        }
    }

    @MarkupBuilder private func section(_ topic: Vocabulary.Topic, _ differences: [Difference]) -> Markup {
        if !differences.isEmpty {
            h2 { topic.label }
            for group in Self.grouped(differences) {
                h3 { vocabulary.text(actions: group[0].actions) }
                ul(.class("differences"), .role(.list)) { for difference in group { li { item(difference) } } }
            }
        }
    }

    /// Neighbours that are about the same actions.
    private static func grouped(_ differences: [Difference]) -> [[Difference]] {
        differences.reduce(into: []) { groups, difference in
            if groups.last?.first?.actions == difference.actions {
                groups[groups.count - 1].append(difference)
            } else {
                groups.append([difference])
            }
        }
    }

    @MarkupBuilder private func item(_ difference: Difference) -> Markup {
        let words = vocabulary.text(difference.conditions)
        p {
            if isOwn { Link(words, AskPage.address(difference.witness, visit)) } else { words }
        }
        dl(.class("sides")) {
            side(places.first, difference.first, difference.kind)
            side(places.second, difference.second, difference.kind)
        }
    }

    private func side(_ place: String, _ answer: ComparedAnswer, _ kind: Difference.Kind) -> Markup {
        Markup {
            div {
                dt { place.prefix(1).uppercased() + place.dropFirst() }
                dd {
                    answer.verdict.tag
                    if answer.verdict == .needsApproval, kind != .duties {
                        " \(answer.leaves)"
                    }
                    if kind == .duties {
                        " "
                        answer.duties.isEmpty
                            ? "nothing more" : "also: \(answer.duties.map(\.text).joined(separator: "; "))"
                    }
                }
            }
        }
    }
}
