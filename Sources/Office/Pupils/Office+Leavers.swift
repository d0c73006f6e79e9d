package import Ledger
import Policy
import Records

extension Office {
    /// Records as left those whose last day is over: what shows them is to be taken down from then on. Done again, it
    /// does nothing.
    ///
    /// - Returns: how many there were.
    @discardableResult
    package func seeOffLeavers(of school: LogID) async throws(OfficeError) -> Int {
        do {
            let setting = try await setting(school)
            let today = now().londonDay
            var count = 0
            for pupil in try await roll(school).pupils.values where !pupil.hasLeft && !pupil.isHere(on: today) {
                guard let last = pupil.leaving else { continue }
                _ = try await perform(
                    Drawer<Pupil>.intent(.leave(on: last)), on: RecordID(.pupil, pupil.id.rawValue), in: setting,
                    as: .office, cause: "leaving \(last.iso)", isReaction: true)
                count += 1
            }
            return count
        } catch {
            throw OfficeError(error)
        }
    }
}
