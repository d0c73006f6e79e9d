import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Duties and their clocks")
struct DutyTests {
    @Test("a due time tells which days were counted and which were not, and why")
    func counting() async throws {
        let test = try await TestOffice()
        let duty = try #require(try await test.office.today(test.caller(.outsider)).first)
        #expect(duty.title == "Read the social media policy and confirm it")
        let counting = try #require(duty.counting)
        #expect(counting.due == duty.due)
        // Ten working days from Friday 20 November 2026 pass two weekends.
        #expect(counting.counted.prefix(3).map(\.isCounted) == [false, false, true])
        #expect(counting.counted.filter { !$0.isCounted }.count == 4)
        #expect(counting.counted.filter { !$0.isCounted }.allSatisfy { $0.why.contains("weekend") })
        let days = counting.counted.filter(\.isCounted).reduce(0) { $0 + Day.days(from: $1.first, to: $1.last) + 1 }
        #expect(days == 10)
        #expect(duty.due?.londonDay.iso == "2026-12-04")
    }

    @Test("a corrected edition shows what it would give now and leaves the time that was given")
    func corrected() async throws {
        let test = try await TestOffice()
        let caller = try test.caller(.outsider)
        let before = try #require(try await test.office.today(caller).first)
        let setting = try await test.office.setting(test.school)
        let source = setting.pack.source.replacing(
            "process:\n", with: "process:\n  declaration-within: {value: 5 working days, clause: [oakdene-66]}\n")
        _ = try await test.office.perform(
            Drawer<School>.intent(
                .adopt(
                    pack: AdoptedPack(
                        id: "oakdene", edition: setting.pack.edition, source: source, hash: Digest.hex(of: source)))),
            on: RecordID(.school, School.key), in: setting, as: .office, cause: "corrected", isReaction: true)
        let after = try #require(try await test.office.today(caller).first)
        #expect(after.due == before.due)
        #expect(after.counting?.due.londonDay.iso == "2026-11-27")
    }

    @Test("every duty of every kind that is counted from when it arose agrees with its due time")
    func agree() async throws {
        let test = try await TestOffice()
        try await test.makeReady()
        for member in TestOffice.Member.allCases {
            for duty in try await test.office.today(test.caller(member)) {
                if let counting = duty.counting { #expect(counting.due == duty.due, "\(duty.title)") }
            }
        }
    }
}
