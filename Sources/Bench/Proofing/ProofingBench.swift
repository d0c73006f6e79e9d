import Foundation
import Proofing

/// Checks the posts of a workload: what is found, for a scorer, and how fast.
struct ProofingBench {
    struct Figures: Encodable {
        /// Posts a second, one rate a round; of each size of the register.
        var rates: [String: [Double]]
        /// Milliseconds to make the proofreader.
        var loading: [String: Double]
        var posts: Int
        var bytes: Int
        /// Whether every round found as much.
        var isSteady = true
    }

    let workload: URL
    let rounds: Int

    func run(predictions: URL?, namesFile: URL?) throws -> Figures {
        let peers = try PeerPosts(folder: workload)
        let drafts = peers.drafts
        var figures = Figures(
            rates: [:], loading: [:], posts: drafts.count, bytes: drafts.reduce(0) { $0 + $1.words.utf8.count })
        var registers = [peers.names]
        if let namesFile { registers.append(try peers.names(with: namesFile)) }
        let clock = ContinuousClock()
        for (number, names) in registers.enumerated() {
            var reader: Proofreader?
            let loading = clock.measure { reader = Proofreader(names: names, settings: PeerPosts.settings) }
            guard let reader else { continue }
            let key = "\(names.count)"
            figures.loading[key] = loading / .milliseconds(1)
            if number == 0, let predictions {
                let encoder = JSONEncoder()
                let lines = try zip(peers.posts, drafts).map { post, draft in
                    String(
                        decoding: try encoder.encode(PeerPosts.prediction(post, reader.proof(draft))), as: UTF8.self)
                }
                try Data(lines.joined(separator: "\n").utf8).write(to: predictions)
            }
            // Once without the clock, to warm up; what is found is counted so that nothing is left undone.
            var found = [drafts.reduce(0) { $0 + reader.proof($1).count }]
            for _ in 0..<rounds {
                var count = 0
                let time = clock.measure { for draft in drafts { count += reader.proof(draft).count } }
                found.append(count)
                figures.rates[key, default: []].append(Double(drafts.count) / (time / .seconds(1)))
            }
            figures.isSteady = figures.isSteady && Set(found).count == 1
        }
        return figures
    }
}
