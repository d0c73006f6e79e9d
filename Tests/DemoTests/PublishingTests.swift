import Ledger
import Office
import Policy
import Records
import Testing

@testable import Demo

@Suite("The demonstration's pupils, pictures and posts")
struct PublishingTests {
    @Test("has two classes whose parents said everything that parents say, at every school")
    func consents() async throws {
        let telling = try await Telling.seeded()
        for school in try await telling.office.schools() {
            let caller = try await telling.caller(.administrator, at: school.id)
            let overview = try await telling.office.consentOverview(as: caller)
            #expect(overview.classes.count == 2 && overview.lines.count > 20)
            let concerns = Set(overview.lines.flatMap(overview.concerns))
            #expect(concerns == Set(ConsentOverview.Concern.allCases), "\(school.id)")
            #expect(overview.lines.contains { overview.concerns($0).isEmpty })
        }
    }

    @Test("has a post at every stage that somebody meets, and a takedown that is open, at every school")
    func posts() async throws {
        let telling = try await Telling.seeded()
        let stages: Set<Post.Status> = [
            .draft, .submitted, .returned, .scheduled, .publishing, .published, .withdrawn,
        ]
        for school in try await telling.office.schools() {
            let tallies = try await telling.ledger.tallies(school.id, audience: nil).filter { $0.count > 0 }
            let found = Set(tallies.filter { $0.kind == Kind.post.rawValue }.map(\.status))
            #expect(found.isSuperset(of: stages.map(\.rawValue)), "\(school.id): \(found)")
            let takedowns = tallies.filter { $0.kind == Kind.takedown.rawValue }.map(\.status)
            #expect(takedowns == [Takedown.Status.open.rawValue], "\(school.id)")
        }
    }

    @Test("has pictures where something reads them, and takes a post down whose picture shows a child no longer")
    func pictures() async throws {
        let telling = try await Telling.told(pictures: Painter())
        for school in try await telling.office.schools() {
            let tallies = try await telling.ledger.tallies(school.id, audience: nil).filter { $0.count > 0 }
            let pictures = tallies.filter { $0.kind == Kind.picture.rawValue }
            #expect(pictures.map(\.count).reduce(0, +) == 3, "\(school.id)")
            #expect(Set(pictures.map(\.status)) == ["ready", "untagged"], "\(school.id)")
            let takedowns = tallies.filter { $0.kind == Kind.takedown.rawValue }.map(\.status)
            #expect(takedowns == [Takedown.Status.open.rawValue], "\(school.id)")
        }
    }

    @Test("draws a PNG whose parts are as long as they say and end with its end")
    func drawing() {
        let bytes = Drawing.beans.png
        var place = 8
        var parts: [String] = []
        while place + 12 <= bytes.count {
            let length = bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
            parts.append(String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self))
            place += 12 + length
        }
        #expect(parts == ["IHDR", "PLTE", "IDAT", "IEND"] && place == bytes.count)
    }

    @Test("names no child as it names another, nor as anybody of the staff")
    func names() throws {
        var pupils: [String] = []
        for cast in Cast.all {
            let pack = try #require(try Pack.embedded(cast.pack))
            pupils += Roll(cast: cast, pack: pack).children.map(\.name)
        }
        #expect(Set(pupils).count == pupils.count)
        let words = { (names: [String]) in Set(names.flatMap { $0.lowercased().split { !$0.isLetter } }) }
        #expect(words(pupils).isDisjoint(with: words(Cast.all.flatMap { $0.names.values })))
    }
}

/// Stands for the program that reads pictures: takes every file as it is.
private struct Painter: PictureWorking {
    var isMissing: String? { nil }

    func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture {
        WorkedPicture(picture: [1, 2, 3], thumbnail: [4], width: Drawing.width, height: Drawing.height, faces: [])
    }

    func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture {
        throw .failed
    }
}
