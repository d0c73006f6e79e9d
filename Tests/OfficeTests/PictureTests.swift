import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("The store of pictures")
struct PictureTests {
    private let test: TestOffice
    private var office: Office { test.office }
    private static let ada = RecordID(.pupil, "c-ada-00000001")
    private static let area = "100,100,200,200"

    init() async throws { test = try await TestOffice() }

    private func add(_ cause: String = "once 0", as member: TestOffice.Member = .lead) async throws -> RecordID {
        try await office.takePicture(
            try IncomingFile([9]), named: "C:\\photos\\IMG\u{7}.jpg", cause: cause, as: try test.caller(member))
    }

    private func picture(_ record: RecordID) async throws -> Picture {
        try #require(try await test.state(Picture.self, record))
    }

    private func names() async throws -> [BlobName] { try await office.ledger.blobs.names(test.school) }

    /// A child without any leave, tagged in a picture: it goes in thirty days.
    private func tagged() async throws -> RecordID {
        let record = try await add()
        try await test.give(
            "join", on: Self.ada,
            ["first": ["Ada"], "last": ["Lark"], "className": ["Owls"], "year": ["2"], "on": [test.today]], as: .office)
        try await test.give("tag", on: record, ["pupil": [Self.ada.key], "area": [Self.area]], as: .lead)
        return record
    }

    @Test("a picture is kept sealed with a small one, under the last part of its name, once for each cause")
    func adding() async throws {
        let record = try await add()
        #expect(try await add() == record)
        #expect(try await picture(record).upload.fileName == "IMG.jpg")
        #expect(try await names().count == 2)
        #expect(try await office.pictureBytes(record, small: false, as: test.caller(.head)) == [1, 2, 3])
        #expect(try await office.pictureBytes(record, small: true, as: test.caller(.lead)) == [1])
        let kept = try await office.ledger.blobs.bytes(try #require(try await names().first))
        #expect(kept?.count ?? 0 > 28)
    }

    @Test("governors neither add a picture nor see one")
    func governors() async throws {
        let record = try await add()
        await #expect(throws: OfficeError.self) { try await add("other", as: .governor) }
        await #expect(throws: OfficeError.refused(.notFound)) {
            try await office.pictureBytes(record, small: false, as: test.caller(.chair))
        }
    }

    @Test("covering keeps new bytes and destroys the old; done on a page that is out of date, it is refused")
    func covering() async throws {
        let record = try await add()
        let area = PictureArea(x: 0, y: 0, width: 500, height: 500)
        let before = try await picture(record).image
        try await office.coverPicture(record, [area], expected: 1, cause: "cover", as: try test.caller(.lead))
        let after = try await picture(record).image
        #expect(before.hash != after.hash && before.blob != after.blob)
        #expect(try await Set(names().map(\.word)) == [after.blob, after.smallBlob])
        try await office.coverPicture(record, [area], expected: 1, cause: "cover", as: try test.caller(.lead))
        #expect(try await picture(record).image == after)
        await #expect(throws: OfficeError.refused(.superseded)) {
            try await office.coverPicture(record, [area], expected: 1, cause: "late", as: try test.caller(.lead))
        }
        #expect(try await names().count == 2)
    }

    @Test("on its day a picture goes with its bytes, and not a day before")
    func due() async throws {
        let record = try await tagged()
        let day = try #require(try await picture(record).goesOn)
        test.clock.move(29 * 86_400)
        #expect(try await office.removeDuePictures(test.clock.now).removed == 0)
        test.clock.move(86_400)
        #expect(test.clock.now.londonDay == day)
        #expect(try await office.removeDuePictures(test.clock.now) == PictureRound(removed: 1))
        #expect(try await names().isEmpty)
        #expect(try await picture(record).removal?.by == .office)
        #expect(try await office.removeDuePictures(test.clock.now) == PictureRound())
    }

    @Test("bytes that outlived the word that they went are destroyed by the next round")
    func outlived() async throws {
        let record = try await tagged()
        let name = try #require(try await names().first)
        let bytes = try #require(try await office.ledger.blobs.bytes(name))
        try await test.give("discard", on: record, ["sure": ["yes"]], as: .lead)
        #expect(try await names().isEmpty)
        try await office.ledger.blobs.put(name, bytes)
        _ = try await office.removeDuePictures(test.clock.now)
        #expect(try await names().isEmpty)
    }

    @Test("at a start, what no record counts as its own is swept away, and nothing else")
    func sweeping() async throws {
        let record = try await add()
        let kept = try await names()
        for (owner, word) in [(record.description, "half-done"), ("picture/never-recorded", "blob")] {
            try await office.ledger.blobs.put(try #require(BlobName(test.school, owner, word)), [1])
        }
        #expect(try await office.sweepBlobs() == 2)
        #expect(try await names() == kept)
        try await office.ledger.erase(test.school, record.description)
        #expect(try await office.sweepBlobs() == 2)
        #expect(try await names().isEmpty)
    }

    @Test("when leave for a child changes, so does the day of every picture of them, in the same append")
    func redated() async throws {
        let record = try await tagged()
        #expect(try await picture(record).goesOn != nil)
        let summary = try await office.ledger.records(
            test.school, matching: RecordQuery(facets: [Facet("pupil", Self.ada.key)], audience: nil))
        #expect(summary.rows.contains { $0.record == record.description })
        try await test.give("leave", on: Self.ada, ["on": [test.today]], as: .office)
        let last = try await office.ledger.recent(test.school, limit: 4).map(\.type)
        #expect(last.contains("pupil.left"))
        #expect(try await picture(record).goesOn == test.clock.now.londonDay.adding(days: 30))
    }

    @Test("pupils are chosen by name and class, and those alike are told apart")
    func choices() async throws {
        for key in ["c-ada-00000001", "c-ada-00000002"] {
            try await test.give(
                "join", on: RecordID(.pupil, key),
                ["first": ["Ada"], "last": ["Lark"], "className": ["Owls"], "year": ["2"], "on": [test.today]],
                as: .office)
        }
        let labels = try await office.pupilChoices(as: test.caller(.lead)).map(\.label)
        #expect(labels == ["Ada Lark, Owls, Year 2", "Ada Lark, Owls, Year 2 (2)"])
        await #expect(throws: OfficeError.refused(.notFound)) {
            try await office.pupilChoices(as: test.caller(.governor))
        }
    }
}
