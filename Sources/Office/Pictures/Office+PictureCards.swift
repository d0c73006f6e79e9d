import Ledger
import Policy
package import Records

/// A pupil who can be chosen on a page, and the text by which they are chosen.
package struct PupilChoice: Sendable, Equatable {
    package let id: PupilID
    /// Unique among the choices: the name and the class, with a number where two have both alike.
    package let label: String
}

extension Office {
    /// The pupils who are here, by name. Nothing of consent stands in it.
    package func pupilChoices(as caller: Caller) async throws(OfficeError) -> [PupilChoice] {
        do {
            guard caller.seesPictures else { throw Refusal.notFound }
            var query = RecordQuery(kind: Kind.pupil.rawValue, statuses: ["here"], audience: caller.tokens, limit: 1000)
            var seen: [String: Int] = [:]
            var choices: [PupilChoice] = []
            while true {
                let page = try await ledger.records(caller.school, matching: query)
                for row in page.rows {
                    guard let record = RecordID(row.record) else { continue }
                    let plain = row.subtitle.isEmpty ? row.title : "\(row.title), \(row.subtitle)"
                    seen[plain, default: 0] += 1
                    let count = seen[plain] ?? 1
                    choices.append(
                        PupilChoice(id: PupilID(record.key), label: count == 1 ? plain : "\(plain) (\(count))"))
                }
                query.offset += page.rows.count
                if page.rows.isEmpty || query.offset >= page.total { return choices }
            }
        } catch {
            throw OfficeError(error)
        }
    }

    /// The names of the pupils whom a picture shows, those who have left among them.
    package func pupilNames(_ pupils: Set<PupilID>, as caller: Caller) async throws(OfficeError) -> [PupilID: String] {
        do {
            guard caller.seesPictures else { throw Refusal.notFound }
            var names: [PupilID: String] = [:]
            for pupil in pupils {
                guard let loaded = try await visible(RecordID(.pupil, pupil.rawValue), to: caller) else { continue }
                names[pupil] = loaded.row.title
            }
            return names
        } catch {
            throw OfficeError(error)
        }
    }
}
