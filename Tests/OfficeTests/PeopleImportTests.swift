import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("Importing people")
struct PeopleImportTests {
    private static let day = Day(number: 20_777)
    private static let heading = "name,email,roles,first day\n"

    @Test(
        "each fault of a list names its line, its column and its mend",
        arguments: [
            ("", [(1, "", "The file is empty. Its first line must be: name,email,roles,first day")]),
            (
                "name,email\nA,a@b.c",
                [(1, "roles", "There is no column “roles”. The first line must be: name,email,roles,first day")]
            ),
            (
                "name,email,roles,age\nA,a@b.c,staff,9",
                [(1, "age", "Column 4, “age”, is unknown or stands twice. Take it out")]
            ),
            (
                "name,email,roles,name\nA,a@b.c,staff,B",
                [(1, "name", "Column 4, “name”, is unknown or stands twice. Take it out")]
            ),
            (heading, [(2, "", "There is nobody below the first line. Add a line for each person")]),
            (heading + "A,a@b.c,staff", [(2, "", "There are 3 cells where the first line has 4. Check the commas")]),
            (heading + ",a@b.c,staff,", [(2, "name", "Enter a full name")]),
            (
                heading + "\(String(repeating: "x", count: 101)),a@b.c,staff,",
                [(2, "name", "Shorten the name to 100 characters")]
            ),
            (
                heading + "A,nobody,staff,",
                [(2, "email", "“nobody” is not an e-mail address. Enter one in the form name@school.org.uk")]
            ),
            (
                heading + "A,taken@b.c,staff,",
                [(2, "email", "taken@b.c belongs to somebody who is on record already. Take the line out")]
            ),
            (
                heading + "A,a@b.c,staff,\nB,A@B.C,staff,",
                [(3, "email", "a@b.c stands on line 2 too. Give each person their own")]
            ),
            (heading + "A,a@b.c,,", [(2, "roles", "Enter at least one role, several with semicolons between them")]),
            (heading + "A,a@b.c,;,", [(2, "roles", "Enter at least one role, several with semicolons between them")]),
            (
                heading + "A,a@b.c,staff,31/12/2026",
                [(2, "first day", "“31/12/2026” is not a date. Enter it as 2026-09-01")]
            ),
            (heading + "A,\"a", [(2, "", "Line 2: a quotation mark is opened and never closed")]),
            (
                heading + ",nobody,,soon",
                [
                    (2, "name", "Enter a full name"),
                    (2, "email", "“nobody” is not an e-mail address. Enter one in the form name@school.org.uk"),
                    (2, "roles", "Enter at least one role, several with semicolons between them"),
                    (2, "first day", "“soon” is not a date. Enter it as 2026-09-01"),
                ]
            ),
        ] as [(String, [(Int, String, String)])])
    func fault(text: String, faults: [(Int, String, String)]) {
        let sheet = PeopleSheet(text, taken: ["taken@b.c"], today: Self.day)
        #expect(sheet.faults == faults.map { PeopleSheet.Fault(line: $0.0, column: $0.1, message: $0.2) })
    }

    @Test("an unknown role is named with those that there are")
    func unknownRole() {
        let sheet = PeopleSheet(Self.heading + "A,a@b.c,staff; wizard,", taken: [], today: Self.day)
        #expect(sheet.faults.map(\.column) == ["roles"])
        #expect(
            sheet.faults.first?.message.hasPrefix("“wizard” is not a role. Use one of: staff, teacher, slt") == true)
        #expect(sheet.entries.isEmpty)
    }

    @Test("a good list is read: columns in any order, roles by identifier or label, empty lines passed over")
    func good() {
        let text =
            "\u{FEFF}Roles,EMAIL,Name\r\nteacher; Designated safeguarding lead (DSL),A@b.c,\" Ann, Ms \"\r\n,,\r\n\r\nSLT,c@b.c,Cy\r\n"
        let sheet = PeopleSheet(text, taken: [], today: Self.day)
        #expect(sheet.faults.isEmpty)
        #expect(
            sheet.entries == [
                .init(
                    line: 2, particulars: .init(name: "Ann, Ms", email: "a@b.c", roles: [.teacher, .dsl]),
                    firstDay: Self.day),
                .init(line: 5, particulars: .init(name: "Cy", email: "c@b.c", roles: [.slt]), firstDay: Self.day),
            ])
    }

    @Test("a list is recorded only when it is confirmed, all of it in one append, and once however often")
    func importing() async throws {
        let test = try await TestOffice()
        let text = Self.heading + "Ann,ann@b.c,teacher,2026-09-01\nCy,cy@b.c,governor,\n"
        let size = try await test.store.tree(test.school).size
        #expect(try await test.office.preview(text, as: test.caller(.office)).entries.count == 2)
        #expect(try await test.store.tree(test.school).size == size)
        #expect(try await test.office.importPeople(text, cause: "c", as: test.caller(.office)) == 2)
        let events = try await test.office.ledger.recent(test.school, limit: 4)
        #expect(
            events.reversed().map(\.type) == [
                "person.joined", "declaration.asked", "person.joined", "declaration.asked",
            ])
        #expect(Set(events.map(\.stamp.cause)) == ["c"])
        #expect(try await test.office.importPeople(text, cause: "c", as: test.caller(.office)) == 0)
        #expect(try await test.store.tree(test.school).size == size + 4)
        let again = try await test.office.preview(text, as: test.caller(.office))
        #expect(again.faults.map(\.column) == ["email", "email"])
    }

    @Test("one bad line keeps the whole list out")
    func allOrNothing() async throws {
        let test = try await TestOffice()
        let size = try await test.store.tree(test.school).size
        let text = Self.heading + "Ann,ann@b.c,teacher,\nCy,cy,governor,\n"
        let refused = try await refusal {
            _ = try await test.office.importPeople(text, cause: "c", as: test.caller(.office))
        }
        let message = "Line 3: “cy” is not an e-mail address. Enter one in the form name@school.org.uk"
        #expect(refused == .incomplete([FieldProblem("sheet", message)]))
        #expect(try await test.store.tree(test.school).size == size)
    }

    @Test("a list confirmed by many at once is recorded once")
    func atOnce() async throws {
        let test = try await TestOffice()
        let text = Self.heading + "Ann,ann@b.c,teacher,\n"
        let caller = try test.caller(.office)
        let added = await withTaskGroup(of: Int?.self, returning: [Int?].self) { group in
            for _ in 0..<8 { group.addTask { try? await test.office.importPeople(text, cause: "c", as: caller) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(added.filter { $0 == 1 }.count == 1)
        #expect(added.filter { $0 == 0 }.count == 7)
    }

    @Test("only keepers import", arguments: TestOffice.Member.allCases)
    func keepers(member: TestOffice.Member) async throws {
        let test = try await TestOffice()
        let expected: Refusal? =
            [.office, .head].contains(member)
            ? nil : .notAuthorised(reason: "You may not add people.", whoMay: [.administrator, .headteacher])
        let text = Self.heading + "Ann,ann@b.c,teacher,\n"
        #expect(try await refusal { _ = try await test.office.preview(text, as: test.caller(member)) } == expected)
        #expect(
            try await refusal { _ = try await test.office.importPeople(text, cause: "c", as: test.caller(member)) }
                == expected)
    }
}
