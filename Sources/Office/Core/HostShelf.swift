package import Ledger
import Policy
import Records
import Synchronization

/// Which host name is whose, looked up once every half-minute: a visitor's every request asks, and it hardly ever changes.
final class HostShelf: Sendable {
    private struct Hosts {
        var schools: [String: LogID] = [:]
        var readAt = Instant(seconds: .min)
    }

    static let secondsFresh: Int64 = 30
    private let hosts = Mutex(Hosts())

    /// The school at a host; `.some(nil)` for a host that is known to be nobody's, nil when it must be looked up anew.
    func school(at host: String, now: Instant) -> LogID?? {
        hosts.withLock { now.seconds - Self.secondsFresh < $0.readAt.seconds ? .some($0.schools[host]) : nil }
    }

    func keep(_ schools: [String: LogID], now: Instant) { hosts.withLock { $0 = Hosts(schools: schools, readAt: now) } }
}

extension Office {
    /// The school that a host name belongs to. A change of host names holds within half a minute.
    package func school(atHost host: String) async throws -> LogID? {
        let time = now()
        if let known = hosts.school(at: host, now: time) { return known }
        var schools: [String: LogID] = [:]
        for log in try await ledger.logs() {
            guard let loaded = try await ledger.load(log, RecordID(.school, School.key).description) else { continue }
            for host in try Drawer<School>.read(loaded.state).hosts { schools[host] = schools[host] ?? log }
        }
        hosts.keep(schools, now: time)
        return schools[host]
    }
}
