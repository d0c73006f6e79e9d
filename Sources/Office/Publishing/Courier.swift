import Ledger
import Policy
import Records

/// Carries one copy of a post to its platform, or takes it down there.
struct Courier: Sendable {
    enum Ending: Sendable { case delivered, removed, failed, nothing }

    let office: Office
    let setting: SchoolSetting
    /// From 0 to 1.
    let chance: Double

    func run(_ job: DeliveryJob) async throws -> Ending {
        let copy = try await post(job).copy(job.copy)
        switch copy.state {
        // Of one that is being sent a try was begun and its end never written down: the program was stopped in between.
        case .waiting(let attempts), .sending(let attempts, _):
            return try await send(job, tries: attempts.tries, mayBeThere: copy.mayHaveArrived)
        case .recalled(let attempts, _): return try await recall(job, tries: attempts.tries + 1)
        case .removing(let sent, let attempts, byHand: false, _):
            return try await remove(job, sent, tries: attempts.tries + 1)
        case .removing, .byHand, .failed, .sent, .abandoned, .removed: return .nothing
        }
    }

    private func send(_ job: DeliveryJob, tries: Int, mayBeThere: Bool) async throws -> Ending {
        // Decided on what stands now: a post that was withdrawn meanwhile is not sent.
        guard try await give(.beginDelivery(copy: job.copy), job) else { return .nothing }
        let post = try await post(job)
        // Leave to show somebody in it ended meanwhile: the record says so, and nothing is sent.
        guard case .sending = try post.copy(job.copy).state else { return .nothing }
        do {
            let destination = try await destination(job)
            let parcel = try await parcel(post, job, mayBeThere: mayBeThere)
            let delivered = try await office.connecting.deliver(parcel, to: destination)
            let sent = SentPost(delivered, through: destination.connection)
            guard try await give(.delivered(copy: job.copy, sent), job) else { return .nothing }
            try await look(job, delivered, on: destination)
            return .delivered
        } catch let failure as DeliveryFailure {
            return try await failed(job, failure, tries: tries + 1)
        }
    }

    /// Stopped after a try that may have got through: is it up? The platform is asked as often as it would have been
    /// sent to; then a person is.
    private func recall(_ job: DeliveryJob, tries: Int) async throws -> Ending {
        do {
            let destination = try await destination(job)
            let parcel = try await parcel(try await post(job), job, mayBeThere: true, withPictures: false)
            if let found = try await office.connecting.find(parcel, on: destination) {
                let sent = SentPost(found, through: destination.connection)
                _ = try await give(.delivered(copy: job.copy, sent), job)
                return .delivered
            }
            _ = try await give(.notThere(copy: job.copy), job)
            return .nothing
        } catch let failure as DeliveryFailure {
            if let again = Backoff.next(after: tries, at: office.now(), failure: failure, chance: chance) {
                _ = try await give(.deliveryFailed(copy: job.copy, reason: failure.words, again: again), job)
                return .failed
            }
            // It may be up, and only a person can find out: it stands on the record as something to be taken down by
            // hand.
            let unknown = SentPost(identifier: "", address: "", by: .office, at: office.now())
            _ = try await give(.delivered(copy: job.copy, unknown), job)
            return .failed
        }
    }

    private func remove(_ job: DeliveryJob, _ sent: SentPost, tries: Int) async throws -> Ending {
        do {
            let destination = try await destination(job)
            guard sent.isReached(by: destination.connection) else {
                throw DeliveryFailure.permanent(
                    reason:
                        "The account was connected anew since, and not to where the post stands. Take it down there.")
            }
            let copy = Delivered(sent)
            try await office.connecting.remove(copy, from: destination)
            // The feed shows what the record says, and there is nothing else to ask.
            let found =
                destination.connection == .feed
                ? Presence.gone : try await office.connecting.look(at: copy, on: destination)
            switch found {
            case .gone: break
            case .present:
                throw DeliveryFailure.temporary(
                    reason: "The platform was asked to take it down and still shows it.", retryAfter: nil)
            case .unknown:
                throw DeliveryFailure.temporary(
                    reason: "The platform was asked to take it down and does not say whether it is gone.",
                    retryAfter: nil)
            }
            _ = try await give(.removed(copy: job.copy), job)
            return .removed
        } catch let failure as DeliveryFailure {
            let again = Backoff.next(after: tries, at: office.now(), failure: failure, chance: chance)
            _ = try await give(.removalFailed(copy: job.copy, reason: failure.words, again: again), job)
            return .failed
        }
    }

    private func failed(_ job: DeliveryJob, _ failure: DeliveryFailure, tries: Int) async throws -> Ending {
        let again = Backoff.next(after: tries, at: office.now(), failure: failure, chance: chance)
        _ = try await give(.deliveryFailed(copy: job.copy, reason: failure.words, again: again), job)
        return .failed
    }

    /// Reads back what was just put up. That it cannot be read now is no failure of the delivery.
    private func look(_ job: DeliveryJob, _ delivered: Delivered, on destination: Destination) async throws {
        guard destination.connection.needsSecret else { return }
        guard let presence = try? await office.connecting.look(at: delivered, on: destination) else { return }
        let found: PostCopy.Look.Found =
            switch presence {
            case .present(let sameWords): sameWords ? .present : .changed
            case .gone: .gone
            case .unknown: .unknown
            }
        _ = try await give(.looked(copy: job.copy, found), job)
    }

    /// - Returns: false where the copy has moved on, so that there is nothing to write down.
    private func give(_ command: Post.Command, _ job: DeliveryJob) async throws -> Bool {
        do {
            _ = try await office.perform(
                Drawer<Post>.intent(command), on: job.record, in: try await office.setting(setting.id), as: .office,
                cause: office.newID(), isReaction: true)
            return true
        } catch let refusal as Refusal {
            if case .wrongState = refusal { return false }
            throw refusal
        }
    }

    private func post(_ job: DeliveryJob) async throws -> Post {
        guard let loaded = try await office.ledger.load(setting.id, job.record.description) else {
            throw Refusal.notFound
        }
        return try Drawer<Post>.read(loaded.state)
    }

    private func destination(_ job: DeliveryJob) async throws -> Destination {
        let record = RecordID(.account, job.account)
        guard let loaded = try await office.ledger.load(setting.id, record.description),
            let account = try Drawer<Account>.read(loaded.state).openAccount
        else { throw DeliveryFailure.permanent(reason: "The account is not open any more.") }
        return try office.destination(account, record, in: setting.id)
    }
}
