package import Office
package import Policy
import Records

/// Every connector behind the one port.
package struct PlatformConnectors: Connecting {
    private let client: WebClient
    private let now: @Sendable () -> Instant
    private let sleep: @Sendable (Duration) async throws -> Void
    private let sessions = ATSessionShelf()

    /// - Parameters:
    ///   - sleep: waits for a platform that is still working on a picture.
    ///   - patience: how many times as long as usual an answer may take.
    ///   - longest: the most seconds that an answer may take, whatever is usual.
    package init(
        reach: Reach, patience: Int = 1, longest: Int? = nil, now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        client = WebClient(reach: reach, patience: patience, longest: longest)
        self.now = now
        self.sleep = sleep
    }

    package func holder(of destination: Destination) async throws(DeliveryFailure) -> AccountHolder {
        switch try connector(destination) {
        case .none, .feed: throw .notConnected
        case .mastodon(let connector): try await connector.holder()
        case .wordPress(let connector): try await connector.holder()
        case .atProtocol(let connector): try await connector.holder()
        }
    }

    package func deliver(_ parcel: Parcel, to destination: Destination) async throws(DeliveryFailure) -> Delivered {
        switch try connector(destination) {
        case .none: throw .notConnected
        // The feed shows what is on record as published: to record it is to publish it.
        case .feed: Delivered(identifier: FeedName.of(parcel.key), address: "", sent: parcel.words, at: now())
        case .mastodon(let connector): try await connector.deliver(parcel)
        case .wordPress(let connector): try await connector.deliver(parcel)
        case .atProtocol(let connector): try await connector.deliver(parcel)
        }
    }

    package func find(_ parcel: Parcel, on destination: Destination) async throws(DeliveryFailure) -> Delivered? {
        switch try connector(destination) {
        // Nobody can be asked, and that is not to say that nothing is there.
        case .none: throw .notConnected
        case .feed: nil
        case .mastodon(let connector): try await connector.find(parcel)
        case .wordPress(let connector): try await connector.find(parcel)
        case .atProtocol(let connector): try await connector.find(parcel)
        }
    }

    package func look(
        at copy: Delivered, on destination: Destination
    ) async throws(DeliveryFailure) -> Presence {
        switch try connector(destination) {
        case .none, .feed: .unknown
        case .mastodon(let connector): try await connector.look(at: copy)
        case .wordPress(let connector): try await connector.look(at: copy)
        case .atProtocol(let connector): try await connector.look(at: copy)
        }
    }

    package func remove(_ copy: Delivered, from destination: Destination) async throws(DeliveryFailure) {
        switch try connector(destination) {
        case .none: throw .notConnected
        case .feed: return
        case .mastodon(let connector): try await connector.remove(copy)
        case .wordPress(let connector): try await connector.remove(copy)
        case .atProtocol(let connector): try await connector.remove(copy)
        }
    }

    private enum Connector {
        case none, feed
        case mastodon(MastodonConnector)
        case wordPress(WordPressConnector)
        case atProtocol(ATConnector)
    }

    private func connector(_ destination: Destination) throws(DeliveryFailure) -> Connector {
        switch destination.connection {
        case .byHand: return .none
        case .feed: return .feed
        case .mastodon(let server):
            return .mastodon(
                MastodonConnector(
                    call: call("Mastodon"), server: try address(server), token: destination.secret, sleep: sleep))
        case .wordPress(let site, let user):
            return .wordPress(
                WordPressConnector(
                    call: call("WordPress"), site: try address(site), user: user, password: destination.secret))
        case .atProtocol(let service, let identifier):
            return .atProtocol(
                ATConnector(
                    call: call("Bluesky"), service: try address(service), identifier: identifier,
                    password: destination.secret, sessions: sessions))
        }
    }

    private func call(_ platform: String) -> PlatformCall { PlatformCall(client: client, platform: platform, now: now) }

    private func address(_ text: String) throws(DeliveryFailure) -> ServerAddress {
        guard let address = ServerAddress(text) else { throw .permanent(reason: "That is not a web address.") }
        return address
    }
}

/// The name of an entry in the feed, for ever: a UUID of version 8 (RFC 9562) out of the delivery's key.
enum FeedName {
    /// - Parameter key: lower-case hexadecimal, at least 32 letters.
    static func of(_ key: String) -> String {
        var letters = Array(key.prefix(32))
        guard letters.count == 32 else { return "urn:uuid:\(key)" }
        letters[12] = "8"
        letters[16] = ["8", "9", "a", "b"][(letters[16].hexDigitValue ?? 0) & 3]
        let groups = [letters[0..<8], letters[8..<12], letters[12..<16], letters[16..<20], letters[20..<32]]
        return "urn:uuid:" + groups.map { String($0) }.joined(separator: "-")
    }
}
