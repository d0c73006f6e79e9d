import ArgumentParser

struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Prove that a record stands in the ledger, or check such a proof.",
        discussion: """
            A proof is a file that anybody can check with this program and the school's public key, without the database:
              hornbook proof --school oakfield --record account/k3v9 --out proof.json
              hornbook checkpoint --school oakfield --public-key
              hornbook proof check proof.json --key '…'
            """,
        subcommands: [MakeProof.self, CheckProof.self], defaultSubcommand: MakeProof.self)
}
