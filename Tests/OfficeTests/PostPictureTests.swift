import Ledger
import Testing

@testable import Office
@testable import Policy
@testable import Records

/// The chair of governors sees no pictures, but for those of a post that waits for their decision.
@Suite("Pictures of a post, for whoever decides on it")
struct PostPictureTests {
    private static let other = RecordID(.picture, "gate-000001")
    private static let bytes: [UInt8] = [1, 2, 3]

    /// A post with the picture of the pond that waits, and that no leader may approve: all had a hand in the picture.
    private func waiting() async throws -> TestOffice {
        let test = try await TestOffice.forPosts()
        for word in ["b1", "b1-small"] {
            let name = try #require(BlobName(test.school, TestOffice.pond.description, word))
            try await test.office.ledger.putBlob(name, Self.bytes, prepared: nil)
        }
        for (member, words) in [
            (TestOffice.Member.head, "Children at the pond"), (.leader, "Children look into the pond"),
        ] {
            try await test.carryOut(.describe(altText: words), of: Picture.self, on: TestOffice.pond, as: member)
        }
        try await test.give("start", on: TestOffice.post, TestOffice.words, as: .applicant, expected: 0)
        return test
    }

    private func submitted() async throws -> TestOffice {
        let test = try await waiting()
        try await test.submitPost()
        let submission = try #require(try await test.state(Post.self, TestOffice.post)?.submission)
        try #require(submission.approvers.contains(.chair))
        return test
    }

    private func see(
        _ test: TestOffice, _ member: TestOffice.Member, _ picture: RecordID = TestOffice.pond,
        of post: RecordID = TestOffice.post
    ) async throws -> [UInt8]? {
        do {
            return try await test.office.pictureBytes(picture, of: post, small: false, as: test.caller(member))
        } catch OfficeError.refused(.notFound) {
            return nil
        }
    }

    @Test("the chair who is asked to decide sees them, large and small, and no other way leads to them")
    func chair() async throws {
        let test = try await submitted()
        let chair = try test.caller(.chair)
        #expect(try await see(test, .chair) == Self.bytes)
        #expect(
            try await test.office.pictureBytes(TestOffice.pond, of: TestOffice.post, small: true, as: chair)
                == Self.bytes)
        await #expect(throws: OfficeError.refused(.notFound)) {
            try await test.office.pictureBytes(TestOffice.pond, small: false, as: chair)
        }
        await #expect(throws: OfficeError.refused(.notFound)) {
            try await test.office.detail(Picture.self, TestOffice.pond, as: chair)
        }
    }

    @Test(
        "whoever is not asked does not see them through the post: not its author, not another governor",
        arguments: [TestOffice.Member.governor, .applicant, .lead, .outsider])
    func others(_ member: TestOffice.Member) async throws {
        let test = try await submitted()
        #expect(try await see(test, member) == nil)
    }

    @Test("a picture that is not in the post is not seen through it, nor one through another post or record")
    func otherPictures() async throws {
        let test = try await submitted()
        let image = StoredImage(blob: "b1", hash: "aa", width: 800, height: 600, byteCount: 9)
        try await test.carryOut(
            .take(TakenPicture(id: PictureID(Self.other.key), fileName: "", image: image, faces: [])),
            of: Picture.self, on: Self.other, as: .applicant)
        let name = try #require(BlobName(test.school, Self.other.description, "b1"))
        try await test.office.ledger.putBlob(name, Self.bytes, prepared: nil)
        #expect(try await test.office.pictureBytes(Self.other, small: false, as: test.caller(.head)) == Self.bytes)
        #expect(try await see(test, .chair, Self.other) == nil)
        #expect(try await see(test, .chair, TestOffice.ada) == nil)
        let draft = RecordID(.post, "post-000002")
        try await test.give("start", on: draft, TestOffice.words, as: .applicant, expected: 0)
        #expect(try await see(test, .chair, of: draft) == nil)
        #expect(try await see(test, .chair, of: RecordID(.post, "post-000003")) == nil)
        #expect(try await see(test, .chair, of: TestOffice.pond) == nil)
        #expect(try await see(test, .chair) == Self.bytes)
    }

    @Test(
        "before it is submitted and after it was decided on there is nothing to see",
        arguments: ["sendBack", "refuse", "approve"])
    func onlyWhileWaiting(_ decision: String) async throws {
        let test = try await waiting()
        #expect(try await see(test, .chair) == nil)
        try await test.submitPost()
        #expect(try await see(test, .chair) == Self.bytes)
        let hash = try #require(try await test.state(Post.self, TestOffice.post)?.submission?.hash)
        try await test.give(
            decision, on: TestOffice.post, ["note": ["Say which"], "reason": ["No"], "hash": [hash]], as: .chair)
        #expect(try await see(test, .chair) == nil)
    }

    @Test("a picture that has gone is gone here too, and so is the right with the role")
    func gone() async throws {
        let test = try await submitted()
        try await test.give(
            "changeRoles", on: RecordID(.person, try test.id(.chair).rawValue), ["roles": ["governor"]], as: .office)
        #expect(try await see(test, .chair) == nil)
        let again = try await submitted()
        try await again.give("discard", on: TestOffice.pond, ["reason": ["Asked for"], "sure": ["yes"]], as: .office)
        #expect(try await see(again, .chair) == nil)
    }
}
