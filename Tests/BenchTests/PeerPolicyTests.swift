import Foundation
import Policy
import Testing

@testable import Bench

/// The engine held against a workload whose meaning is not Hornbook's own.
@Suite("The workload that other policy engines are measured by")
struct PeerPolicyTests {
    /// Two facts that matter, one approver, an exception that tests the approval: every kind of answer is in it.
    static let small = PeerWorkload(
        facts: [
            "action": ["post", "follow"], "other_party": ["pupil", "parent"],
            "approved_by": ["none", "line-manager", "headteacher", "dsl", "governors"], "idle": ["a", "b"],
        ],
        rules: [
            .init(
                id: "R1", kind: .prohibit, when: ["action": ["follow"], "other_party": ["pupil"]],
                unless: [["approved_by": ["headteacher"]]]),
            .init(id: "R2", kind: .permit, when: ["action": ["follow"]], approver: "headteacher"),
            .init(id: "R3", kind: .permit, when: ["other_party": ["parent"]]),
            .init(
                id: "R4", kind: .permit, when: ["other_party": ["parent"]],
                unless: [["action": ["post"]], ["approved_by": ["governors"]]], approver: "dsl"),
        ],
        requests: [], expected: [])

    @Test(
        "a few answers are those that a person reads off the rules",
        arguments: [
            (["post", "pupil", "none"], "not-covered", [], [], []),
            (["follow", "pupil", "none"], "prohibited", ["R1", "R2"], [], []),
            (["follow", "pupil", "headteacher"], "permitted", ["R2"], ["R1"], []),
            (["post", "parent", "none"], "permitted", ["R3"], ["R4"], []),
            (["post", "parent", "dsl"], "permitted", ["R3"], ["R4"], []),
            (["follow", "parent", "none"], "needs-approval", ["R2", "R3", "R4"], [], ["dsl", "headteacher"]),
            (["follow", "parent", "dsl"], "needs-approval", ["R2", "R3", "R4"], [], ["headteacher"]),
            (["follow", "parent", "governors"], "needs-approval", ["R2", "R3"], ["R4"], ["headteacher"]),
        ] as [([String], String, [String], [String], [String])])
    func byHand(_ facts: [String], verdict: String, matched: [String], lifted: [String], ask: [String]) throws {
        let request = PeerWorkload.Request(
            id: "Q", facts: ["action": facts[0], "other_party": facts[1], "approved_by": facts[2], "idle": "a"])
        let answer = try #require(try Self.answers(Self.small, [request]).first)
        let expected = PeerWorkload.Answer(id: "Q", verdict: verdict, matched: matched, lifted: lifted, ask: ask)
        #expect(answer == expected)
        #expect(Self.read(Self.small.rules, request) == expected)
    }

    @Test("every answer to a made-up workload of that shape is as the rules read one by one give it", arguments: 0..<4)
    func madeUp(_ seed: Int) throws {
        let workload = Self.made(seed: UInt64(seed), rules: [20, 90, 200, 420][seed], requests: 1_000)
        let answers = try Self.answers(workload, workload.requests)
        for (request, answer) in zip(workload.requests, answers) {
            try #require(answer == Self.read(workload.rules, request))
        }
        #expect(Set(answers.map(\.verdict)).count > 2)
        #expect(answers.contains { !$0.lifted.isEmpty } && answers.contains { !$0.ask.isEmpty })
    }

