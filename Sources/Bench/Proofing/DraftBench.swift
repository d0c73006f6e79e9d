import Foundation
import Policy

/// `hornbook-bench draft`: what is to be measured of the checks of drafts.
struct DraftBench {
    private var workload: URL?
    private var names: URL?
    private var predictions: URL?
    private var json: URL?
    private var labelled: URL?
    private var kind: CheckKind?
    private var rounds = 5

    struct Fault: Error, CustomStringConvertible {
        var description: String { "Use it so:\n\(usage)" }
    }

    static let usage = """
        hornbook-bench draft --workload FOLDER [--names FILE] [--predictions FILE] [--rounds N] [--json FILE]
          --workload       the corpus.jsonl and register.json of a folder
          --names          further names, one a line after those of the register, for a second measurement
          --predictions    where to write what is found, a post a line, for a scorer
          --json           where to write the figures as well
        hornbook-bench draft --labelled FOLDER [--kind KIND]
          --labelled       texts in which people have marked what is to be found, to score instead
          --kind           whose misses to print as well, line by line; those of unseen texts are never told
        """

    init(arguments: ArraySlice<String>) throws {
        var left = arguments
        while let option = left.popFirst() {
            guard let value = left.popFirst() else { throw Fault() }
            switch option {
            case "--workload": workload = URL(filePath: value)
            case "--names": names = URL(filePath: value)
            case "--predictions": predictions = URL(filePath: value)
            case "--json": json = URL(filePath: value)
            case "--labelled": labelled = URL(filePath: value)
            case "--kind":
                guard let known = CheckKind(rawValue: value) else { throw Fault() }
                kind = known
            case "--rounds":
                guard let number = Int(value), number > 0 else { throw Fault() }
                rounds = number
            default: throw Fault()
            }
        }
    }

    func run() throws {
        if let labelled {
            try LabelledBench(folder: labelled, kind: kind).run()
            return
        }
        guard let workload else { throw Fault() }
        let figures = try ProofingBench(workload: workload, rounds: rounds)
            .run(predictions: predictions, namesFile: names)
        for (size, rates) in figures.rates.sorted(by: { $0.value.count < $1.value.count || $0.key < $1.key }) {
            let sorted = rates.sorted()
            guard let least = sorted.first, let most = sorted.last else { continue }
            print("\(size) names: \(Int(sorted[sorted.count / 2])) posts/s (\(Int(least))–\(Int(most)))")
        }
        if let json { try JSONEncoder().encode(figures).write(to: json) }
    }
}
