import Policy
import Proofing
import Testing

/// Pictures in a post, and what is said of them. The people are those of `School`.
@Suite("What is looked for in pictures")
struct PictureCheckTests {
    /// A picture of which nothing is to be said.
    private static let good = ProofDraft.Picture(
        altText: "Beans climb up canes in a raised bed", fileName: "beans.jpg", isNobodyIdentifiable: true)

    private func remarks(
        _ pictures: [ProofDraft.Picture], words: String = "The beans are up.", _ kinds: CheckKind...,
        reader: Proofreader = School.reader
    ) -> [Remark] {
        reader.proof(ProofDraft(words: words, pictures: pictures)).filter { kinds.isEmpty || kinds.contains($0.kind) }
    }

    @Test("of a picture that is described and accounted for nothing is said")
    func good() { #expect(remarks([Self.good]).isEmpty) }

    // MARK: Descriptions

    @Test(
        "a description that is none is found, whatever stands in its place",
        arguments: [
            "", " ", "\n", "…", "🌻", "\u{200B}", "IMG_1234", "IMG_1234.jpg", "DSC00012", "DSCN1234.JPG", "PXL_20260101",
            "image1.png", "beans.jpeg", "our beans.webp", "Screenshot", "screenshot 2026", "Untitled", "photo",
            "Picture",
            "logo", "image", "alt", "Image of beans in a bed", "A photo of beans in a bed", "picture of the hall",
        ])
    func noDescription(_ text: String) {
        var picture = Self.good
        picture.altText = text
        let found = remarks([picture], .missingAltText)
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.mend.isEmpty && $0.says.contains("1") || $0.says.contains("screen reader") })
        if let remark = found.first, let start = remark.start, let end = remark.end {
            #expect(text.bytes(start..<end)?.isEmpty == false)
        }
    }

    @Test(
        "a description that says what is there is left alone, though it speaks of pictures",
        arguments: [
            "Beans", "Two children hold a photo of the queen", "The school’s logo: an oak in a ring",
            "A wall of pictures",
            "A camera on a stand", "Beans climb up canes. Behind them: the shed.", "Image consent forms in a tray",
            "A board that says “Read more”", "2026", "Our pond, drawn by Year 3", "A drawing of a heron",
        ])
    func described(_ text: String) {
        var picture = Self.good
        picture.altText = text
        #expect(remarks([picture], .missingAltText).isEmpty)
    }

    @Test("each picture is told of by its own number")
    func numbers() {
        var bare = Self.good
        bare.altText = ""
        let found = remarks([Self.good, bare, Self.good, bare], .missingAltText)
        #expect(found.map(\.place) == [.picture(1), .picture(3)])
        #expect(found.map { $0.says.contains("2") } == [true, false])
    }

    // MARK: Who is in it

    struct Faces: Sendable, CustomTestStringConvertible {
        var tagged: [String] = []
        var untagged = 0
        var nobody = false
        var says: String?
        var testDescription: String { "\(tagged) \(untagged) \(nobody)" }
    }

    @Test(
        "everybody in a picture is accounted for, or it is said that nobody can be identified",
        arguments: [
            Faces(says: "Nobody is tagged in picture 1."), Faces(nobody: true), Faces(tagged: ["grace"]),
            Faces(tagged: ["grace"], nobody: true), Faces(untagged: 1, says: "A face in picture 1 is not tagged."),
            Faces(untagged: 3, says: "3 faces in picture 1 are not tagged."),
            // What was said by hand does not outweigh a face that was seen.
            Faces(untagged: 1, nobody: true, says: "A face in picture 1 is not tagged."),
            Faces(tagged: ["grace"], untagged: 2, says: "2 faces in picture 1 are not tagged."),
        ])
    func faces(_ faces: Faces) {
        let picture = ProofDraft.Picture(
            altText: "Beans climb", pupils: faces.tagged, untaggedFaces: faces.untagged,
            isNobodyIdentifiable: faces.nobody)
        #expect(remarks([picture], .untaggedFace).map(\.says) == (faces.says.map { [$0] } ?? []))
    }

    @Test("a child who may not be shown stops the draft, even where the policy looks for nothing else")
    func consent() {
        let picture = ProofDraft.Picture(altText: "Beans climb", pupils: ["grace", "tomasz"])
        let lenient = Proofreader(names: School.names, settings: [:])
        for reader in [School.reader, lenient] {
            let found = remarks([picture], .consent, reader: reader)
            #expect(found.map(\.pupil) == ["tomasz"])
            #expect(found.map(\.severity) == [.stop] && found.map(\.place) == [.picture(0)])
            // Whoever reads it does not learn of whom it is said, nor why.
            #expect(found.allSatisfy { !$0.says.contains("Tomasz") })
        }
        #expect(remarks([picture], reader: lenient).count == 1)
    }

    // MARK: Named as well as shown

    struct Both: Sendable, CustomTestStringConvertible {
        var words = "The beans are up."
        var alt = "Beans climb"
        var file = "beans.jpg"
        var tagged = ["grace"]
        var isBoth: Bool
        var testDescription: String { "\(words) \(alt) \(file) \(tagged)" }
    }

    @Test(
        "a child who is named beside their picture is found wherever the name stands, and nobody else",
        arguments: [
            Both(isBoth: false), Both(words: "Well done, Grace Hill!", isBoth: true),
            Both(words: "Well done, Grace H.!", isBoth: true), Both(words: "Well done, G. Hill!", isBoth: true),
            Both(words: "Well done, #GraceHill", isBoth: true), Both(alt: "Grace Hill and a bean", isBoth: true),
            Both(file: "grace_hill.jpg", isBoth: true), Both(file: "GraceHill-beans.jpg", isBoth: true),
            Both(words: "Well done, Mark Price!", isBoth: false),
            Both(words: "Well done, Grace Hill!", tagged: [], isBoth: false),
            Both(words: "Well done, Grace Hill!", tagged: ["mark"], isBoth: false),
            Both(words: "Well done, Mark Price!", tagged: ["grace", "mark"], isBoth: true),
            Both(words: "We met on Grace Hill Road", isBoth: false),
        ])
    func both(_ line: Both) {
        let picture = ProofDraft.Picture(
            altText: line.alt, fileName: line.file, pupils: line.tagged, isNobodyIdentifiable: true)
        #expect(!remarks([picture], words: line.words, .nameWithImage).isEmpty == line.isBoth)
    }

    @Test("a name in one picture and the child in another are both named and shown")
    func acrossPictures() {
        var first = Self.good
        first.altText = "Grace Hill’s drawing of a bean"
        let second = ProofDraft.Picture(altText: "A child with a can", pupils: ["grace"])
        #expect(remarks([first, second], .nameWithImage).map(\.place) == [.picture(1)])
    }

    @Test(
        "how grave it is follows from what the policy says of names and images",
        arguments: [(nil, Severity.warning), (true, .stop), (false, nil)] as [(Bool?, Severity?)])
    func policy(_ rule: Bool?, _ severity: Severity?) {
        var process = Process()
        if let rule { process.nameOrImage = Setting(rule) }
        let reader = Proofreader(names: School.names, settings: CheckSetting.defaults(process))
        let picture = ProofDraft.Picture(altText: "Beans climb", pupils: ["grace"])
        let found = remarks([picture], words: "Well done, Grace Hill!", .nameWithImage, reader: reader)
        #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
    }

    @Test("in every built-in policy it is found as grave as the policy says", arguments: Pack.embeddedIDs)
    func builtIn(_ id: String) throws {
        let pack = try #require(try Pack.embedded(id))
        let reader = Proofreader(names: School.names, settings: pack.checks)
        let picture = ProofDraft.Picture(altText: "Beans climb", pupils: ["grace"])
        let found = remarks([picture], words: "Well done, Grace Hill!", .nameWithImage, reader: reader)
        let expected = pack.check(.nameWithImage).severity
        #expect(found.map(\.severity) == (pack.process.nameOrImage.value ? [expected] : []))
        #expect(found.allSatisfy { $0.clauses == pack.check(.nameWithImage).clauses })
    }

    // MARK: Names in file names and descriptions

    @Test(
        "a name is found in a file’s name, however its words are joined",
        arguments: [
            ("grace_hill.jpg", CheckKind.pupilFullName), ("GraceHill.jpg", .pupilFullName),
            ("IMG-Grace-Hill-01.png", .pupilFullName), ("grace hill.webp", .pupilFullName),
            ("zoe_o'connor.jpg", .pupilFullName), ("gracie_hill.jpg", .pupilPartialName),
            ("hope young and rose.jpg", .pupilFullName), ("helen_brackenbury.jpg", .staffName),
            ("dorota-kowalczyk.jpg", .parentName),
        ])
    func fileNames(_ name: String, _ kind: CheckKind) {
        var picture = Self.good
        picture.fileName = name
        let found = remarks([picture])
        #expect(found.map(\.kind) == [kind] && found.map(\.place) == [.fileName(0)])
        #expect(found.first?.end.map { $0 <= name.utf8.count } == true)
    }

    @Test(
        "a file’s name without a name in it is left alone",
        arguments: [
            "IMG_1234.jpg", "grace.jpg", "hill-walk.jpg", "oak_class.jpg", "rose-garden.jpg", "0161 496 0000.jpg", "",
        ])
    func otherFileNames(_ name: String) {
        var picture = Self.good
        picture.fileName = name
        #expect(remarks([picture]).isEmpty)
    }

    @Test("a child who may not be named stops the draft from a description and from a file’s name too")
    func hiddenName() {
        var (described, filed) = (Self.good, Self.good)
        described.altText = "Tomasz Kowalczyk waters the beans"
        filed.fileName = "tomasz_kowalczyk.jpg"
        #expect(remarks([described, filed], .consent).map(\.place) == [.altText(0), .fileName(1)])
    }

    @Test("what else words may not say, a description may not say")
    func otherKinds() {
        var picture = Self.good
        picture.altText = "A poster: ring 07700 900123"
        #expect(remarks([picture], .phone).map(\.place) == [.altText(0)])
    }

    // MARK: Whose work it is

    @Test(
        "a work that is somebody’s is asked about until its source is given",
        arguments: ["Photo credit: Getty Images", "A video set to music by Coldplay", "image © Disney"])
    func source(_ words: String) {
        func found(_ source: String) -> Int {
            School.reader.proof(ProofDraft(words: words, source: source)).count { $0.kind == .copyright }
        }
        #expect(found("") > 0)
        #expect(found("Licence 123, bought by the school") == 0)
    }
}
