import ArgumentParser
import Foundation
import Ledger
import Policy

struct CheckProof: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a proof. Needs the file and the public key, and no database.",
        discussion: """
            Have the key from somewhere other than the file: it is printed by `hornbook checkpoint --public-key` and \
            shown on the school's ledger page. The exit code is 1 for a proof that does not hold.
              hornbook proof check proof.json --key 'policy.school.example/oakfield+5c1b…'
            """)

    @Argument(help: ArgumentHelp("The proof.", valueName: "file")) var file: String
    @Option(help: ArgumentHelp("The school's public key: name+hash+key.", valueName: "key")) var key: String
    @Flag(help: "Print JSON.") var json = false

    private struct Finding: Encodable {
        struct Event: Encodable {
            var position: Int64
            var type: String
            var actor: String
            var time: String
            /// The event's content, when the proof opens it.
            var content: String?
        }
        var holds = true
        var school: String?
        var record: String?
        var events: [Event]?
        var olderSize: Int64?
        /// Events that the newest checkpoint signs.
        var size: Int64
    }

    func run() throws {
        let key = key.trimmingCharacters(in: .whitespacesAndNewlines)
        let finding: Finding
        switch try ProofDocument(json: try TextFile.bytes(file)) {
        case .record(let proof):
            let found = try proof.check(against: key)
            finding = Finding(
                school: found.log, record: found.record, events: found.events.map(Self.event), size: found.size)
        case .consistency(let proof):
            let (older, newer) = try proof.check(against: key)
            finding = Finding(olderSize: older, size: newer)
        }
        try json ? Terminal.say(json: finding) : Terminal.say(Self.text(finding))
    }

    private static func event(_ event: PastEvent) -> Finding.Event {
        Finding.Event(
            position: event.position, type: event.type, actor: event.stamp.actor,
            time: Instant(seconds: event.stamp.time).iso,
            content: event.payload.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func text(_ finding: Finding) -> String {
        guard let record = finding.record, let events = finding.events else {
            return
                "The proof holds: the ledger of \(finding.size) events begins with the \(finding.olderSize ?? 0) that the older checkpoint signs."
        }
        let lines = events.map { event in
            "  \(event.position)  \(event.time)  \(event.type)  by \(event.actor)"
                + (event.content.map { "\n     \($0)" } ?? "")
        }
        return "The proof holds: \(record) of \(finding.school ?? "") stands in the ledger of \(finding.size) events.\n"
            + lines.joined(separator: "\n")
    }
}
