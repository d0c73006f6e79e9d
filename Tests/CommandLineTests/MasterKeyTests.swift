import Foundation
import Testing

@Suite("The master key")
struct MasterKeyTests {
    @Test("is made on the first run, for its owner alone, in a folder for its owner alone")
    func isMade() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            for (path, rights) in [(place.data, 0o700), (place.key, 0o600), (place.database, 0o600)] {
                let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
                #expect(found?.intValue == rights, "\(path)")
            }
            #expect(try String(contentsOfFile: place.key, encoding: .utf8).count == 65)
        }
    }

    enum Harm: String, CaseIterable, Sendable { case wrong, short, open, missing }

    @Test(
        "that is wrong, cut short, open to others or missing stops the program with one sentence and no damage",
        arguments: Harm.allCases)
    func harm(_ harm: Harm) async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let good = try Data(contentsOf: URL(filePath: place.key))
            let before = try Data(contentsOf: URL(filePath: place.database))
            let sentence: String
            switch harm {
            case .wrong:
                try overwrite(place.key, String(repeating: "ab", count: 32))
                sentence = "not the one that this database was begun with"
            case .short:
                try overwrite(place.key, "abcdef")
                sentence = "must hold 64 hexadecimal digits and holds 6 characters"
            case .open:
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.key)
                sentence = "Others can read the master key file"
            case .missing:
                try FileManager.default.removeItem(atPath: place.key)
                sentence = "is there but its master key"
            }
            for command in [["school", "list"], ["rebuild"], ["serve", "--port", "0"]] {
                let ran = try BuiltCommand.run(command + ["--data", place.data])
                #expect(ran.status == 1)
                #expect(ran.complaint.hasPrefix("hornbook: ") && ran.complaint.contains(sentence), "\(ran.complaint)")
                #expect(ran.complaint.split(separator: "\n").count == 1)
            }
            #expect(try Data(contentsOf: URL(filePath: place.database)) == before)
            if harm == .missing { #expect(!FileManager.default.fileExists(atPath: place.key)) }

            try overwrite(place.key, String(decoding: good, as: UTF8.self))
            try place.hornbook("verify")
        }
    }

    @Test("is taken from the file that --master-key or the environment names")
    func isGiven() async throws {
        try await Workplace.with { place in
            let elsewhere = place.folder.appending(path: "kept.key").path
            try overwrite(elsewhere, String(repeating: "0f", count: 32))
            let create = [
                "school", "create", "oakfield", "--name", "Oakfield", "--pack", "grange", "--data", place.data,
            ]
            let created = try BuiltCommand.run(create + ["--master-key", elsewhere])
            #expect(created.status == 0, "\(created.complaint)")
            #expect(!FileManager.default.fileExists(atPath: place.key))
            let listed = try BuiltCommand.run(
                ["school", "list", "--data", place.data], environment: ["HORNBOOK_MASTER_KEY_FILE": elsewhere])
            #expect(listed.status == 0 && listed.output.hasPrefix("oakfield\t"))
        }
    }

    @Test("a folder without an installation is named, and nothing is made in it")
    func nothingThere() async throws {
        try await Workplace.with { place in
            let ran = try place.hornbook("verify", expecting: 1)
            #expect(ran.complaint.contains("There is no installation in"))
            #expect(!FileManager.default.fileExists(atPath: place.data))
        }
    }

    private func overwrite(_ path: String, _ text: String) throws {
        try? FileManager.default.removeItem(atPath: path)
        let isMade = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        try #require(isMade)
    }
}
