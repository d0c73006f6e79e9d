import ArgumentParser
import Policy

struct Analyse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find conflicts, rules without effect and open questions in a policy.",
        discussion: """
            Every question that can be asked is weighed, and each finding comes with the fewest facts that show it. \
            Needs no installation.
              hornbook analyse oakdene
              hornbook analyse ./draft.yaml --json
            """)

    @Argument(help: ArgumentHelp("A pack, built in or a file.", valueName: "pack"))
    var pack: String

    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let pack = try PackChoice.load(pack)
        let findings = pack.analyse()
        if json {
            struct Entry: Encodable {
                var finding: Finding
                var says: String
            }
            return try Terminal.say(
                json: findings.map { Entry(finding: $0, says: $0.text(in: pack.vocabulary)) })
        }
        if findings.isEmpty { return Terminal.say("Nothing found in \(pack.edition).") }
        for kind in Finding.Kind.allCases {
            let these = findings.filter { $0.kind == kind }
            guard !these.isEmpty else { continue }
            Terminal.say(Self.title(kind))
            for finding in these { Terminal.say("  - \(finding.text(in: pack.vocabulary))") }
            Terminal.say("")
        }
    }

    private static func title(_ kind: Finding.Kind) -> String {
        switch kind {
        case .requiredAndProhibited: "Required and prohibited at once"
        case .permittedAndProhibited: "Permitted and prohibited at once"
        case .impossible: "Rules that can never apply"
        case .outranked: "Rules that are never heard"
        case .unfinished: "Too tangled to be analysed"
        case .open: "Questions left open"
        }
    }
}
