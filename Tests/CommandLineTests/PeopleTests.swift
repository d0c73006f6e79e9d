import Foundation
import Testing

@Suite("People at the terminal")
struct PeopleTests {
    private static let good = """
        name,email,roles,first day
        Imogen Farrowgate,i.farrowgate@oakfield.example,headteacher,2026-09-01
        Kwesi Umberstone,k.umberstone@oakfield.example,teacher;slt,

        """

    @Test("a list with bad lines names line, column and mend for each, and adds nobody")
    func badLines() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let list = try place.file(
                "staff.csv",
                """
                name,email,roles,first day
                Imogen Farrowgate,i.farrowgate@oakfield.example,headteacher,2026-09-01
                ,not-an-address,wizard,31/12/2026
                Bina Again,b.quill@oakfield.example,teacher,

                """)
            let before = try place.hornbook("school", "list").output
            let ran = try place.hornbook("person", "import", "--school", "oakfield", list, expecting: 1)
            for fault in [
                "line 3, column “name”: Enter a full name",
                "line 3, column “email”: “not-an-address” is not an e-mail address",
                "line 3, column “roles”: “wizard” is not a role",
                "line 3, column “first day”: “31/12/2026” is not a date",
                "line 4, column “email”: b.quill@oakfield.example belongs to somebody",
            ] { #expect(ran.complaint.contains(fault), "\(ran.complaint)") }
            #expect(try place.hornbook("school", "list").output == before)
        }
    }

    @Test("a dry run shows who would be added and adds nobody; the import then adds them all")
    func dryRun() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let list = try place.file("staff.csv", Self.good)
            let before = try place.hornbook("school", "list").output
            let dry = try place.hornbook("person", "import", "--school", "oakfield", list, "--dry-run")
            #expect(
                dry.output.contains(
                    "line 3: Kwesi Umberstone, k.umberstone@oakfield.example, Teacher, Senior leader (SLT), from "))
            #expect(try place.hornbook("school", "list").output == before)
            #expect(
                try place.hornbook("person", "import", "--school", "oakfield", list).output
                    == "2 people were added to Oakfield Primary School.\n")
            #expect(
                try place.hornbook("person", "import", "--school", "oakfield", list, expecting: 1).complaint.contains(
                    "is on record already"))
        }
    }

    @Test("an invitation prints a link of the school, and an unknown address is refused")
    func invitation() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let link = try place.hornbook(
                "person", "invite", "--school", "oakfield", "--email", "B.Quill@oakfield.example"
            ).output
            #expect(link.hasPrefix("/oakfield/welcome/") && link.count > 50)
            let ran = try place.hornbook(
                "person", "invite", "--school", "oakfield", "--email", "nobody@oakfield.example", expecting: 1)
            #expect(ran.complaint.contains("Nobody at Oakfield Primary School"))
        }
    }

    @Test("an e-mail address that is taken, a bad role and an unknown school are refused")
    func refusals() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let add = ["person", "add", "--name", "Nerys Copperfold", "--data", place.data]
            for (rest, sentence) in [
                (
                    ["--school", "oakfield", "--email", "b.quill@oakfield.example", "--role", "teacher"],
                    "has this e-mail address already"
                ),
                (
                    ["--school", "oakfield", "--email", "n@oakfield.example", "--role", "wizard"],
                    "“wizard” is not a role"
                ),
                (
                    ["--school", "elsewhere", "--email", "n@oakfield.example", "--role", "teacher"],
                    "There is no school called `elsewhere`"
                ),
            ] {
                let ran = try BuiltCommand.run(add + rest)
                #expect(ran.status == 1)
                #expect(ran.complaint.contains(sentence), "\(ran.complaint)")
            }
        }
    }
}
