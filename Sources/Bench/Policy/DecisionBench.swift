import Foundation
import Policy

/// Decisions under the rules of a ``PeerWorkload``, beside a program in C that decides the same requests with the same
/// idea and nothing else: the mark. The two take turns, because other work on the machine comes and goes.
struct DecisionBench {
    let workload: PeerWorkload
    let policy: PeerPolicy
    /// Laid out beforehand, as the mark's are.
    let requests: [Request]
    let batch: RequestBatch
    let facts: [Facts]
    let texts: [String]

    init(_ workload: PeerWorkload) throws {
        self.workload = workload
        let policy = try PeerPolicy(workload)
        self.policy = policy
        let facts = workload.requests.map(policy.facts)
        self.facts = facts
        requests = try facts.map { try policy.vocabulary.request($0) }
        batch = try requests.reduce(into: RequestBatch(shape: policy.vocabulary.shape)) { try $0.append($1) }
        texts = facts.map { $0.text(in: policy.vocabulary) }
    }

    /// What was measured; rates are decisions a second, one of each run.
    struct Result: Encodable {
        var requests = 0
        var rightVerdicts = 0
        var rightMatched = 0
        var rightLifted = 0
        var rightAsk = 0
        /// Per second of process time, as the mark's.
        var mark: [Double] = []
        var verdicts: [Double] = []
        var cited: [Double] = []
        /// Per second of the clock, as the peers'.
        var fromFacts: [Double] = []
        var fromText: [Double] = []
        var allocations: Int?
        /// Nanoseconds, the clock's own reading among them.
        var p50 = 0.0
        var p99 = 0.0
        var clock = 0.0
        var factsP50 = 0.0
        var factsP99 = 0.0
        var compileMilliseconds = 0.0
    }

    /// - Parameter mark: a program that prints a line of JSON with `line` and `dps` for each way in which it decides.
    func run(rounds: Int, mark: URL?) throws -> Result {
        var result = try check()
        try measure(passes: 20, &result)
        (result.verdicts, result.cited) = ([], [])
        for _ in 0..<rounds {
            if let mark { result.mark.append(try Self.run(mark)) }
            try measure(passes: 100, &result)
        }
        for _ in 0..<rounds { try measureFromWords(&result) }
        try measureSingly(&result)
        result.compileMilliseconds = median(
            (0..<9).map { _ in
                let start = processSeconds()
                blackHole(CompiledPolicy(rules: policy.rules, vocabulary: policy.vocabulary).ruleCount)
                return (processSeconds() - start) * 1000
            })
        return result
    }

    /// Every answer held against the one that is expected.
    private func check() throws -> Result {
        var result = Result(requests: requests.count)
        var scratch = DecisionScratch(for: policy.compiled)
        for (request, expected) in zip(requests, workload.expected) {
            let answer = try policy.answer(expected.id, request, using: &scratch)
            result.rightVerdicts += answer.verdict == expected.verdict ? 1 : 0
            result.rightMatched += answer.matched == expected.matched ? 1 : 0
            result.rightLifted += answer.lifted == expected.lifted ? 1 : 0
            result.rightAsk += answer.ask == expected.ask ? 1 : 0
        }
        return result
    }

    private func measure(passes: Int, _ result: inout Result) throws {
        let count = Double(passes * requests.count)
        let compiled = policy.compiled
        var scratch = DecisionScratch(for: compiled)
        var numbers = 0
        let before = allocations()
        var start = processSeconds()
        for _ in 0..<passes {
            try compiled.decide(batch, using: &scratch) { _, verdict, _ in
                if case .prohibited = verdict { numbers &+= 1 }
            }
        }
        let bare = processSeconds() - start
        start = processSeconds()
        for _ in 0..<passes {
            try compiled.decide(batch, using: &scratch) { _, verdict, scratch in
                if case .prohibited = verdict { numbers &+= 1 }
                compiled.forEachRule(in: scratch) { numbers &+= $0 }
            }
        }
        let cited = processSeconds() - start
        if let before, let after = allocations() { result.allocations = (result.allocations ?? 0) + after - before }
        result.verdicts.append(count / bare)
        result.cited.append(count / cited)
        blackHole(numbers)
    }

