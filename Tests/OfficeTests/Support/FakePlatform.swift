import Policy
import Records
import Synchronization

@testable import Office

/// A platform in memory that can be made to fail, with what it was asked.
final class FakePlatform: Connecting, Sendable {
    struct State {
        var posts: [String: Parcel] = [:]
        var asked: [String] = []
        var faults: [DeliveryFailure] = []
        /// Does the work and then fails.
        var losesAnswers = 0
        var refusesToForget = false
        /// Says of nothing whether it is there.
        var tellsNothing = false
        /// What happens elsewhere while a post is on its way here.
        var meanwhile: (@Sendable () async -> Void)?
        var tokens: [String] = []
    }

    let state = Mutex(State())

    func set(_ change: @Sendable (inout State) -> Void) { state.withLock { change(&$0) } }
    var asked: [String] { state.withLock { $0.asked } }
    var posts: [Parcel] { state.withLock { $0.posts.values.sorted { $0.key < $1.key } } }

    private func begin(_ act: String, _ destination: Destination) throws(DeliveryFailure) {
        let fault = state.withLock { state -> DeliveryFailure? in
            state.asked.append(act)
            state.tokens.append(destination.secret)
            return state.faults.isEmpty ? nil : state.faults.removeFirst()
        }
        if let fault { throw fault }
    }

    func holder(of destination: Destination) async throws(DeliveryFailure) -> AccountHolder {
        try begin("holder", destination)
        return AccountHolder(name: "Oak Class", address: "https://social.example/@oak", mostCharacters: 500)
    }

    func deliver(_ parcel: Parcel, to destination: Destination) async throws(DeliveryFailure) -> Delivered {
        try begin(parcel.mayBeThere ? "deliver again" : "deliver", destination)
        await state.withLock { $0.meanwhile }?()
        let isLost = state.withLock { state in
            state.posts[parcel.key] = parcel
            guard state.losesAnswers > 0 else { return false }
            state.losesAnswers -= 1
            return true
        }
        if isLost { throw .temporary(reason: "The call broke off.", retryAfter: nil) }
        return delivered(parcel)
    }

    func find(_ parcel: Parcel, on destination: Destination) async throws(DeliveryFailure) -> Delivered? {
        try begin("find", destination)
        return state.withLock { $0.posts[parcel.key] != nil } ? delivered(parcel) : nil
    }

    func look(at copy: Delivered, on destination: Destination) async throws(DeliveryFailure) -> Presence {
        try begin("look", destination)
        if state.withLock({ $0.tellsNothing }) { return .unknown }
        return state.withLock { $0.posts[copy.identifier] } == nil ? .gone : .present(sameWords: true)
    }

    func remove(_ copy: Delivered, from destination: Destination) async throws(DeliveryFailure) {
        try begin("remove", destination)
        state.withLock { if !$0.refusesToForget { $0.posts[copy.identifier] = nil } }
    }

    private func delivered(_ parcel: Parcel) -> Delivered {
        Delivered(
            identifier: parcel.key, address: "https://social.example/\(parcel.key.prefix(8))", sent: parcel.words,
            at: Instant(seconds: 1_795_168_800))
    }
}
