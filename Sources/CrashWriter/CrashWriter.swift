import Ledger
import SQLiteStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Appends to a database until it is killed, and says what was acknowledged: the crash test's victim.
///
/// Arguments: the database's path and a number that sets this run's records apart. Each acknowledged append is a line
/// `record revision position`, written out at once. Four writers at a time, so that commits are shared.
@main
struct CrashWriter {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { stop("usage: CrashWriter <database> <run>") }
        guard let log = LogID("school"), let master = MasterKey(bytes: Array(repeating: 7, count: 32)) else {
            stop("no log or key")
        }
        do throws(LedgerError) {
            let ledger = try await Ledger(
                store: try SQLiteStore(path: arguments[1]), master: master, origin: "crash.example")
            if try await ledger.logs().isEmpty { try await ledger.createLog(log, time: 0) }
            try await crowd(ledger, log, run: arguments[2])
        } catch {
            stop("\(error)")
        }
    }

    private static func crowd(_ ledger: Ledger, _ log: LogID, run: String) async throws(LedgerError) {
        let outcome = await withTaskGroup(of: LedgerError?.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    do throws(LedgerError) {
                        try await append(ledger, log, record: "r\(run)-\(writer)")
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            var failure: LedgerError?
            for await error in group { failure = failure ?? error }
            return failure
        }
        if let outcome { throw outcome }
    }

    private static func append(_ ledger: Ledger, _ log: LogID, record: String) async throws(LedgerError) {
        var revision: Int64 = 0
        while true {
            let payload = Array("event \(revision + 1) of \(record)".utf8)
            let appended = try await ledger.append(
                Append(
                    log: log, stamp: Stamp(actor: "p-1", cause: "c\(record)-\(revision)", time: revision),
                    changes: [
                        Change(
                            record: record, expected: revision,
                            events: [NewEvent(type: "note.written", payload: payload)],
                            view: RecordView(
                                kind: "note", status: "open", title: "Note \(revision + 1)", audience: ["staff"],
                                facets: [Facet("revision", "\(revision + 1)")],
                                duties: [
                                    DutyView(
                                        key: "read", title: "Read it", assignees: ["role:slt"], action: "read",
                                        due: nil,
                                        since: revision)
                                ],
                                searchText: "words \(revision + 1)", state: payload))
                    ]))
            revision += 1
            say("\(record) \(revision) \(appended.positions.lowerBound)\n")
        }
    }

    /// One write call: a line is on its way whole or not at all.
    private static func say(_ line: String) {
        let bytes = Array(line.utf8)
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }

    private static func stop(_ message: String) -> Never {
        let bytes = Array("\(message)\n".utf8)
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        exit(1)
    }
}
