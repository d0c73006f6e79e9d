import Foundation
import Testing

@Suite("Checking a draft at the terminal")
struct CheckTests {
    private func check(_ text: String, _ arguments: String...) async throws -> Ran {
        var ran: Ran?
        try await Workplace.with { place in
            let draft = try place.file("draft.txt", text)
            let names = try place.file("names.csv", "first,last,standing,may-be-named\nAda,Thistlewood,pupil,no\n")
            ran = try BuiltCommand.run(["check", draft, "--names", names] + arguments)
        }
        return try #require(ran)
    }

    @Test("nothing found ends with 0")
    func nothing() async throws {
        let ran = try await check("We planted beans.")
        #expect(ran.status == 0)
        #expect(ran.output == "Nothing found.\n")
    }

    @Test("a child who may not be named ends with 2 and is told with line and column")
    func stopped() async throws {
        let ran = try await check("A sunny day.\nThank you, Ada Thistlewood.")
        #expect(ran.status == 2)
        #expect(ran.output.contains("draft.txt:2:12: stop: "))
    }

    @Test("what is less grave than --fail-on ends with 0", arguments: [("never", 0), ("advice", 2)])
    func failOn(_ level: String, _ status: Int32) async throws {
        #expect(try await check("Thank you, Ada Thistlewood.", "--fail-on", level).status == status)
    }

    @Test("JSON has the bytes of a finding")
    func json() async throws {
        let ran = try await check("Ring 07700 900123.", "--json")
        struct Finding: Decodable {
            var kind: String
            var start: Int?
            var end: Int?
            var text: String?
        }
        let all = try JSONDecoder().decode([Finding].self, from: Data(ran.output.utf8))
        let phone = try #require(all.first { $0.kind == "phone" })
        #expect(phone.start == 5)
        #expect(phone.end == 17)
        #expect(phone.text == "07700 900123")
    }

    @Test("SARIF names its version, its rules and a region for each finding")
    func sarif() async throws {
        let ran = try await check("Ring 07700 900123.", "--sarif")
        struct Log: Decodable {
            struct Run: Decodable {
                struct Tool: Decodable {
                    struct Driver: Decodable {
                        struct Rule: Decodable { var id: String }
                        var rules: [Rule]
                    }
                    var driver: Driver
                }
                struct Result: Decodable {
                    struct Location: Decodable {
                        struct Physical: Decodable {
                            struct Region: Decodable {
                                var byteOffset: Int
                                var byteLength: Int
                            }
                            var region: Region?
                        }
                        var physicalLocation: Physical
                    }
                    var ruleId: String
                    var locations: [Location]
                }
                var tool: Tool
                var results: [Result]
            }
            var version: String
            var runs: [Run]
        }
        let log = try JSONDecoder().decode(Log.self, from: Data(ran.output.utf8))
        #expect(log.version == "2.1.0")
        let run = try #require(log.runs.first)
        #expect(run.tool.driver.rules.contains { $0.id == "phone" })
        let phone = try #require(run.results.first { $0.ruleId == "phone" })
        #expect(phone.locations.first?.physicalLocation.region?.byteOffset == 5)
        #expect(phone.locations.first?.physicalLocation.region?.byteLength == 12)
    }

    @Test("a sheet of names without the columns, and a file that is not there, are told in a sentence")
    func wrongFiles() async throws {
        try await Workplace.with { place in
            let draft = try place.file("draft.txt", "Hello.")
            let names = try place.file("names.csv", "forename,surname\nAda,Byron\n")
            let ran = try BuiltCommand.run(["check", draft, "--names", names])
            #expect(ran.status == 1)
            #expect(ran.complaint.contains("has no column `first`"))
            #expect(try BuiltCommand.run(["check", place.folder.path + "/none.txt"]).status == 1)
        }
    }
}
