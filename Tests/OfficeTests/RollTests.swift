import Foundation
import Ledger
import Policy
import Proofing
import Records
import Testing

@testable import Office

@Suite("The roll")
struct RollTests {
    private static let day = Day(number: 20_777)

    @Test(
        "each fault of a list names its line, its column and its mend",
        arguments: [
            (
                "",
                "Line 1: The file is empty. Its first line names the columns: first name, last name, other names, class, year, leaving date, parents"
            ),
            ("first name\nAda", "Line 1, last name: There is no column “last name”. Add it to the first line"),
            (
                "first name,last name,forename\nA,B,C",
                "Line 1, forename: Two columns say the same. Take one of them out"
            ),
            ("first name,last name\nAda", "Line 2: There are 1 cells where the first line has 2. Check the commas"),
            ("first name,last name\n,Lark", "Line 2, first name: Enter the first name"),
            (
                "first name,last name,year\nAda,Lark,9",
                "Line 2, year: “9” is not a year of a primary school. Enter R, or 1 to 6"
            ),
            (
                "first name,last name,leaving date\nAda,Lark,31/02/2026",
                "Line 2, leaving date: “31/02/2026” is not a date. Enter it as 21/07/2026"
            ),
            (
                "first name,last name,consent website\nAda,Lark,maybe",
                "Line 2, consent website: “maybe” is neither yes nor no"
            ),
            (
                "first name,last name,consent date\nAda,Lark,2027-01-01",
                "Line 2, consent date: 2027-01-01 is still to come. Enter the day on which it was said"
            ),
            ("first name,last name\n", "Line 2: There is nobody below the first line. Add a line for each pupil"),
        ])
    func faults(text: String, expected: String) {
        #expect(RollSheet(text, today: Self.day).faults.map(\.text) == [expected])
    }

