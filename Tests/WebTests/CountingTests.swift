import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("How a due time was counted")
struct CountingTests {
    private static let friday = Instant(seconds: 1_795_168_800)
    private static let days = (20_778...20_783).map(Day.init(number:))

    private func item(_ due: Instant, _ counting: DueTime?) -> DutyItem {
        DutyItem(
            record: RecordID(.account, "a"), title: "Decide", about: "", action: "", due: due, since: Self.friday,
            urgency: .later, counting: counting)
    }

    private func step(_ index: Int, _ isCounted: Bool, _ why: String) -> CountedStep {
        CountedStep(first: Self.days[index], last: Self.days[index], isCounted: isCounted, why: why)
    }

    @Test("days that stand alike are told as one stretch")
    func stretches() {
        let steps = [
            step(0, false, "weekend"), step(1, false, "weekend"), step(2, true, "working day 1 of 2"),
            step(3, true, "working day 2 of 2"),
        ]
        let lines = item(Self.friday, DueTime(due: Self.friday, counted: steps)).countedLines
        #expect(
            lines == [
                "21 November 2026 to 22 November 2026: not counted, weekend",
                "23 November 2026 to 24 November 2026: counted, to working day 2 of 2",
            ])
    }

    @Test("one stretch says no more than the due time, so nothing is told")
    func single() {
        let counting = DueTime(due: Self.friday, counted: [step(0, true, "12 months: every day counts")])
        #expect(item(Self.friday, counting).countedLines.isEmpty)
        #expect(item(Self.friday, nil).countedLines.isEmpty)
    }

    @Test("a calendar that was corrected since is told beside the time that stands")
    func corrected() {
        let counting = DueTime(due: Self.friday.adding(seconds: 86_400), counted: [step(0, true, "a")])
        #expect(
            item(Self.friday, counting).countedLines == [
                "By today’s calendar and policy it would fall due on 21 November 2026 at 10:00. The time that was given stands."
            ])
    }
}
