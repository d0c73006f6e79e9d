import Foundation

/// A workload that other policy engines are measured by: rules, requests and the answers expected of them, as JSON.
///
/// Its meaning is its own, not Hornbook's: see ``PeerPolicy`` for how the one is said in terms of the other.
struct PeerWorkload {
    /// The values of each fact.
    var facts: [String: [String]]
    var rules: [Rule]
    var requests: [Request]
    /// In the order of the requests.
    var expected: [Answer]

    /// Holds when every fact that it names has one of its values.
    typealias Clause = [String: [String]]

    struct Rule: Decodable, Equatable {
        enum Kind: String, Decodable { case prohibit, permit }
        var id: String
        var kind: Kind
        /// The rule matches when this holds and no clause of `unless` does.
        var when: Clause
        var unless: [Clause]?
        /// For a permission: who must have given leave, a value of the fact `approved_by`.
        var approver: String?
    }

    struct Request: Decodable {
        var id: String
        var facts: [String: String]
    }

    struct Answer: Codable, Equatable {
        var id: String
        /// `prohibited`, `needs-approval`, `permitted` or `not-covered`.
        var verdict: String
        /// Every rule that matches, whatever the verdict, in the rules' order.
        var matched: [String]
        /// Every rule whose `when` holds and that a clause of `unless` lifts.
        var lifted: [String]
        /// Whose leave is missing, sorted; empty unless the verdict is `needs-approval`.
        var ask: [String]
    }

    /// Reads `rules.json`, `requests.json` and `expected.json` of a folder.
    init(folder: URL) throws {
        func read<Content: Decodable>(_ name: String) throws -> Content {
            try JSONDecoder().decode(Content.self, from: Data(contentsOf: folder.appending(path: name)))
        }
        let rules: RulesFile = try read("rules.json")
        let requests: RequestsFile = try read("requests.json")
        let expected: ExpectedFile = try read("expected.json")
        self.init(
            facts: rules.facts, rules: rules.rules, requests: requests.requests, expected: expected.expected)
    }

    init(facts: [String: [String]], rules: [Rule], requests: [Request], expected: [Answer]) {
        self.facts = facts
        self.rules = rules
        self.requests = requests
        self.expected = expected
    }

    private struct RulesFile: Decodable {
        var facts: [String: [String]]
        var rules: [Rule]
    }
    private struct RequestsFile: Decodable { var requests: [Request] }
    private struct ExpectedFile: Decodable { var expected: [Answer] }
}
