import ArgumentParser

/// The command: what is asked of it, done by one file for each subcommand under `Commands`.
@main
struct Hornbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hornbook",
        abstract: "Runs a school's social media policy.",
        discussion: """
            See it first, with five invented schools and nothing to set up:
              hornbook demo

            Then begin your own installation and open the link that it prints:
              hornbook serve --data /var/lib/hornbook

            An installation is one folder: the database and its master key. Back up both, and keep the key apart from \
            the rest. `hornbook verify` recomputes every record from its bytes and names whatever was changed.

            Exit codes: 0 done, 1 refused or failed (one sentence on standard error), 64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, DemoCommand.self, SchoolCommand.self, PersonCommand.self, PupilsCommand.self, Ask.self,
            CheckDraft.self,
            Analyse.self, Compare.self,
            ReplayCommand.self,
            Questions.self, CoverageCommand.self, PackCommand.self,
            AccountsCommand.self,
            Verify.self, CheckpointCommand.self, ProofCommand.self, Rebuild.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
            Terminal.complain(Sentence.of(error))
            exit(withError: ExitCode.failure)
        }
    }
}
