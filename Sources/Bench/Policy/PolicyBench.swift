import Foundation
import Policy

/// `hornbook-bench policy`: what is to be measured of the policies.
struct PolicyBench {
    private var workload: URL?
    private var mark: URL?
    private var json: URL?
    private var rounds = 5

    enum Fault: Error { case usage }

    static let usage = """
        hornbook-bench policy --workload FOLDER [--mark PROGRAM] [--rounds N] [--json FILE]
        """

    init(arguments: ArraySlice<String>) throws {
        var left = arguments
        func path() throws -> URL {
            guard let value = left.popFirst() else { throw Fault.usage }
            return URL(filePath: value)
        }
        func number() throws -> Int {
            guard let value = left.popFirst().flatMap({ Int($0) }), value > 0 else { throw Fault.usage }
            return value
        }
        while let option = left.popFirst() {
            switch option {
            case "--workload": workload = try path()
            case "--mark": mark = try path()
            case "--json": json = try path()
            case "--rounds": rounds = try number()
            default: throw Fault.usage
            }
        }
    }

    func run() throws {
        guard let workload else { throw Fault.usage }
        let result = try DecisionBench(PeerWorkload(folder: workload)).run(rounds: rounds, mark: mark)
        for line in result.lines { print(line) }
        if let json { try JSONEncoder().encode(result).write(to: json) }
    }
}
