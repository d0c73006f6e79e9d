import Policy
import Testing

@testable import Office

@Suite("When a delivery is tried again")
struct BackoffTests {
    private static let now = Instant(seconds: 1_795_168_800)
    private static let busy = DeliveryFailure.temporary(reason: "Busy.", retryAfter: nil)

    private func wait(_ tries: Int, _ failure: DeliveryFailure = busy, chance: Double = 1) -> Int64? {
        Backoff.next(after: tries, at: Self.now, failure: failure, chance: chance).map { $0.seconds - Self.now.seconds }
    }

    @Test(
        "twice as long after each try, an hour at most",
        arguments: zip(1...8, [30, 60, 120, 240, 480, 960, 1920, 3600] as [Int64]))
    func doubles(_ tries: Int, _ seconds: Int64) { #expect(wait(tries) == seconds) }

    @Test(
        "chance takes off half at most", arguments: [(0.0, Int64(60)), (0.5, 90), (1.0, 120), (7.0, 120), (-1.0, 60)])
    func chance(_ chance: Double, _ seconds: Int64) { #expect(wait(3, chance: chance) == seconds) }

    @Test("after the last try a person is asked")
    func last() { #expect(wait(Backoff.mostTries) == nil) }

    @Test("not before the platform said")
    func told() { #expect(wait(1, .temporary(reason: "Busy.", retryAfter: 900)) == 900) }

    @Test(
        "what trying again does not mend goes to a person at once",
        arguments: [
            DeliveryFailure.permanent(reason: "No."), .signInRefused(reason: "No."), .notConnected, .tooLong(limit: 1),
            .tooManyPictures(limit: 1),
        ])
    func hopeless(_ failure: DeliveryFailure) { #expect(wait(1, failure) == nil) }
}
