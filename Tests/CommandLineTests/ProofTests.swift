import Foundation
import GRDB
import Testing

@Suite("Verifying and proving at the terminal")
struct ProofTests {
    /// A record of the school, from its proof-worthy beginning: the school's own.
    private static let record = "school/school"

    @Test("a school is founded, proved, tampered with, and the tampering named by school and position")
    func wholeWay() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            #expect(try place.hornbook("verify").output.hasPrefix("oakfield: sound. 3 events of 3 records"))
            let key = try place.hornbook("checkpoint", "--school", "oakfield", "--public-key").output
            let checkpoint = try place.file("old.txt", try place.hornbook("checkpoint", "--school", "oakfield").output)
            let proof = place.folder.appending(path: "proof.json").path
            try place.hornbook("proof", "--school", "oakfield", "--record", Self.record, "--out", proof)

            let checked = try BuiltCommand.run(["proof", "check", proof, "--key", key])
            #expect(checked.status == 0, "\(checked.complaint)")
            #expect(
                checked.output.hasPrefix("The proof holds: school/school of oakfield stands in the ledger of 3 events.")
            )

            try tamper(place)
            let found = try place.hornbook("verify", "--against", checkpoint, "--school", "oakfield", expecting: 1)
            #expect(found.output.contains("oakfield: NOT SOUND"))
            #expect(found.complaint.contains("oakfield, position 1"), "\(found.complaint)")
        }
    }

    @Test("a proof is refused with another school's key and after any change")
    func forged() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            try place.hornbook("school", "create", "ashfield", "--name", "Ashfield", "--pack", "grange")
            let own = try place.hornbook("checkpoint", "--school", "oakfield", "--public-key").output
            let other = try place.hornbook("checkpoint", "--school", "ashfield", "--public-key").output
            let proof = try place.hornbook("proof", "--school", "oakfield", "--record", Self.record).output
            let good = try place.file("good.json", proof)
            #expect(try BuiltCommand.run(["proof", "check", good, "--key", other]).status == 1)
            let bad = try place.file("bad.json", proof.replacing("school.founded", with: "school.adopted"))
            let ran = try BuiltCommand.run(["proof", "check", bad, "--key", own])
            #expect(ran.status == 1)
            #expect(ran.complaint.contains("is not in the log that the checkpoint signs"), "\(ran.complaint)")
        }
    }

    @Test("an opened proof shows the content, a closed one does not")
    func opened() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let key = try place.hornbook("checkpoint", "--school", "oakfield", "--public-key").output
            let closed = try place.file(
                "closed.json", try place.hornbook("proof", "--school", "oakfield", "--record", Self.record).output)
            let open = try place.file(
                "open.json",
                try place.hornbook("proof", "--school", "oakfield", "--record", Self.record, "--open").output)
            #expect(
                try !BuiltCommand.run(["proof", "check", closed, "--key", key]).output.contains(
                    "Oakfield Primary School"))
            #expect(
                try BuiltCommand.run(["proof", "check", open, "--key", key]).output.contains("Oakfield Primary School"))
        }
    }

    @Test("an older checkpoint is proved to be the beginning of the ledger as it is now")
    func consistency() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let older = try place.file("older.txt", try place.hornbook("checkpoint", "--school", "oakfield").output)
            try place.hornbook(
                "person", "add", "--school", "oakfield", "--name", "Kwesi Umberstone", "--email", "k@oakfield.example",
                "--role", "teacher")
            #expect(
                try place.hornbook("checkpoint", "--school", "oakfield", "--latest").output
                    == (try String(contentsOfFile: older, encoding: .utf8)))
            let proof = try place.file(
                "c.json", try place.hornbook("proof", "--school", "oakfield", "--from", older).output)
            let key = try place.hornbook("checkpoint", "--school", "oakfield", "--public-key").output
            #expect(
                try BuiltCommand.run(["proof", "check", proof, "--key", key]).output
                    == "The proof holds: the ledger of 5 events begins with the 3 that the older checkpoint signs.\n")
        }
    }

    @Test("a rebuild of an untouched ledger is identical")
    func rebuild() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            #expect(
                try place.hornbook("rebuild").output
                    == "oakfield: rebuilt 3 records from 3 events, identical to what stood before.\n")
        }
    }

    /// As somebody with the file and SQL would: the guards taken away, then one event given to somebody else.
    private func tamper(_ place: Workplace) throws {
        let database = try DatabaseQueue(path: place.database)
        try database.write { db in
            try db.execute(sql: "DROP TRIGGER events_never_change")
            try db.execute(sql: "UPDATE events SET actor = 'p-somebody-else' WHERE position = 1")
        }
        try database.close()
    }
}
