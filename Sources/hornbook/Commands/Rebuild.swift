import ArgumentParser
import Ledger
import Office

struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make every list, duty and look-up anew from the events.",
        discussion: """
            Says whether what stood before was the same. Stop the server first; the events themselves are not touched.
              hornbook rebuild --school oakfield
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: ArgumentHelp("Only this school.", valueName: "short-name")) var school: String?
    @Flag(help: "Print JSON.") var json = false

    private struct Row: Encodable {
        var school: String
        var isIdentical: Bool
        var records: Int
        var events: Int64
        var erased: Int
        var rowsRemoved: Int
        var rowsAdded: Int
    }

    func run() async throws {
        let reports = try await installation.with(.writing) { installation in
            var reports: [RebuildReport] = []
            for log in try await installation.logs(school) {
                reports.append(try await installation.office.rebuild(log))
            }
            return reports
        }
        guard !json else {
            return try Terminal.say(
                json: reports.map {
                    Row(
                        school: $0.log.rawValue, isIdentical: $0.isIdentical, records: $0.records, events: $0.events,
                        erased: $0.erased,
                        rowsRemoved: $0.removed.count, rowsAdded: $0.added.count)
                })
        }
        for report in reports {
            let result =
                report.isIdentical
                ? "identical to what stood before"
                : "DIFFERENT from what stood before: \(report.removed.count) rows gone, \(report.added.count) rows new"
            Terminal.say("\(report.log): rebuilt \(report.records) records from \(report.events) events, \(result).")
        }
    }
}
