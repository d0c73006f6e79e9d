import Foundation
import Office
import Policy
import Records
import Testing

@testable import Connectors

/// A platform to hold a connector against: a double in this process, or a real server that the environment names.
enum Case: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case mastodon, wordPress, atProtocol
    /// WordPress itself: `bin/test-wordpress` starts one and names it in HORNBOOK_WORDPRESS.
    case realWordPress

    var testDescription: String { rawValue }

    static let doubles: [Case] = [.mastodon, .wordPress, .atProtocol]
    static var all: [Case] { real == nil ? doubles : Case.allCases }

    /// Address, user and application password of a real WordPress.
    static var real: (address: String, user: String, password: String)? {
        let parts = (ProcessInfo.processInfo.environment["HORNBOOK_WORDPRESS"] ?? "").split(separator: "|").map(
            String.init)
        return parts.count == 3 ? (parts[0], parts[1], parts[2]) : nil
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
            guard let real = Self.real else { return }
            try await work(
                nil,
                Destination(
                    connection: .wordPress(site: real.address, user: real.user), secret: real.password))
        }
    }
}

extension PlatformConnectors {
    static let at = Instant(seconds: 1_795_168_800)

    /// Reaches this machine and waits for nobody.
    static func forTests(_ reach: Reach = .thisMachine) -> PlatformConnectors {
        // The server answers on the threads that every other test computes on.
        PlatformConnectors(reach: reach, patience: 20, now: { at }, sleep: { _ in })
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
