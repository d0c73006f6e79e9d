import ArgumentParser
import Foundation
import Ledger
import Office

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recompute every record from its bytes and name whatever was changed.",
        discussion: """
            Reads the database alone and shares no code with what writes it. Works beside a running server.
              hornbook verify
              hornbook verify --school oakfield --against checkpoint-kept-by-the-governors.txt

            Against an older checkpoint it also finds a ledger that was cut back or replaced as a whole: so keep one \
            outside, from `hornbook checkpoint`. The exit code is 1 when anything is wrong.
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: ArgumentHelp("Only this school.", valueName: "short-name")) var school: String?
    @Option(help: ArgumentHelp("A checkpoint of that school that was kept outside.", valueName: "file")) var against:
        String?
    @Flag(help: "Leave contents sealed: only the chain is recomputed, in less time.") var sealed = false
    @Flag(help: "Print JSON.") var json = false

    private struct Row: Encodable {
        struct Fault: Encodable {
            var position: Int64?
            var record: String?
            var what: String
        }
        var school: String
        var isSound: Bool
        var events: Int64
        var records: Int
        var erased: Int
        var checkpoints: Int
        /// Base 64.
        var root: String
        var faultCount: Int
        var faults: [Fault]
    }

    func validate() throws {
        guard against == nil || school != nil else {
            throw ValidationError("A checkpoint is of one school: name it with --school.")
        }
    }

    func run() async throws {
        let older = try against.map(TextFile.read)
        let reports = try await installation.with(.reading) { installation in
            var reports: [VerificationReport] = []
            for log in try await installation.logs(school) {
                let report = try await installation.ledger.verifier.verify(
                    log, against: older, opensContents: !sealed
                ) { done, total in
                    Terminal.progress("\(log): \(done) of \(total) events")
                }
                Terminal.progress("\(log): \(report.events) events", isLast: true)
                reports.append(report)
            }
            return reports
        }
        try json ? Terminal.say(json: reports.map(Self.row)) : reports.map(Self.text).forEach(Terminal.say)
        let faulty = reports.filter { !$0.isSound }
        guard faulty.isEmpty else {
            throw Failure(faulty.compactMap { $0.faults.first.map { "\($0)." } }.joined(separator: "\n"))
        }
    }

    private static func text(_ report: VerificationReport) -> String {
        let erased = report.erased == 0 ? "" : ", \(report.erased) of them erased"
        let scope = "\(report.events) events of \(report.records) records\(erased), \(report.checkpoints) checkpoints"
        guard !report.isSound else {
            return "\(report.log): sound. \(scope). Root \(Data(report.root).base64EncodedString())"
        }
        let more = report.faultCount - report.faults.count
        return
            "\(report.log): NOT SOUND, \(report.faultCount == 1 ? "1 fault" : "\(report.faultCount) faults"). \(scope).\n"
            + report.faults.map { "  \($0)" }.joined(separator: "\n") + (more > 0 ? "\n  and \(more) more" : "")
    }

    private static func row(_ report: VerificationReport) -> Row {
        Row(
            school: report.log.rawValue, isSound: report.isSound, events: report.events, records: report.records,
            erased: report.erased,
            checkpoints: report.checkpoints, root: Data(report.root).base64EncodedString(),
            faultCount: report.faultCount,
            faults: report.faults.map { Row.Fault(position: $0.position, record: $0.record, what: $0.what) })
    }
}
