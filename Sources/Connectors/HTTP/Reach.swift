/// How far a connection's address may lead. An address that somebody typed must not open what only this machine can see.
package enum Reach: Sendable, Equatable {
    /// Hosts on the internet, over https alone.
    case internet
    /// Also hosts of the school's own network, over https alone: where its website stands in the building.
    case ownNetwork
    /// Also this machine, and without https: for trying out, and for tests.
    case thisMachine

    var allowsPlainText: Bool { self == .thisMachine }

    /// - Parameter address: four bytes of IPv4 or sixteen of IPv6, in network order.
    func allows(_ address: [UInt8]) -> Bool {
        switch self {
        case .internet: Self.zone(of: address) == .internet
        case .ownNetwork: [.internet, .ownNetwork].contains(Self.zone(of: address))
        case .thisMachine: [.internet, .ownNetwork, .thisMachine].contains(Self.zone(of: address))
        }
    }

    enum Zone: Sendable { case internet, ownNetwork, thisMachine, nowhere }

    /// By the registries of special-purpose addresses (RFC 6890): loopback; private and unique local; and what is no host's
    /// to be reached at: link-local with the services of cloud machines, multicast, documentation, translation.
    static func zone(of address: [UInt8]) -> Zone {
        switch address.count {
        case 4: zone4(address)
        case 16: zone6(address)
        default: .nowhere
        }
    }

    private static func zone4(_ a: [UInt8]) -> Zone {
        switch (a[0], a[1], a[2]) {
        case (127, _, _): .thisMachine
        case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): .ownNetwork
        case (0, _, _), (169, 254, _), (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100),
            (203, 0, 113), (224...255, _, _):
            .nowhere
        default: .internet
        }
    }

    private static func zone6(_ a: [UInt8]) -> Zone {
        let lead = Array(a.prefix(12))
        if a == [UInt8](repeating: 0, count: 15) + [1] { return .thisMachine }
        // IPv4 in other clothes: mapped, and by the prefix of NAT64.
        if lead == [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] { return zone4(Array(a.suffix(4))) }
        if lead == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return zone4(Array(a.suffix(4))) }
        // 6to4 carries an IPv4 address in its second to fifth byte.
        if a[0] == 0x20, a[1] == 0x02 { return zone4(Array(a[2..<6])) == .internet ? .internet : .nowhere }
        if a[0] == 0x20, a[1] == 0x01, a[2] == 0x0D, a[3] == 0xB8 { return .nowhere }
        if a[0] == 0x20, a[1] == 0x01, a[2] < 0x02 { return .nowhere }
        if a[0] & 0xFE == 0xFC { return .ownNetwork }
        // Only 2000::/3 is given to hosts of the internet.
        return a[0] & 0xE0 == 0x20 ? .internet : .nowhere
    }
}
