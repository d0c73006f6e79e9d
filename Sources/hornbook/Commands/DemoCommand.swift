import ArgumentParser
import Demo
import Foundation
import Ledger
import Office
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show five invented schools in a browser.",
        discussion: """
            Everybody in it is invented, and the sign-in page lets you in as any of them without a password. Never put \
            it on the internet.
              hornbook demo
              hornbook demo --port 9000 --data ./demo     keep what you do, and go on with it next time
            """)

    @Option(help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "A folder to keep the demonstration in.", discussion: "Without it everything is forgotten on stopping.",
            valueName: "folder"))
    var data: String?

    /// The name in a demonstration's checkpoints, by which it is told from a real installation.
    private static let origin = "demo.hornbook.example"

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
    }

    func run() async throws {
        let directory = data ?? "\(NSTemporaryDirectory())hornbook-demo-\(Randomness.identifier())"
        let opened = try await Installation.open(
            .creating, directory: directory, givenKey: nil, origin: nil, originIfNew: Self.origin)
        do {
            guard opened.ledger.origin == Self.origin else {
                throw Failure(
                    "`\(directory)` holds a real installation, and a demonstration lets anybody in. Name another folder."
                )
            }
            try await serve(opened)
        } catch {
            try? await finish(opened)
            throw error
        }
        try await finish(opened)
    }

    private func finish(_ opened: Installation) async throws {
        try await opened.close()
        if data == nil { try? FileManager.default.removeItem(atPath: opened.directory) }
    }

    private func serve(_ opened: Installation) async throws {
        let logger = Serving.logger()
        if try await opened.ledger.logs().isEmpty {
            Terminal.remark("Inventing five schools…")
            try await DemoSchools.seed(
                over: opened.ledger, now: opened.office.now(), pictures: opened.office.pictures)
        }
        let site = Site(office: opened.office, hasSecureCookies: false, isDemo: true, logger: logger)
        try await Serving(site: site, host: "127.0.0.1", port: port, logger: logger).run { port in
            Terminal.say("The demonstration is at http://localhost:\(port) – stop it with Ctrl-C.")
        }
    }
}
