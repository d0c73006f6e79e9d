import Testing

@testable import Web

@Suite("Whose word on a visitor’s address is believed")
struct TrustedProxyTests {
    private static let proxies =
        TrustedProxies.thisMachine + (TrustedProxies("10.0.0.0/8") ?? .none) + (TrustedProxies("2001:db8::7") ?? .none)

    @Test(
        "the last address that no known proxy wrote of itself",
        arguments: [
            // No proxy, or none that is known: what a visitor says of themselves counts for nothing.
            ("198.51.100.7", "", "198.51.100.7"), ("198.51.100.7", "203.0.113.9", "198.51.100.7"),
            ("11.0.0.1", "203.0.113.9", "11.0.0.1"),
            // One proxy, which adds to what the visitor sent.
            ("127.0.0.1", "203.0.113.9", "203.0.113.9"), ("127.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
            ("10.200.0.1", "203.0.113.9", "203.0.113.9"), ("2001:db8::7", "203.0.113.9", "203.0.113.9"),
            ("2001:db8::8", "203.0.113.9", "2001:db8::8"), ("::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"),
            // Two in a row.
            ("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.3", "203.0.113.9"),
            ("127.0.0.1", "10.0.0.9, 203.0.113.9, 10.0.0.3", "203.0.113.9"), ("127.0.0.1", "10.0.0.3", "10.0.0.3"),
            // Nothing, nonsense, ports and brackets.
            ("127.0.0.1", "", "127.0.0.1"), ("127.0.0.1", "unknown", "127.0.0.1"),
            ("127.0.0.1", "203.0.113.9, nonsense", "127.0.0.1"), ("127.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
            ("127.0.0.1", "[2001:db8::1]:443", "2001:db8::1"), ("127.0.0.1", "2001:db8::1", "2001:db8::1"),
            ("unknown", "203.0.113.9", "unknown"),
        ])
    func source(peer: String, forwarded: String, expected: String) {
        #expect(Self.proxies.source(peer: peer, forwarded: forwarded) == expected)
        #expect(TrustedProxies.none.source(peer: peer, forwarded: forwarded) == peer)
    }

    @Test(
        "is named by an address or a network, and by nothing else",
        arguments: [
            ("192.0.2.7", true), ("2001:db8::7", true), ("10.0.0.0/8", true), ("2001:db8::/32", true), ("", false),
            ("proxy.example", false), ("10.0.0.0/33", false), ("10.0.0.0/0", false), ("10.0.0/8", false),
            ("10.0.0.0/", false), ("10.0.0.0/8/8", false),
        ])
    func named(text: String, isGood: Bool) { #expect((TrustedProxies(text) != nil) == isGood) }
}