    /// A folder with `rules.json`, `requests.json` and `expected.json`, where there is one: `HORNBOOK_PEERS`, or where
    /// `make bench-peers` leaves them.
    static let folder: URL? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["HORNBOOK_PEERS"].map { URL(filePath: $0) }
        return [named, root.appending(path: ".build/peers/policy")].compactMap { $0 }.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "expected.json").path())
        }
    }()

    @Test("every answer to the peers' own requests is the one expected", .enabled(if: folder != nil))
    func peersRequests() throws {
        let workload = try PeerWorkload(folder: #require(Self.folder))
        #expect(workload.requests.count == workload.expected.count && !workload.requests.isEmpty)
        #expect(try Self.answers(workload, workload.requests) == workload.expected)
    }

    @Test("an approver who is no part of a school is told, and not left out")
    func unknownApprover() {
        var workload = Self.small
        workload.rules[1].approver = "nobody"
        #expect(throws: PeerPolicy.Fault.self) { try PeerPolicy(workload) }
    }

    private static func answers(
        _ workload: PeerWorkload, _ requests: [PeerWorkload.Request]
    ) throws -> [PeerWorkload.Answer] {
        let policy = try PeerPolicy(workload)
        var scratch = DecisionScratch(for: policy.compiled)
        return try requests.map { request in
            try policy.answer(request.id, policy.vocabulary.request(policy.facts(request)), using: &scratch)
        }
    }

    /// The workload's own meaning, rule by rule.
    private static func read(_ rules: [PeerWorkload.Rule], _ request: PeerWorkload.Request) -> PeerWorkload.Answer {
        func holds(_ clause: PeerWorkload.Clause) -> Bool {
            clause.allSatisfy { fact, values in request.facts[fact].map(values.contains) ?? false }
        }
        var answer = PeerWorkload.Answer(id: request.id, verdict: "not-covered", matched: [], lifted: [], ask: [])
        var (isProhibited, isPermitted, ask) = (false, false, Set<String>())
        for rule in rules where holds(rule.when) {
            if (rule.unless ?? []).contains(where: holds) {
                answer.lifted.append(rule.id)
                continue
            }
            answer.matched.append(rule.id)
            if rule.kind == .prohibit {
                isProhibited = true
            } else if let approver = rule.approver, approver != request.facts["approved_by"] {
                ask.insert(approver)
            } else {
                isPermitted = true
            }
        }
        if isProhibited {
            answer.verdict = "prohibited"
        } else if !ask.isEmpty {
            (answer.verdict, answer.ask) = ("needs-approval", ask.sorted())
        } else if isPermitted {
            answer.verdict = "permitted"
        }
        return answer
    }

    private static func made(seed: UInt64, rules count: Int, requests: Int) -> PeerWorkload {
        var random = Seeded(state: seed)
        var facts = ["approved_by": ["none"] + PeerPolicy.approvers.map(\.name)]
        facts["action"] = (0..<12).map { "act-\($0)" }
        for number in 0..<24 {
            facts["fact-\(number)"] = (0..<Int.random(in: 2...10, using: &random)).map { "value-\($0)" }
        }
        let others = facts.keys.filter { !["action", "approved_by"].contains($0) }.sorted()
        func some(_ fact: String, _ most: Int) -> [String] {
            let values = facts[fact] ?? []
            return Array(
                values.shuffled(using: &random).prefix(Int.random(in: 1...min(most, values.count - 1), using: &random)))
        }
        func clause(_ count: Int) -> PeerWorkload.Clause {
            others.shuffled(using: &random).prefix(count).reduce(into: [:]) { $0[$1] = some($1, 3) }
        }
        let rules = (0..<count).map { number in
            let prohibits = Int.random(in: 0..<5, using: &random) < 2
            var when = clause(Int.random(in: 1...3, using: &random) + (prohibits ? 2 : 0))
            if number % 10 > 0 { when["action"] = some("action", 4) }
            var exceptions = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                clause(Int.random(in: 1...2, using: &random))
            }
            if !exceptions.isEmpty, number % 3 == 0 { exceptions[0]["approved_by"] = some("approved_by", 1) }
            let approver = !prohibits && number % 2 == 0 ? PeerPolicy.approvers[number / 2 % 4].name : nil
            return PeerWorkload.Rule(
                id: "R\(number)", kind: prohibits ? .prohibit : .permit, when: when, unless: exceptions,
                approver: approver)
        }
        let asked = (0..<requests).map { number in
            var values = facts.keys.sorted().reduce(into: [String: String]()) { values, fact in
                values[fact] = facts[fact]?.randomElement(using: &random)
            }
            // Half of them inside a rule, and some of those inside one of its exceptions.
            if number % 2 == 1, let rule = rules.randomElement(using: &random) {
                let lifting = number % 4 == 1 ? rule.unless?.first ?? [:] : [:]
                for (fact, allowed) in rule.when.merging(lifting, uniquingKeysWith: { first, _ in first }).sorted(by: {
                    $0.key < $1.key
                }) {
                    values[fact] = allowed.randomElement(using: &random)
                }
            }
            return PeerWorkload.Request(id: "Q\(number)", facts: values)
        }
        return PeerWorkload(facts: facts, rules: rules, requests: asked, expected: [])
    }
}