    @Test("columns come in any order and under the names that other programs give them")
    func columns() throws {
        let sheet = RollSheet(
            "UPN,Surname,Preferred Name,Forename,NC Year,Reg Group,Date of Leaving,Consent: social media,Consent given by\r\n"
                + "A1,Lark,Addie,Ada,Year 3,Oak,21/07/2027,Y,Jo Lark\r\n", today: Self.day)
        let entry = try #require(sheet.entries.first)
        #expect(sheet.faults.isEmpty && sheet.dropped == ["UPN"])
        #expect(
            entry.particulars
                == Pupil.Particulars(first: "Ada", last: "Lark", nicknames: ["Addie"], className: "Oak", year: 3))
        #expect(entry.leaving == Day(iso: "2027-07-21") && entry.consents == [.socialMedia: true])
        #expect(entry.saidBy == "Jo Lark")
    }

    @Test("what a list says of those on the roll is changed, and who is not on it can be recorded as having left")
    func changes() async throws {
        let test = try await TestOffice()
        let office = try test.caller(.office)
        let heading = "first name,last name,class,year,consent website,consent date\n"
        let first = heading + "Ada,Lark,Oak,2,yes,2026-09-10\nBen,Moss,Oak,2,no,\nCy,Reed,Elm,5,,\n"
        #expect(try await test.office.importRoll(first, leavers: false, cause: "one", as: office) == 3)
        #expect(try await test.office.importRoll(first, leavers: false, cause: "one", as: office) == 0)
        let second = heading + "Ada,Lark,Elm,3,no,\nBen,Moss,Oak,2,yes,\n"
        let changes = try await test.office.previewRoll(second, as: office).changes
        // An undated yes never gives back what was refused.
        #expect(changes.changed.map(\.name) == ["Ada Lark"] && changes.unchanged == 1)
        #expect(changes.absent.map(\.name) == ["Cy Reed"])
        #expect(try await test.office.importRoll(second, leavers: true, cause: "two", as: office) == 2)
        let roll = try await test.office.roll(test.school).pupils.values
        let ada = try #require(roll.first { $0.particulars.first == "Ada" })
        #expect(ada.particulars.className == "Elm" && ada.answer(for: .website)?.decision == .refused)
        #expect(roll.filter(\.hasLeft).map(\.particulars.first) == ["Cy"])
    }

    @Test(
        "the checks know the parents whom a list names, for as long as the child is here",
        arguments: [
            ("parents", "Jo Hartwell; Sam Hartwell", ["Jo Hartwell", "Sam Hartwell"]),
            ("Parent 1,Parent 2", "Mrs J Hartwell,Sam Hartwell", ["J Hartwell", "Sam Hartwell"]),
            ("priority 1 contact", "Jo Hartwell", ["Jo Hartwell"]), ("parents", "", []),
        ])
    func parents(column: String, cells: String, names: [String]) async throws {
        let test = try await TestOffice()
        let office = try test.caller(.office)
        func known() async throws -> [String] {
            try await test.office.proofNames(test.school).names.filter { $0.standing == .parent }
                .map { "\($0.first) \($0.last)" }.sorted()
        }
        let list = "first name,last name,\(column)\nAda,Lark,\(cells)\n"
        #expect(try await test.office.importRoll(list, leavers: false, cause: "one", as: office) == 1)
        #expect(try await known() == names)
        #expect(try await test.office.importRoll(list, leavers: false, cause: "one", as: office) == 0)
        // A list that does not name them takes none away.
        let bare = "first name,last name,class\nAda,Lark,Elm\n"
        #expect(try await test.office.importRoll(bare, leavers: false, cause: "two", as: office) == 1)
        #expect(try await known() == names)
        let roll = try await test.office.roll(test.school).pupils.values
        let pupil = try #require(roll.first)
        #expect(!pupil.summary.searchText.contains("Hartwell") && !pupil.summary.title.contains("Hartwell"))
        try await test.give("leave", on: RecordID(.pupil, pupil.id.rawValue), ["on": [test.today]], as: .office)
        #expect(try await known().isEmpty)
        #expect(try await test.office.roll(test.school).pupils[pupil.id]?.parents.isEmpty == true)
    }

    @Test("a post that names a parent whom only the list named is found out")
    func parentFound() async throws {
        let test = try await TestOffice()
        let setting = try await test.office.setting(test.school)
        let draft = ProofDraft(words: "Thank you to Perpetua Hartwell for the cakes.", voice: .school)
        func kinds() async throws -> [CheckKind] { try await test.office.check(draft, in: setting).map(\.kind) }
        #expect(try await !kinds().contains(.parentName))
        _ = try await test.office.importRoll(
            "first name,last name,parents\nAda,Lark,Perpetua Hartwell\n", leavers: false, cause: "one",
            as: test.caller(.office))
        #expect(try await kinds().contains(.parentName))
    }

    @Test("more names than a family needs, and longer ones, are refused by line")
    func tooManyParents() {
        let many = (1...7).map { "Parent \($0)" }.joined(separator: ";")
        #expect(
            RollSheet("first name,last name,parents\nAda,Lark,\(many)\n", today: Self.day).faults.map(\.text) == [
                "Line 2, parents: Name 6 parents and carers at most"
            ])
        let long = String(repeating: "a", count: 101)
        #expect(
            RollSheet("first name,last name,parents\nAda,Lark,\(long)\n", today: Self.day).faults.map(\.text) == [
                "Line 2, parents: Shorten each name to 100 characters"
            ])
    }

    @Test("only those who keep the roll import it")
    func authority() async throws {
        let test = try await TestOffice()
        let teacher = try test.caller(.applicant)
        await #expect(throws: OfficeError.self) {
            try await test.office.importRoll("first name,last name\nA,B", leavers: false, cause: "x", as: teacher)
        }
    }

    @Test("what is handed out is never behind the ledger, and its edition changes with it")
    func shelf() async throws {
        let test = try await TestOffice()
        let record = RecordID(.pupil, "c-ada00000001")
        let join = ["first": ["Ada"], "last": ["Lark"], "class": ["Oak"], "on": [test.today]]
        try await test.give("join", on: record, join, as: .office)
        let before = try await test.office.proofNames(test.school)
        #expect(before.names.contains { $0.first == "Ada" && $0.standing == .pupil && !$0.mayBeNamed })
        #expect(before.names.contains { $0.last == "Head" && $0.standing == .staff })
        #expect(try await test.office.proofNames(test.school).edition == before.edition)
        try await test.give(
            "recordConsent", on: record,
            [
                "consent-website": ["yes"], "giver": ["Jo Lark"], "relation": ["parent"], "means": ["paper"],
                "on": [test.today],
            ], as: .office)
        let after = try await test.office.proofNames(test.school)
        #expect(after.edition != before.edition)
        #expect(after.names.contains { $0.first == "Ada" && $0.mayBeNamed })
        #expect(after.names.contains { $0.first == "Jo" && $0.last == "Lark" && $0.standing == .parent })
        let card = try #require(try await test.office.pupilCards(test.school).first)
        #expect(card.leave(for: .website, on: nil, day: test.clock.now.londonDay).isGiven)
    }

    @Test("the day after the last, a pupil is recorded as having left, once")
    func leavers() async throws {
        let test = try await TestOffice()
        let record = RecordID(.pupil, "c-ada00000001")
        try await test.give(
            "join", on: record, ["first": ["Ada"], "last": ["Lark"], "on": [test.today]], as: .office)
        try await test.give("setLeaving", on: record, ["on": [test.today]], as: .office)
        #expect(try await test.office.seeOffLeavers(of: test.school) == 0)
        test.clock.move(24 * 3600)
        #expect(try await test.office.seeOffLeavers(of: test.school) == 1)
        #expect(try await test.office.seeOffLeavers(of: test.school) == 0)
    }

    @Test("governors find no pupil in any list, and staff do")
    func audience() async throws {
        let test = try await TestOffice()
        try await test.give(
            "join", on: RecordID(.pupil, "c-ada00000001"), ["first": ["Ada"], "last": ["Lark"], "on": [test.today]],
            as: .office)
        let query = RecordQuery(kind: Kind.pupil.rawValue, words: "Lark", audience: [])
        #expect(try await test.office.list(query, as: test.caller(.governor)).rows.isEmpty)
        #expect(try await test.office.list(query, as: test.caller(.applicant)).rows.count == 1)
    }
}
