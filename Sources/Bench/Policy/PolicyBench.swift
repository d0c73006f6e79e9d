import Foundation
import Policy

/// `hornbook-bench policy`: what is to be measured of the policies.
struct PolicyBench {
    private var workload: URL?
    private var mark: URL?
    private var json: URL?
    private var rounds = 5
    private var isOfPacks = false

    struct Fault: Error, CustomStringConvertible {
        var description: String { "Use it so:\n\(usage)" }
    }

    static let usage = """
        hornbook-bench policy [--packs] [--workload FOLDER [--mark PROGRAM] [--rounds N] [--json FILE]]
          --packs          how long packs take to be read, analysed and compared; also without any option
          --workload       decisions under the rules.json, requests.json and expected.json of a folder
          --mark           a program that decides the same, to run beside
          --json           where to write the figures as well
        """

    init(arguments: ArraySlice<String>) throws {
        var left = arguments
        func path() throws -> URL {
            guard let value = left.popFirst() else { throw Fault() }
            return URL(filePath: value)
        }
        func number() throws -> Int {
            guard let value = left.popFirst().flatMap({ Int($0) }), value > 0 else { throw Fault() }
            return value
        }
        while let option = left.popFirst() {
            switch option {
            case "--packs": isOfPacks = true
            case "--workload": workload = try path()
            case "--mark": mark = try path()
            case "--json": json = try path()
            case "--rounds": rounds = try number()
            default: throw Fault()
            }
        }
    }

    func run() throws {
        if isOfPacks || workload == nil { for line in try packBench() { print(line) } }
        guard let workload else { return }
        let result = try DecisionBench(PeerWorkload(folder: workload)).run(rounds: rounds, mark: mark)
        for line in result.lines { print(line) }
        if let json { try JSONEncoder().encode(result).write(to: json) }
    }
}
