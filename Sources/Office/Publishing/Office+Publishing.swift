package import Ledger
import Policy
package import Records

extension Office {
    /// Publishes what is due, in every school: each post is checked once more, and goes on its way or is held.
    ///
    /// - Returns: schools in which something could not be decided, with why.
    package func publishDue() async throws -> [(school: LogID, error: OfficeError)] {
        var failures: [(school: LogID, error: OfficeError)] = []
        for school in try await ledger.logs() {
            do {
                let query = RecordQuery(
                    kind: Kind.post.rawValue, statuses: [Post.Status.scheduled, .held].map(\.rawValue), audience: nil)
                for record in try await allRecords(school, query) { try await publish(record, in: school) }
            } catch {
                failures.append((school, OfficeError(error)))
            }
        }
        return failures
    }

    /// Publishes one post if it is due; otherwise nothing happens.
    ///
    /// What the decision rests on, consent and pictures among it, is guarded in the same append: a consent that is
    /// withdrawn while this is decided has it decided again.
    package func publish(_ record: RecordID, in school: LogID) async throws(OfficeError) {
        _ = try await tell(.publish, to: record, in: school)
    }

    /// Records what befell a post or one of its copies, on the office's own authority.
    package func tell(_ command: Post.Command, to record: RecordID, in school: LogID) async throws(OfficeError)
        -> Outcome
    {
        do {
            return try await perform(
                Drawer<Post>.intent(command), on: record, in: try await setting(school), as: .office, cause: newID(),
                isReaction: true)
        } catch {
            throw OfficeError(error)
        }
    }
}
