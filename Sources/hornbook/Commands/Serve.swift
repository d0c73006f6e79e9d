import ArgumentParser
import Connectors
import Ledger
import Office
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the site.",
        discussion: """
            On its first start this makes the folder, the database and the master key, and prints a one-time link with \
            which to set up the first school.

            Behind a proxy that speaks https, which is how a school should run it:
              hornbook serve --data /var/lib/hornbook --behind-proxy --origin policy.school.example

            On one machine, without https:
              hornbook serve --no-secure-cookies

            It stops cleanly on SIGTERM and on Ctrl-C: requests under way are answered and the ledger is signed.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: ArgumentHelp("The address to listen on; 0.0.0.0 for every one.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; 0 for any that is free.", valueName: "number"))
    var port = 8080

    @Option(
        help: ArgumentHelp(
            "The installation's name in checkpoints, for ever.",
            discussion: "Taken at the first start, such as policy.school.example. (default: this machine's name)",
            valueName: "name"))
    var origin: String?

    @Flag(inversion: .prefixedNo, help: "Send cookies over https alone.")
    var secureCookies = true

    @Flag(help: "Believe a proxy on this machine about visitors' addresses (X-Forwarded-For).")
    var behindProxy = false

    @Option(
        name: .customLong("proxy"),
        help: ArgumentHelp(
            "Believe the proxy at this address about visitors' addresses; may be given several times.",
            discussion: "An address such as 192.0.2.7, or a network such as 10.0.0.0/8.", valueName: "address"))
    var proxies: [String] = []

    @Option(
        help: ArgumentHelp(
            "How far connections of accounts may lead: internet, own-network or this-machine.",
            discussion: "Beyond `internet` only where the school's own website stands in its network.",
            valueName: "where"))
    var reach = ReachOption.internet

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
        for proxy in proxies where TrustedProxies(proxy) == nil {
            throw ValidationError("--proxy \(proxy) is neither an address nor a network such as 10.0.0.0/8.")
        }
    }

    func run() async throws {
        let opened = try await installation.open(.creating, origin: origin, reach: reach.reach)
        do {
            try await serve(opened)
        } catch {
            try? await opened.close()
            throw error
        }
        try await opened.close()
    }

    private func serve(_ opened: Installation) async throws {
        let logger = Serving.logger()
        let isFresh = try await opened.ledger.logs().isEmpty
        let secret = isFresh ? Randomness.identifier() + Randomness.identifier() : nil
        let site = Site(
            office: opened.office, hasSecureCookies: secureCookies, isDemo: false,
            proxies: proxies.compactMap { TrustedProxies($0) }.reduce(behindProxy ? .thisMachine : .none, +),
            setUpSecret: secret,
            logger: logger)
        let host = host
        try await Serving(site: site, host: host, port: port, logger: logger).run { port in
            Terminal.say("Hornbook is at http://\(Address.shown(host)):\(port)")
            guard let secret else { return }
            Terminal.say("Set up your school with this link. It works until a school exists or the program stops:")
            Terminal.say("  http://\(Address.shown(host)):\(port)/set-up/\(secret)")
        }
    }
}

/// How an address is put into a link.
enum Address {
    static func shown(_ host: String) -> String {
        switch host {
        case "0.0.0.0", "::", "127.0.0.1": "localhost"
        default: host.contains(":") ? "[\(host)]" : host
        }
    }
}

/// ``Connectors/Reach`` as an option of the command line.
enum ReachOption: String, ExpressibleByArgument, CaseIterable {
    case internet
    case ownNetwork = "own-network"
    case thisMachine = "this-machine"

    var reach: Reach {
        switch self {
        case .internet: .internet
        case .ownNetwork: .ownNetwork
        case .thisMachine: .thisMachine
        }
    }
}
