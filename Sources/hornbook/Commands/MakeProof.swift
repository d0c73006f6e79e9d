import ArgumentParser
import Ledger
import Office

struct MakeProof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Prove one record, or that the ledger still begins with an older checkpoint (the default).",
        discussion: """
            The proof of a record shows when and by whom each of its events was made, and nothing of other records. \
            Its content stays sealed unless --open puts the record's key in.
              hornbook proof --school oakfield --record account/k3v9 --out proof.json
              hornbook proof --school oakfield --from checkpoint-of-last-year.txt --out consistency.json
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
    @Option(help: ArgumentHelp("The record, such as account/k3v9.", valueName: "kind/key")) var record: String?
    @Flag(help: "Let whoever has the file read the record's content.") var open = false
    @Option(help: ArgumentHelp("An older checkpoint, to prove that nothing before it was changed.", valueName: "file"))
    var from: String?
    @Option(help: ArgumentHelp("Write to this file.", valueName: "file")) var out: String?

    func validate() throws {
        guard (record == nil) != (from == nil) else {
            throw ValidationError("Say what to prove: either --record or --from.")
        }
        guard from == nil || !open else { throw ValidationError("--open is for the proof of a record.") }
    }

    func run() async throws {
        let older = try from.map(TextFile.read)
        try await installation.with(.reading) { installation in
            let log = try await installation.school(school).id
            let document: ProofDocument =
                if let older {
                    .consistency(try await installation.ledger.proveConsistency(log, from: older))
                } else {
                    .record(try await installation.ledger.prove(log, record ?? "", opening: open))
                }
            try TextFile.write(String(decoding: try document.json(), as: UTF8.self) + "\n", to: out)
        }
    }
}
