import Ledger
import Policy
import Records

/// What one round of deliveries did.
package struct DeliveryRound: Sendable, Equatable {
    package var delivered = 0
    package var removed = 0
    /// To be tried again, or given to a person.
    package var failed = 0
    /// Records that could not be worked on, for the log: what went wrong, without anybody's words.
    package var faults: [String] = []

    static func + (a: DeliveryRound, b: DeliveryRound) -> DeliveryRound {
        DeliveryRound(
            delivered: a.delivered + b.delivered, removed: a.removed + b.removed, failed: a.failed + b.failed,
            faults: a.faults + b.faults)
    }
}

extension Office {
    /// Sends what is to be sent and takes down what is to go: accounts side by side, the posts of one account in turn.
    ///
    /// Only one round may run at a time for a ledger. That a try begins stands in the ledger before anything is sent: a
    /// round that finds one begun and not ended looks at the platform before it sends again.
    ///
    /// - Parameter chance: from 0 to 1, anew for each call.
    package func runDeliveries(chance: @escaping @Sendable () -> Double) async throws -> DeliveryRound {
        var round = DeliveryRound()
        for log in try await ledger.logs() where !Task.isCancelled {
            let jobs = try await dueDeliveries(in: log)
            guard !jobs.isEmpty else { continue }
            let setting: SchoolSetting
            do { setting = try await self.setting(log) } catch OfficeError.noSuchSchool { continue }
            let rounds = await withTaskGroup(of: DeliveryRound.self, returning: DeliveryRound.self) { group in
                for (_, mine) in Dictionary(grouping: jobs, by: \.account).sorted(by: { $0.key < $1.key }) {
                    group.addTask { await work(mine, in: setting, chance: chance) }
                }
                return await group.reduce(DeliveryRound(), +)
            }
            round = round + rounds
        }
        return round
    }

    private func work(
        _ jobs: [DeliveryJob], in setting: SchoolSetting, chance: @Sendable () -> Double
    ) async -> DeliveryRound {
        var round = DeliveryRound()
        for job in jobs where !Task.isCancelled {
            do {
                switch try await Courier(office: self, setting: setting, chance: chance()).run(job) {
                case .delivered: round.delivered += 1
                case .removed: round.removed += 1
                case .failed: round.failed += 1
                case .nothing: break
                }
            } catch {
                round.faults.append("\(job.record): \(OfficeError(error).kind)")
            }
        }
        return round
    }

    private func dueDeliveries(in school: LogID) async throws -> [DeliveryJob] {
        let query = RecordQuery(kind: Kind.post.rawValue, facets: [Facet("outbox", "due")], audience: nil)
        let time = now()
        var jobs: [DeliveryJob] = []
        for record in try await allRecords(school, query) {
            guard let loaded = try await ledger.load(school, record.description) else { continue }
            let post = try Drawer<Post>.read(loaded.state)
            for copy in post.copies where copy.isDue(at: time) {
                jobs.append(DeliveryJob(record: record, copy: copy.id, account: copy.account))
            }
        }
        return jobs
    }
}

/// One copy of one post that has something to be done.
struct DeliveryJob: Sendable {
    var record: RecordID
    var copy: String
    var account: String
}

extension PostCopy {
    fileprivate func isDue(at now: Instant) -> Bool {
        switch state {
        case .waiting(let attempts), .recalled(let attempts, _): attempts.next <= now
        case .sending: true
        case .removing(_, let attempts, let byHand, _): !byHand && attempts.next <= now
        case .byHand, .failed, .sent, .abandoned, .removed: false
        }
    }
}

extension OfficeError {
    /// For the log: which kind of fault, and nothing that a record says.
    fileprivate var kind: String {
        switch self {
        case .refused: "refused"
        case .noSuchSchool: "no such school"
        case .ledger: "the ledger failed"
        case .unreadable: "what is stored cannot be read"
        }
    }
}
