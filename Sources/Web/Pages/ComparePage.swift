import HTML
import Office
import Policy
import Records

/// Where two policies, or two editions of one, answer differently: by topic, as sentences.
enum ComparePage {
    /// What was asked for, as far as it can be done.
    private struct Wanted {
        var first: ComparedPacks.Entry?
        var second: ComparedPacks.Entry?
        var topic: Vocabulary.Topic?
        var kind: Difference.Kind?
        var problem: ErrorSummary.Item?

        init(_ visit: Visit, _ packs: ComparedPacks) {
            let (a, b) = (visit.query["a"], visit.query["b"])
            let filter = TopicFilter(visit, visit.school.pack.vocabulary)
            first = packs.entry(a.isEmpty ? ComparedPacks.inForce : a)
            second = packs.entry(b)
            topic = filter.topic
            kind = Difference.Kind(rawValue: visit.query["kind"])
            if first == nil {
                problem = .init("There is no such policy. Choose the first from the list", field: "a")
            } else if second == nil, !b.isEmpty {
                problem = .init("There is no such policy. Choose the second from the list", field: "b")
            } else if second == nil, !a.isEmpty {
                problem = .init("Choose what to compare it with", field: "b")
            } else if let first, let second, first.id == second.id {
                problem = .init("Choose two different policies", field: "b")
            } else if filter.unknown != nil {
                problem = .init("There is no such topic. Choose one from the list", field: "topic")
            } else if kind == nil, !visit.query["kind"].isEmpty {
                problem = .init("There is no such kind of difference. Choose one from the list", field: "kind")
            }
        }
    }

    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let packs = try await ComparedPacks(visit)
        var wanted = Wanted(visit, packs)
        var found: (a: Pack, b: Pack, names: (first: String, second: String), differences: [Difference])?
        if wanted.problem == nil, let first = wanted.first, let second = wanted.second {
            do {
                let (a, b) = (try first.load(), try second.load())
                found = (a, b, (first.label, second.label), try await visit.office.differences(a, b))
            } catch is PackErrors {
                wanted.problem = .init("One of these editions can no longer be read. Choose another", field: "a")
            } catch is EvaluationError {
                wanted.problem = .init("These two cannot be compared. Choose others", field: "a")
            }
        }
        let problem = wanted.problem
        let page = visit.page("Compare policies", crumbs: visit.policyCrumbs, hasProblems: problem != nil) {
            if let problem { ErrorSummary([problem]) }
            PageHeading(
                "Compare policies", over: visit.school.name,
                lead: "Every question that can be asked is put to both, and this is where their answers differ.")
            choosing(visit, packs, wanted)
            if let found {
                Comparison(
                    visit: visit, a: found.a, b: found.b, all: found.differences, names: found.names,
                    topic: wanted.topic, kind: wanted.kind
                )
            } else if problem == nil {
                EmptyState("Choose a second policy to compare this one with.")
            }
        }
        return problem == nil ? .page(page) : .wrong(page)
    }

    private static func choosing(_ visit: Visit, _ packs: ComparedPacks, _ wanted: Wanted) -> Filters {
        Filters(
            "Choose what to compare", action: visit.url("/policy/compare"),
            controls: [
                .select(
                    name: "a", label: "First policy", options: packs.choices,
                    chosen: wanted.first?.id ?? ComparedPacks.inForce),
                .select(
                    name: "b", label: "Second policy", options: [Choice("", "Choose…")] + packs.choices,
                    chosen: wanted.second?.id ?? ""),
                TopicFilter.control(visit.school.pack.vocabulary.topics, chosen: wanted.topic),
                .select(
                    name: "kind", label: "Kind of difference",
                    options: [Choice("", "Every kind")]
                        + Difference.Kind.allCases.map { Choice($0.rawValue, $0.title) },
                    chosen: wanted.kind?.rawValue ?? ""),
            ], submit: "Compare",
            clear: visit.query["b"].isEmpty ? nil : Link("Clear", visit.url("/policy/compare")))
    }
}
