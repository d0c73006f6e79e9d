import HTML
import Office
import Policy
import Records

/// The differences between two packs: how many there are, and each as a sentence under its topic and actions. Many are
/// folded by topic.
struct Comparison: Component {
    var visit: Visit
    var a: Pack
    var b: Pack
    var all: [Difference]
    /// The names of the two, as they were chosen.
    var names: (first: String, second: String)
    var topic: Vocabulary.Topic?
    var kind: Difference.Kind?

    private var vocabulary: Vocabulary { a.vocabulary }
    private var places: (first: String, second: String) { Pack.places(a, b) }
    /// Links lead to Ask only where it would give one of the two answers.
    private var isOwn: Bool { [a, b].contains(visit.school.pack) }

    /// More than these are not read through: each topic is opened by itself.
    private static let mostUnfolded = 30

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
            if !shown.isEmpty { summary(shown) }
            lastWord
            if shown.isEmpty { EmptyState("Nothing of this kind differs on this topic.") }
            let isFolded = topic == nil && shown.count > Self.mostUnfolded
            if isFolded { h2 { "By topic" } }
            for topic in vocabulary.topics {
                section(topic, shown.filter { $0.topic == topic.id }, isFolded: isFolded)
            }
        }
    }

    private func address(topic: Vocabulary.Topic?, kind: Difference.Kind?) -> String {
        var query = visit.query
        query.values["topic"] = topic.map { [$0.id] }
        query.values["kind"] = kind.map { [$0.rawValue] }
        return visit.url("/policy/compare?\(query.urlEncoded)")
    }

    /// Which two are compared, since a list on a narrow window does not show its longest names.
    private func summary(_ shown: [Difference]) -> Markup {
        p {
            "\(shown.count == 1 ? "One difference" : "\(shown.count) differences") between "
            strong { names.first }
            " and "
            strong { names.second }
            isOwn ? ". Each leads to the full answer." : "."
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

    @MarkupBuilder private func section(
        _ topic: Vocabulary.Topic, _ differences: [Difference], isFolded: Bool
    ) -> Markup {
        if !differences.isEmpty {
            if isFolded {
                details(.class("clause-section"), .id("topic-\(topic.id)")) {
                    HTML.summary { "\(topic.label) (\(differences.count))" }
                    list(differences)
                }
            } else {
                h2 { topic.label }
                list(differences)
            }
        }
    }

    private func list(_ differences: [Difference]) -> Markup {
        Markup {
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

    @MarkupBuilder private func duties(_ answer: ComparedAnswer) -> Markup {
        if answer.duties.isEmpty {
            " with nothing more to do"
        } else {
            ul { for duty in answer.duties { li { duty.text } } }
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
                    if kind == .duties { duties(answer) }
                }
            }
        }
    }
}
