package import Ledger
package import Office
package import Policy

/// Five invented staffs under the five built-in policies, each with a year and more behind it.
package enum DemoSchools {
    /// Founds every school that the ledger does not have yet and lives its story, up to `now`.
    ///
    /// The same `now` always gives the same records. Everything goes through the office's own commands.
    ///
    /// - Parameter pictures: what reads the pictures of the story; without it there are none.
    package static func seed(
        over ledger: Ledger, now: Instant, pictures: any PictureWorking = NoPictureWorker()
    ) async throws {
        let there = Set(try await ledger.logs())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for cast in Cast.all {
                guard let log = LogID(cast.pack), !there.contains(log) else { continue }
                group.addTask {
                    try await Story(cast: cast, log: log, ledger: ledger, now: now, pictures: pictures).tell()
                }
            }
            try await group.waitForAll()
        }
    }
}

/// What stopped a story: a fault of the demonstration itself.
package struct DemoFault: Error, Sendable, CustomStringConvertible {
    package let description: String
}
