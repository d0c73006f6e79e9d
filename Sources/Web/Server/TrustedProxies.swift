import Foundation

/// The machines whose word on a visitor's address is believed: the proxies in front, by address or network.
///
/// Every proxy writes into `X-Forwarded-For` who spoke to it, after what was there. So the list is read from its end, and
/// only as far as known proxies wrote it: what a visitor put there themselves counts for nothing.
package struct TrustedProxies: Sendable, Equatable {
    private struct Network: Sendable, Equatable {
        var bytes: [UInt8]
        var bits: Int

        func holds(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                (address[bit / 8] ^ bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    private var networks: [Network] = []

    /// Nobody's word: the connection's own address counts.
    package static let none = TrustedProxies()
    /// A proxy on the same machine.
    package static let thisMachine = TrustedProxies(networks: [
        Network(bytes: [127, 0, 0, 0], bits: 8), Network(bytes: Array(repeating: 0, count: 15) + [1], bits: 128),
    ])

    private init(networks: [Network] = []) { self.networks = networks }

    /// - Parameter text: an address, `192.0.2.7` or `2001:db8::7`, or a network, `10.0.0.0/8`.
    /// - Returns: nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let bytes = parts.first.flatMap(Self.bytes) else { return nil }
        guard parts.count > 1 else {
            networks = [Network(bytes: bytes, bits: bytes.count * 8)]
            return
        }
        guard let bits = Int(parts[1]), (1...bytes.count * 8).contains(bits) else { return nil }
        networks = [Network(bytes: bytes, bits: bits)]
    }

    package static func + (a: TrustedProxies, b: TrustedProxies) -> TrustedProxies {
        TrustedProxies(networks: a.networks + b.networks)
    }

    /// Where a request comes from.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - forwarded: `X-Forwarded-For`, its lines joined with commas.
    package func source(peer: String, forwarded: String) -> String {
        var source = peer
        for entry in forwarded.split(separator: ",").reversed() {
            guard trusts(source), let address = Self.address(in: String(entry)) else { return source }
            source = address
        }
        return source
    }

    private func trusts(_ address: String) -> Bool {
        guard let bytes = Self.bytes(address) else { return false }
        return networks.contains { $0.holds(bytes) }
    }

    /// An entry as proxies write it, a port with it or not.
    private static func address(in entry: String) -> String? {
        var text = entry.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("[") {
            text = String(text.dropFirst().prefix { $0 != "]" })
        } else if text.count(where: { $0 == ":" }) == 1 {
            text = String(text.prefix { $0 != ":" })
        }
        return bytes(text) == nil ? nil : text
    }

    /// The bytes of an address, four or sixteen; an IPv4 address within IPv6 is the IPv4 address.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes.suffix(4)) : bytes
    }
}
