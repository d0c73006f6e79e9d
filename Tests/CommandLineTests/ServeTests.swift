import Foundation
import Testing

@Suite("Serving")
struct ServeTests {
    @Test(
        "a fresh installation prints a set-up link, keeps writers out, and stops cleanly on SIGTERM with the ledger signed"
    )
    func serves() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let server = try BuiltCommand.process(["serve", "--port", "0", "--data", place.data])
            let output = Pipe()
            server.standardOutput = output
            server.standardError = FileHandle.nullDevice
            try server.run()
            let greeting = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(greeting.hasPrefix("Hornbook is at http://localhost:"))
            #expect(!greeting.contains("set-up"), "a school exists")

            let refused = try place.hornbook("rebuild", expecting: 1)
            #expect(refused.complaint.contains("in use by another hornbook"))
            try place.hornbook("verify")

            server.terminate()
            server.waitUntilExit()
            #expect(server.terminationReason == .exit && server.terminationStatus == 0)
            #expect(try place.hornbook("checkpoint", "--school", "oakfield", "--latest").lines.contains("3"))
        }
    }

    @Test("the first start prints a one-time link to set the first school up")
    func setUpLink() async throws {
        try await Workplace.with { place in
            let server = try BuiltCommand.process(["serve", "--port", "0", "--data", place.data])
            let output = Pipe()
            server.standardOutput = output
            server.standardError = FileHandle.nullDevice
            try server.run()
            var greeting = ""
            while !greeting.contains("/set-up/") {
                let data = output.fileHandleForReading.availableData
                if data.isEmpty { break }
                greeting += String(decoding: data, as: UTF8.self)
            }
            server.terminate()
            server.waitUntilExit()
            #expect(greeting.contains("/set-up/"))
        }
    }

    @Test("a real installation is never shown as a demonstration")
    func noDemonstration() async throws {
        try await Workplace.with { place in
            try place.foundOakfield()
            let ran = try place.hornbook("demo", "--port", "0", expecting: 1)
            #expect(ran.complaint.contains("holds a real installation"))
            #expect(try place.hornbook("school", "list").lines.count == 1)
        }
    }
}