    /// From facts by name, as the peers are asked, to the verdict and the names of the rules.
    private func measureFromWords(_ result: inout Result) throws {
        let (compiled, vocabulary) = (policy.compiled, policy.vocabulary)
        var scratch = DecisionScratch(for: compiled)
        var names = 0
        var start = ContinuousClock.now
        for facts in facts {
            _ = try compiled.decide(vocabulary.request(facts), using: &scratch)
            names &+= policy.matched(scratch).count
        }
        result.fromFacts.append(Double(facts.count) / ((ContinuousClock.now - start) / .seconds(1)))
        start = .now
        for text in texts {
            _ = try compiled.decide(vocabulary.request(Facts(parsing: text, in: vocabulary)), using: &scratch)
            names &+= policy.matched(scratch).count
        }
        result.fromText.append(Double(texts.count) / ((ContinuousClock.now - start) / .seconds(1)))
        blackHole(names)
    }

    /// One decision at a time.
    private func measureSingly(_ result: inout Result) throws {
        let (compiled, vocabulary) = (policy.compiled, policy.vocabulary)
        var scratch = DecisionScratch(for: compiled)
        func times(_ work: (Int) throws -> Void) rethrows -> [Double] {
            try requests.indices.map { index in
                let start = ContinuousClock.now
                try work(index)
                return (ContinuousClock.now - start) / .nanoseconds(1)
            }.sorted()
        }
        let nothing = times { blackHole($0) }
        let encoded = try times { _ = try compiled.decide(requests[$0], using: &scratch) }
        let named = try times {
            _ = try compiled.decide(vocabulary.request(facts[$0]), using: &scratch)
            blackHole(policy.matched(scratch).count)
        }
        result.clock = nothing[nothing.count / 2]
        (result.p50, result.p99) = (encoded[encoded.count / 2], encoded[encoded.count * 99 / 100])
        (result.factsP50, result.factsP99) = (named[named.count / 2], named[named.count * 99 / 100])
    }

    private struct MarkLine: Decodable {
        var line: String
        var dps: Double
    }

    /// The rate of the fastest line that the mark prints.
    private static func run(_ mark: URL) throws -> Double {
        let process = Foundation.Process()
        process.executableURL = mark
        process.currentDirectoryURL = mark.deletingLastPathComponent()
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = try output.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(MarkLine.self, from: $0)
        }
        guard process.terminationStatus == 0, let best = lines.map(\.dps).max() else { throw Fault.markFailed }
        return best
    }

    enum Fault: Error { case markFailed }
}

/// Keeps a value from being worked out for nothing.
@inline(never)
func blackHole(_ value: Int) {}

extension DecisionBench.Result {
    var lines: [String] {
        func rates(_ values: [Double]) -> String { range(values, thousands) }
        let count = allocations.map(String.init) ?? "not counted"
        let share = zip(cited, mark).map { $0 / $1 }
        let bare = zip(verdicts, mark).map { $0 / $1 }
        return [
            "policy: \(requests) requests; right verdicts \(rightVerdicts), rules \(rightMatched), lifted \(rightLifted), "
                + "whom to ask \(rightAsk)",
            "policy: compiled in \(short(compileMilliseconds)) ms",
            mark.isEmpty ? "policy: no mark to run beside" : "policy: the mark, in C: \(rates(mark))/s",
            "policy: verdict, the rules as bits: \(rates(verdicts))/s"
                + (mark.isEmpty ? "" : " = \(range(bare, short)) of the mark"),
            "policy: verdict, and each rule that matches: \(rates(cited))/s"
                + (mark.isEmpty ? "" : " = \(range(share, short)) of the mark (goal 0.7)"),
            "policy: allocations in all of those decisions: \(count)",
            "policy: one decision p50 \(whole(p50)) ns, p99 \(whole(p99)) ns, of which reading the clock \(whole(clock)) ns",
            "policy: from named facts to the rules' names: \(rates(fromFacts))/s, p50 \(whole(factsP50)) ns, p99 \(whole(factsP99)) ns",
            "policy: from text to the rules' names: \(rates(fromText))/s",
        ]
    }
}
