import ArgumentParser
import Ledger
import Office

struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Sign a school's ledger as it stands, and print the checkpoint.",
        discussion: """
            Keep it where this installation cannot reach, such as with the chair of governors: whoever has it can tell \
            later that nothing before it was changed or taken out.
              hornbook checkpoint --school oakfield > oakfield-2026-11-21.txt
              hornbook checkpoint --school oakfield --latest        the newest one signed; works beside a running server
              hornbook checkpoint --school oakfield --public-key    what checkpoints and proofs are checked against
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: ArgumentHelp("The school's short name.", valueName: "short-name")) var school: String
    @Flag(help: "Print the newest that was signed, and sign none.") var latest = false
    @Flag(help: "Print the school's public key instead.") var publicKey = false

    func run() async throws {
        try await installation.with(latest || publicKey ? .reading : .writing) { installation in
            let log = try await installation.school(school).id
            if publicKey { return Terminal.say(try installation.ledger.verifierKey(log)) }
            guard latest else { return Terminal.put(try await installation.office.checkpoint(log)) }
            guard let newest = try await installation.ledger.store.checkpoints(log, limit: 1).first else {
                throw Failure("No checkpoint of \(log) has been signed yet. Leave --latest out to sign one.")
            }
            Terminal.put(newest.text)
        }
    }
}
