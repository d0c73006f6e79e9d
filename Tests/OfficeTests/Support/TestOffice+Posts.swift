import Ledger
import Policy
import Records
import Testing

@testable import Office

/// A school with an open account, a child who may be shown on it, and a picture of that child.
extension TestOffice {
    static let post = RecordID(.post, "post-000001")
    static let pond = RecordID(.picture, "pond-000001")
    static let ada = RecordID(.pupil, "c-ada0000001")

    static func forPosts(connecting: any Connecting = ByHandAlone()) async throws -> TestOffice {
        let test = try await TestOffice(connecting: connecting)
        try await test.makeReady()
        _ = try await test.openAccount()
        try await test.makeChild()
        return test
    }

    func carryOut<R: Record>(_ command: R.Command, of _: R.Type, on record: RecordID, as member: Member) async throws {
        _ = try await office.perform(
            Drawer<R>.intent(command), on: record, in: try await office.setting(school), as: try id(member),
            cause: office.newID())
    }

    private func makeChild() async throws {
        let child = PupilID(Self.ada.key)
        try await carryOut(
            .join(
                child, Pupil.Particulars(first: "Ada", last: "Quibell", className: "Oak", year: 3),
                on: clock.now.londonDay),
            of: Pupil.self, on: Self.ada, as: .office)
        try await carryOut(
            .recordConsent([.socialMedia: true], said, until: nil, platforms: []), of: Pupil.self, on: Self.ada,
            as: .office)
        let area = PictureArea(x: 100, y: 100, width: 200, height: 200)
        try await carryOut(
            .take(
                TakenPicture(
                    id: PictureID(Self.pond.key), fileName: "pond.jpg",
                    image: StoredImage(blob: "b1", hash: "aa", width: 800, height: 600, byteCount: 9), faces: [area])),
            of: Picture.self, on: Self.pond, as: .applicant)
        try await carryOut(
            .describe(altText: "Children look into the pond"), of: Picture.self, on: Self.pond, as: .applicant)
        try await carryOut(.tag(child, area), of: Picture.self, on: Self.pond, as: .applicant)
    }

    private var said: Pupil.Said {
        Pupil.Said(
            giver: ConsentGiver(name: "A Quibell", relation: .parent), means: .paper, on: clock.now.londonDay)
    }

    func withdrawConsent() async throws {
        try await carryOut(.withdraw([.socialMedia], said), of: Pupil.self, on: Self.ada, as: .office)
    }

    static let words: [String: [String]] = [
        "words": ["We looked into the pond and drew what lives there."], "accounts": ["account-0001"],
        "pictures": [pond.key], "speaker": ["Oak Class"],
    ]

    /// Confirms every warning that stands against it.
    func submitPost(as member: Member = .applicant) async throws {
        let detail = try await office.detail(Post.self, Self.post, as: try caller(member))
        let findings = try detail.state.findings(on: [detail.desk.today], at: detail.desk)
        let lines = findings.filter { $0.severity == .warning }.map { "\($0.key): it is so" }
        try await give(
            "submit", on: Self.post, lines.isEmpty ? [:] : ["confirmations": [lines.joined(separator: "\n")]],
            as: member)
    }

    func approvePost(as member: Member = .leader) async throws {
        let hash = try #require(try await state(Post.self, Self.post)?.submission?.hash)
        try await give("approve", on: Self.post, ["hash": [hash]], as: member)
    }

    /// A post that is approved, ready to be scheduled.
    func makeApprovedPost() async throws {
        try await give("start", on: Self.post, Self.words, as: .applicant, expected: 0)
        try await submitPost()
        try await approvePost()
    }

    func schedulePost(_ days: Int) async throws {
        try await give(
            "schedule", on: Self.post,
            ["when": ["later"], "on": [clock.now.londonDay.adding(days: days).iso], "time": ["15:00"]], as: .applicant)
    }

    func postStatus() async throws -> Post.Status? { try await state(Post.self, Self.post)?.status }
    func holds() async throws -> [HoldReason.Kind] {
        guard case .held(_, _, let hold) = try await state(Post.self, Self.post)?.phase else { return [] }
        return hold.reasons.map(\.kind)
    }
}
