import Testing

@testable import Connectors

@Suite("How far an address may lead")
struct ReachTests {
    static let zones: [([UInt8], Reach.Zone)] = [
        ([93, 184, 216, 34], .internet), ([127, 0, 0, 1], .thisMachine), ([10, 1, 2, 3], .ownNetwork),
        ([172, 15, 0, 1], .internet), ([172, 16, 0, 1], .ownNetwork), ([172, 31, 255, 255], .ownNetwork),
        ([192, 168, 1, 1], .ownNetwork), ([100, 64, 0, 1], .ownNetwork), ([169, 254, 169, 254], .nowhere),
        ([0, 0, 0, 0], .nowhere), ([224, 0, 0, 1], .nowhere), ([255, 255, 255, 255], .nowhere),
        ([192, 0, 2, 9], .nowhere), ([198, 18, 0, 1], .nowhere),
        ([UInt8](repeating: 0, count: 15) + [1], .thisMachine), ([UInt8](repeating: 0, count: 16), .nowhere),
        ([0xFD] + [UInt8](repeating: 0, count: 14) + [1], .ownNetwork),
        ([0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [1], .nowhere),
        ([0xFF, 0x02] + [UInt8](repeating: 0, count: 13) + [1], .nowhere),
        ([0x20, 0x01, 0x48, 0x60] + [UInt8](repeating: 0, count: 11) + [1], .internet),
        ([0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [1], .nowhere),
        ([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF, 127, 0, 0, 1], .thisMachine),
        ([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF, 169, 254, 169, 254], .nowhere),
        ([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1], .ownNetwork),
        ([0x20, 0x02, 10, 0, 0, 1] + [UInt8](repeating: 0, count: 10), .nowhere), ([1, 2, 3], .nowhere),
    ]

    @Test("an address is of one zone", arguments: zones)
    func zone(_ address: [UInt8], _ zone: Reach.Zone) { #expect(Reach.zone(of: address) == zone) }

    @Test(
        "the internet alone is reached unless more is allowed",
        arguments: [
            (Reach.internet, [true, false, false]), (.ownNetwork, [true, true, false]),
            (.thisMachine, [true, true, true]),
        ])
    func allowed(_ reach: Reach, _ expected: [Bool]) {
        #expect([[8, 8, 8, 8], [10, 0, 0, 1], [127, 0, 0, 1]].map { reach.allows($0) } == expected)
    }

    @Test(
        "an address that is more than a place is refused",
        arguments: [
            "ftp://a.example", "https://", "https://user@a.example", "https://a.example/?x=1", "https://a.example/#x",
            "https://a.example\\@b.example", "javascript:alert(1)", "", "a.example", "https://a .example",
        ])
    func refused(_ text: String) { #expect(ServerAddress(text) == nil) }

    @Test("an address keeps its port and its folder, and loses its last slash")
    func kept() { #expect(ServerAddress("https://a.example:8443/blog/")?.text == "https://a.example:8443/blog") }

    @Test("every byte that is not plain is encoded in a query")
    func encoded() {
        #expect(
            ServerAddress("https://a.example")?.address("/x", [("q", "a b&ü/")])
                == "https://a.example/x?q=a%20b%26%C3%BC%2F")
    }

    @Test(
        "an address within a private network is refused at the moment of connecting",
        arguments: [
            "https://127.0.0.1:9", "https://localhost:9", "https://10.0.0.1", "https://169.254.169.254",
            "https://[::1]:9", "https://127.1:9", "https://0x7f000001:9", "https://2130706433:9", "https://0:9",
            "https://[::ffff:127.0.0.1]:9", "https://[::ffff:10.0.0.1]:9", "https://[fd00::1]:9",
        ])
    func connecting(_ address: String) async throws {
        let client = WebClient(reach: .internet)
        await #expect(throws: WebFailure.privateAddress) {
            _ = try await client.send(WebRequest(method: .get, address: address))
        }
    }
}
