import Foundation
import Office
import Policy
import Records
import Testing

@testable import Connectors

/// A platform to hold a connector against: a double in this process, or a real server that the environment names.
enum Case: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case mastodon, wordPress, atProtocol
    /// WordPress itself, and a personal data server that holds records against the published lexicons.
    case realWordPress, realATProtocol

    var testDescription: String { rawValue }

    static let doubles: [Case] = [.mastodon, .wordPress, .atProtocol]
    static var all: [Case] { Case.allCases.filter { $0.server?.isNamed ?? true } }
    static var wordPresses: [Case] { all.filter { [.wordPress, .realWordPress].contains($0) } }

    /// nil for a double.
    var server: RealServer? {
        switch self {
        case .mastodon, .wordPress, .atProtocol: nil
        case .realWordPress: .wordPress
        case .realATProtocol: .atProtocol
        }
    }

    /// Does something with the platform and the way to it.
    func run(
        _ work: @escaping @Sendable (_ platform: (any Platform)?, _ destination: Destination) async throws -> Void
    ) async throws {
        switch self {
        case .mastodon:
            let double = MastodonDouble()
            try await double.serving { address in
                try await work(
                    double, Destination(connection: .mastodon(server: address), secret: MastodonDouble.token))
            }
        case .wordPress:
            let double = WordPressDouble()
            try await double.serving { address in
                try await work(
                    double,
                    Destination(
                        connection: .wordPress(site: address, user: WordPressDouble.user),
                        secret: WordPressDouble.password))
            }
        case .atProtocol:
            let double = ATDouble()
            try await double.serving { address in
                try await work(
                    double,
                    Destination(
                        connection: .atProtocol(service: address, identifier: "oak.example"), secret: ATDouble.password)
                )
            }
        case .realWordPress:
            let real = try RealServer.wordPress.named()
            try await work(
                nil,
                Destination(connection: .wordPress(site: real.address, user: real.user), secret: real.password))
        case .realATProtocol:
            let real = try RealServer.atProtocol.named()
            try await work(
                nil,
                Destination(
                    connection: .atProtocol(service: real.address, identifier: real.user), secret: real.password))
        }
    }
}

extension PlatformConnectors {
    static let at = Instant(seconds: 1_795_168_800)

    /// Reaches this machine and waits for nobody.
    /// - Parameter longest: the most seconds that an answer may take, for servers that never end.
    static func forTests(_ reach: Reach = .thisMachine, longest: Int? = nil) -> PlatformConnectors {
        // The server answers on the threads that every other test computes on.
        PlatformConnectors(reach: reach, patience: 20, longest: longest, now: { at }, sleep: { _ in })
    }
}

extension Parcel {
    /// A parcel that no other test has, so that a real server can be used again and again.
    static func sample(
        _ words: String =
            "Oak Class went to the farm & fed the lambs.\n\n<b>Thank you</b>, @friend@social.example! https://farm.example/visit?a=1&b=2",
        pictures: Int = 0, mayBeThere: Bool = false
    ) -> Parcel {
        Parcel(
            key: Parcel.key(post: UUID().uuidString, account: "a", contentHash: "h"), title: "A day at the farm",
            words: words, pictures: (0..<pictures).map { .sample($0) }, begun: PlatformConnectors.at,
            mayBeThere: mayBeThere)
    }

    func again() -> Parcel {
        var parcel = self
        parcel.mayBeThere = true
        return parcel
    }
}

extension Parcel.Picture {
    /// A PNG of one dot.
    private static let dot =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

    static func sample(_ number: Int) -> Parcel.Picture {
        Parcel.Picture(
            bytes: Array(Data(base64Encoded: dot) ?? Data()) + [UInt8(number)], mediaType: "image/png",
            altText: "A lamb \"in\" a pen, number \(number)", width: 1, height: 1)
    }
}
