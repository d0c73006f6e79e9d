import Foundation
import Policy

/// How long a pack takes to be read and compiled, analysed and compared: those that are built in, and made-up ones as
/// large as the largest is meant to be.
func packBench() throws -> [String] {
    var vocabulary: Vocabulary?
    let reading = try milliseconds(9) { vocabulary = try .embedded() }
    guard let vocabulary else { return [] }
    let builtIn = try Pack.embeddedIDs.compactMap { id in try Pack.embedded(id).map { (id, $0.source) } }
    let madeUp = (UInt64(1)...5).map { seed in
        ("made up \(seed)", MadeUpPack.yaml(seed: seed, clauses: 300, rules: 150, in: vocabulary))
    }
    var lines = ["packs: the vocabulary is read in \(range(reading, short)) ms"]
    for group in [builtIn, madeUp] {
        var packs: [Pack] = []
        for (name, yaml) in group {
            var pack: Pack?
            let loading = try milliseconds(9) {
                pack = try Pack.load(yaml: yaml, file: "\(name).yaml", vocabulary: vocabulary)
            }
            guard let pack else { continue }
            packs.append(pack)
            let compiling = milliseconds(9) {
                blackHole(CompiledPolicy(rules: pack.rules, vocabulary: vocabulary).ruleCount)
            }
            var findings = 0
            let analysing = milliseconds(3) { findings = pack.analyse().count }
            let deciding = try milliseconds(9) { blackHole(try pack.consider(Facts()).possible.count) }
            lines.append(
                "packs: \(name), \(pack.rules.count) rules, \(pack.clauses.count) clauses: read \(range(loading, short)) ms "
                    + "(goal 20), of which compiled \(short(median(compiling))); analysed \(short(median(analysing))) ms "
                    + "(goal 1000), \(findings) findings; first question \(short(median(deciding))) ms")
        }
        var differences = 0
        let comparing = try milliseconds(3) {
            differences = 0
            for (place, first) in packs.enumerated() {
                for second in packs[(place + 1)...] { differences += try Pack.compare(first, second).count }
            }
        }
        lines.append(
            "packs: all ten pairs compared in \(range(comparing, short)) ms (goal 1000), \(differences) differences")
    }
    return lines
}

private func milliseconds(_ runs: Int, _ work: () throws -> Void) rethrows -> [Double] {
    try (0..<runs).map { _ in
        let start = processSeconds()
        try work()
        return (processSeconds() - start) * 1000
    }
}
