import GRDB
import Ledger
import Synchronization

/// Appends that wait for the disk together: what has queued up while one commit was flushed shares the next.
///
/// One at a time is the writer; each caller is resumed only after the commit that holds its append. An append that is
/// refused is refused before it has written anything, so it does not touch the others.
final class AppendQueue: Sendable {
    struct Waiting: Sendable {
        var append: SealedAppend
        var caller: CheckedContinuation<Result<Appended, LedgerError>, Never>
    }

    private struct State {
        var waiting: [Waiting] = []
        var isDraining = false
    }

    /// Appends in one commit, at most: bounds how long the first of them waits for the last.
    private static let groupLimit = 256
    private let state = Mutex(State())

    func append(_ append: SealedAppend, on pool: DatabasePool, path: String) async throws(LedgerError) -> Appended {
        let result = await withCheckedContinuation { caller in
            let mustDrain = state.withLock { state in
                state.waiting.append(Waiting(append: append, caller: caller))
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustDrain { drain(pool, path) }
        }
        return try result.get()
    }

    /// Other writes are let in between two groups: each group asks for the writer anew.
    private func drain(_ pool: DatabasePool, _ path: String) {
        pool.asyncWriteWithoutTransaction { db in
            GroupCommit(db: db, path: path).commit(self.take())
            if self.hasMore() { self.drain(pool, path) }
        }
    }

    private func take() -> [Waiting] {
        state.withLock { state in
            let group = Array(state.waiting.prefix(Self.groupLimit))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    private func hasMore() -> Bool {
        state.withLock { state in
            state.isDraining = !state.waiting.isEmpty
            return state.isDraining
        }
    }
}
