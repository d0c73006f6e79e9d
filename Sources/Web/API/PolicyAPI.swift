import HTTPTypes
import Office
import Policy
import Records

/// What can be worked out of policies, over JSON.
enum PolicyAPI {
    private struct AnalysisJSON: Encodable {
        var edition: String
        var findings: [FindingJSON]
    }

    @Sendable static func analysis(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let pack = visit.school.pack
        guard let topic = topic(visit) else { return try refused("There is no such topic.", field: "topic") }
        guard let kind = named(visit.query["kind"], Finding.Kind.allCases) else {
            return try refused("There is no such kind of finding.", field: "kind")
        }
        let found = await visit.office.findings(of: pack).filter {
            (topic.isEmpty || $0.topic == topic) && kind.contains($0.kind)
        }
        return try .encoded(
            AnalysisJSON(edition: pack.edition, findings: found.map { FindingJSON($0, in: pack.vocabulary) }))
    }

    private struct ComparisonJSON: Encodable {
        var first: String
        var second: String
        var differences: [DifferenceJSON]
    }

    @Sendable static func compare(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let packs = try await ComparedPacks(visit)
        guard let first = packs.entry(visit.query["a"]) else { return try refused(unknown(packs), field: "a") }
        guard let second = packs.entry(visit.query["b"]) else { return try refused(unknown(packs), field: "b") }
        guard let topic = topic(visit) else { return try refused("There is no such topic.", field: "topic") }
        guard let kind = named(visit.query["kind"], Difference.Kind.allCases) else {
            return try refused("There is no such kind of difference.", field: "kind")
        }
        do {
            let (a, b) = (try first.load(), try second.load())
            let found = try await visit.office.differences(a, b).filter {
                (topic.isEmpty || $0.topic == topic) && kind.contains($0.kind)
            }
            let places = Pack.places(a, b)
            return try .encoded(
                ComparisonJSON(
                    first: a.edition, second: b.edition,
                    differences: found.map { DifferenceJSON($0, in: a.vocabulary, places: places) }))
        } catch let error as EvaluationError {
            return try refused("\(error)", field: "b")
        } catch is PackErrors {
            return try refused("One of these editions can no longer be read.", field: "a")
        }
    }

    @Sendable static func questions(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try .encoded(QuestionTableJSON(try visit.questionTable()))
    }

    /// The topic that is asked for, or nothing for all; nil when there is no such topic.
    private static func topic(_ visit: Visit) -> String? {
        let asked = visit.query["topic"]
        return asked.isEmpty || visit.school.pack.vocabulary.topic(asked) != nil ? asked : nil
    }

    /// The kind of that name, or all for none; nil when there is no such kind.
    private static func named<Kind: RawRepresentable<String>>(_ name: String, _ all: [Kind]) -> [Kind]? {
        if name.isEmpty { return all }
        return Kind(rawValue: name).map { [$0] }
    }

    private static func unknown(_ packs: ComparedPacks) -> String {
        "There is no such policy. There are: \(packs.entries.map(\.id).joined(separator: ", "))."
    }

    private static func refused(_ message: String, field: String) throws -> Reply {
        try .encoded(
            APIProblem(error: message, fields: [FieldProblem(field, message)]), status: .unprocessableContent)
    }
}
