import Foundation
import Records
import Testing

@testable import Office

/// Events as they were first written. What is on record stays readable for ever, so these files are never changed.
@Suite("Events written before are read for ever")
struct GoldenTests {
    private static let folder = Bundle.module.url(forResource: "Golden", withExtension: nil)

    /// Every case of a kind's events, by the name that its file has.
    private static func samples<Event: RecordEvent>(
        _ kind: Kind, bare: [Event], full: [Event] = [], next: (Event?) -> Event?
    ) -> [(name: String, event: Event)] {
        var found: [(name: String, event: Event)] = []
        while let event = next(found.last?.event) { found.append(("\(kind.rawValue).\(event.name)", event)) }
        return found + bare.map { ("\(kind.rawValue).\($0.name).bare", $0) }
            + full.map { ("\(kind.rawValue).\($0.name).full", $0) }
    }

    private static let school = samples(.school, bare: []) { (event: School.Event?) in GoldenSamples.next(event) }
    private static let person = samples(.person, bare: []) { (event: Person.Event?) in GoldenSamples.next(event) }
    private static let declaration = samples(.declaration, bare: [GoldenSamples.bareDeclaration]) {
        (event: Declaration.Event?) in GoldenSamples.next(event)
    }
    private static let training = samples(.training, bare: []) { (event: Training.Event?) in GoldenSamples.next(event) }
    private static let account = samples(.account, bare: GoldenSamples.bareAccount) { (event: Account.Event?) in
        GoldenSamples.next(event)
    }

    private static let answer = samples(.answer, bare: [GoldenSamples.bareAnswer]) { (event: KeptAnswer.Event?) in
        GoldenSamples.next(event)
    }
    private static let judgement = samples(.judgement, bare: GoldenSamples.bareJudgement) { (event: Judgement.Event?) in
        GoldenSamples.next(event)
    }
    private static let post = samples(.post, bare: GoldenSamples.barePost, full: GoldenSamples.fullPost) {
        (event: Post.Event?) in
        GoldenSamples.next(event)
    }
    private static let pupil = samples(.pupil, bare: GoldenSamples.barePupil) { (event: Pupil.Event?) in
        GoldenSamples.next(event)
    }
    private static let takedown = samples(.takedown, bare: [], full: GoldenSamples.fullTakedown) {
        (event: Takedown.Event?) in GoldenSamples.next(event)
    }
    private static let edition = samples(.edition, bare: []) { (event: Edition.Event?) in GoldenSamples.next(event) }

    private static let picture = samples(.picture, bare: GoldenSamples.barePicture, full: GoldenSamples.fullPicture) {
        (event: Picture.Event?) in
        GoldenSamples.next(event)
    }

    private func check<Event: RecordEvent>(_ name: String, _ event: Event) throws {
        let file = try #require(Self.folder?.appending(path: "\(name).json"))
        let kept = [UInt8](try Data(contentsOf: file))
        #expect(try Coding.decode(Event.self, from: kept) == event)
        #expect(try Coding.encode(event) == kept)
    }

    @Test("of a school", arguments: school.map(\.name))
    func schoolEvent(name: String) throws { try check(name, try #require(Self.school.first { $0.name == name }).event) }

    @Test("of a person", arguments: person.map(\.name))
    func personEvent(name: String) throws { try check(name, try #require(Self.person.first { $0.name == name }).event) }

    @Test("of a declaration", arguments: declaration.map(\.name))
    func declarationEvent(name: String) throws {
        try check(name, try #require(Self.declaration.first { $0.name == name }).event)
    }

    @Test("of training", arguments: training.map(\.name))
    func trainingEvent(name: String) throws {
        try check(name, try #require(Self.training.first { $0.name == name }).event)
    }

    @Test("of an account", arguments: account.map(\.name))
    func accountEvent(name: String) throws {
        try check(name, try #require(Self.account.first { $0.name == name }).event)
    }

    @Test("of an answer", arguments: answer.map(\.name))
    func answerEvent(name: String) throws { try check(name, try #require(Self.answer.first { $0.name == name }).event) }

    @Test("of a judgement", arguments: judgement.map(\.name))
    func judgementEvent(name: String) throws {
        try check(name, try #require(Self.judgement.first { $0.name == name }).event)
    }

    @Test("of a post", arguments: post.map(\.name))
    func postEvent(name: String) throws { try check(name, try #require(Self.post.first { $0.name == name }).event) }
    @Test("of a pupil", arguments: pupil.map(\.name))
    func pupilEvent(name: String) throws { try check(name, try #require(Self.pupil.first { $0.name == name }).event) }

    @Test("of a takedown", arguments: takedown.map(\.name))
    func takedownEvent(name: String) throws {
        try check(name, try #require(Self.takedown.first { $0.name == name }).event)
    }

    @Test("of an edition", arguments: edition.map(\.name))
    func editionEvent(name: String) throws {
        try check(name, try #require(Self.edition.first { $0.name == name }).event)
    }

    @Test("of a picture", arguments: picture.map(\.name))
    func pictureEvent(name: String) throws {
        try check(name, try #require(Self.picture.first { $0.name == name }).event)
    }

    @Test("every event has its file, and every file its event")
    func complete() throws {
        let folder = try #require(Self.folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        var names = Self.school.map(\.name)
        names += Self.person.map(\.name)
        names += Self.declaration.map(\.name)
        names += Self.training.map(\.name)
        names += Self.account.map(\.name)
        names += Self.answer.map(\.name)
        names += Self.judgement.map(\.name)
        names += Self.post.map(\.name)
        names += Self.edition.map(\.name)
        names += Self.picture.map(\.name)
        names += Self.pupil.map(\.name)
        names += Self.takedown.map(\.name)
        #expect(Set(files) == Set(names.map { "\($0).json" }))
        #expect(Set(names).count == names.count)
        #expect(
            Set(names.compactMap { $0.split(separator: ".").first }.map(String.init))
                == Set(Kind.allCases.map(\.rawValue)))
    }
}
