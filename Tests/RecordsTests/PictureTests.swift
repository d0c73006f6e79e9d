import Testing

@testable import Policy
@testable import Records

@Suite("Pictures")
struct PictureTests {
    private static let ada = PupilID("c-ada")
    private static let ben = PupilID("c-ben")
    private static let left = PictureArea(x: 100, y: 200, width: 200, height: 300)
    private static let right = PictureArea(x: 600, y: 200, width: 200, height: 300)
    private static let image = StoredImage(blob: "blob1", hash: "00", width: 800, height: 600, byteCount: 9)
    private static let covered = StoredImage(blob: "blob2", hash: "01", width: 800, height: 600, byteCount: 8)

    private func desk(
        _ who: Cast = .lead, leaves: [ImageLeave]? = nil, isHere: Bool = true, isReaction: Bool = false,
        now: Instant = Moment.now
    ) throws -> Desk {
        let open = [ImageLeave(purpose: .website, basis: .consent, until: nil)]
        var desk = try Desk.of(who, pack: .named("oakdene"), now: now, isReaction: isReaction)
        for (id, first) in [(Self.ada, "Ada"), (Self.ben, "Ben")] {
            desk.pupils[id] = PupilCard(
                id: id, first: first, last: "Quill", nicknames: [], className: "Owls", year: 2,
                isHere: id == Self.ada ? isHere : true, leaves: id == Self.ada ? leaves ?? open : open)
        }
        return desk
    }

    private func picture(_ faces: [PictureArea]? = [left, right], _ commands: [Picture.Command] = []) throws -> Picture
    {
        let taken = TakenPicture(id: PictureID("pic"), fileName: "IMG_1.jpg", image: Self.image, faces: faces)
        var state: Picture?
        for command in [.take(taken)] + commands {
            state = try Picture.decide(state, command, at: try desk()).reduce(state) { Picture.evolve($0, $1) }
        }
        return try #require(state)
    }

    private func after(_ picture: Picture, _ command: Picture.Command, at desk: Desk) throws -> Picture {
        try Picture.decide(picture, command, at: desk).reduce(picture) { Picture.evolve($0, $1) }
    }

    @Test("a new picture is not accounted for, whether faces were seen, none were, or nothing could look")
    func beginsOpen() throws {
        #expect(try picture().openFaces == 2)
        for faces in [[PictureArea](), nil] {
            let picture = try picture(faces)
            #expect(!picture.card.isAccountedFor && picture.status == .untagged)
            #expect(picture.wasSearched == (faces != nil))
        }
    }

    @Test(
        "a face is accounted for by a tag, by being covered, or by being said to be none",
        arguments: [
            Picture.Command.tag(ada, left), .tag(ada, PictureArea(x: 80, y: 180, width: 260, height: 360)),
            .cover([PictureArea(x: 90, y: 190, width: 220, height: 320)], covered), .dismissFace(0),
        ])
    func accounted(_ command: Picture.Command) throws {
        #expect(try picture([Self.left], [command]).openFaces == 0)
        #expect(try picture([Self.left, Self.right], [command]).openFaces == 1)
    }

    @Test("one tag accounts for one face, however large its box is")
    func oneTagOneFace() throws {
        let everywhere = PictureArea(x: 0, y: 0, width: 1000, height: 1000)
        #expect(try picture([Self.left, Self.right], [.tag(Self.ada, everywhere)]).openFaces == 1)
    }

    @Test("covering half of a face does not cover it")
    func halfCovered() throws {
        let half = PictureArea(x: 100, y: 200, width: 100, height: 300)
        #expect(try picture([Self.left], [.cover([half], Self.covered)]).openFaces == 1)
    }

    @Test("a tag that is removed leaves its face to account for")
    func untagged() throws {
        let picture = try picture([Self.left], [.tag(Self.ada, Self.left), .untag(Self.ada)])
        #expect(picture.openFaces == 1 && picture.tags.isEmpty)
    }

    @Test("nobody identifiable must be said, and only where no face is open and nobody is tagged")
    func nobody() throws {
        #expect(throws: Refusal.self) { try picture([Self.left], [.sayNobody]) }
        #expect(throws: Refusal.self) { try picture([], [.tag(Self.ada, Self.left), .sayNobody]) }
        #expect(try picture([Self.left], [.dismissFace(0), .sayNobody]).card.isAccountedFor)
    }

    @Test("what was said of nobody falls when somebody is tagged, and when a face is one after all")
    func nobodyFalls() throws {
        #expect(try picture([], [.sayNobody, .tag(Self.ada, Self.left)]).nobody == nil)
        #expect(try picture([Self.left], [.dismissFace(0), .sayNobody, .restoreFace(0)]).nobody == nil)
    }

    @Test("a child is tagged once, must be known, and the box must lie in the picture")
    func tagging() throws {
        let picture = try picture([Self.left], [.tag(Self.ada, Self.left)])
        let desk = try desk()
        for command in [
            Picture.Command.tag(Self.ada, Self.right), .tag(PupilID("c-nobody"), Self.right),
            .tag(Self.ben, PictureArea(x: 900, y: 0, width: 200, height: 100)),
            .tag(Self.ben, PictureArea(x: 0, y: 0, width: 1, height: 1)),
        ] {
            let found = refusal { () throws(Refusal) in try Picture.decide(picture, command, at: desk) }
            guard case .incomplete = found else {
                Issue.record("\(command): \(String(describing: found))")
                continue
            }
        }
    }

    @Test(
        "only those who work with children may add a picture or change one",
        arguments: [
            (Cast.lead, true), (.office, true), (.head, true), (.dpo, true), (.governor, false), (.volunteer, false),
            (.chair, false),
        ])
    func whoMay(_ who: Cast, _ may: Bool) throws {
        let taken = TakenPicture(id: PictureID("pic"), fileName: "", image: Self.image, faces: [])
        let desk = try desk(who)
        let adding = refusal { () throws(Refusal) in try Picture.decide(nil, .take(taken), at: desk) }
        #expect((adding == nil) == may)
        let picture = try picture()
        let describing = refusal { () throws(Refusal) in
            try Picture.decide(picture, .describe(altText: "Children"), at: desk)
        }
        #expect((describing == nil) == may)
        #expect(Picture.available(picture, at: desk).isEmpty == !may)
    }

    @Test("a picture of a child with leave that nothing ends has no day; one whose leave ends goes so long after")
    func goesAfterLeave() throws {
        let until = Moment.today.adding(days: 100)
        let desk = try desk(leaves: [ImageLeave(purpose: .website, basis: .consent, until: until)])
        #expect(try after(picture(), .tag(Self.ben, Self.left), at: desk).goesOn == nil)
        let picture = try after(picture(), .tag(Self.ada, Self.left), at: desk)
        #expect(picture.goesOn == until.adding(days: 30))
        #expect(try after(picture, .untag(Self.ada), at: desk).goesOn == nil)
    }

    @Test("the earliest of several children's days counts")
    func earliest() throws {
        var desk = try desk(leaves: [
            ImageLeave(purpose: .website, basis: .consent, until: Moment.today.adding(days: 9))
        ])
        desk.pupils[Self.ben]?.leaves = [
            ImageLeave(purpose: .website, basis: .consent, until: Moment.today.adding(days: 5))
        ]
        let picture = try after(
            after(picture(), .tag(Self.ada, Self.left), at: desk), .tag(Self.ben, Self.right), at: desk)
        #expect(picture.goesOn == Moment.today.adding(days: 35))
    }

    @Test(
        "refused, never asked and protected are one: the picture goes so long from now, and looking again puts nothing off"
    )
    func withoutLeave() throws {
        let picture = try after(picture(), .tag(Self.ada, Self.left), at: desk(leaves: []))
        let day = try #require(picture.goesOn)
        #expect(day == Moment.today.adding(days: 30))
        let later = Instant(seconds: Moment.now.seconds + 10 * 86_400)
        let again = try after(picture, .noteChange(Self.ada), at: desk(leaves: [], isReaction: true, now: later))
        #expect(again.goesOn == day)
        #expect(try after(picture, .noteChange(Self.ada), at: desk(isReaction: true)).goesOn == nil)
    }

    @Test("a tag that is removed takes its day away, and no day of somebody who is not tagged stays", arguments: 1...80)
    func retentionFollowsTags(seed: Int) throws {
        enum Step { case tag, untag, note }
        var random = Seeded(state: UInt64(seed))
        let children = (0..<4).map { PupilID("c-\($0)") }
        let open = ImageLeave(purpose: .website, basis: .consent, until: nil)
        var leaves: [PupilID: [ImageLeave]] = [:]
        var now = Moment.now
        func desk() throws -> Desk {
            var desk = try Desk.of(.lead, pack: .named("oakdene"), now: now, isReaction: true)
            for child in children {
                desk.pupils[child] = PupilCard(
                    id: child, first: child.rawValue, last: "Quill", nicknames: [], className: "Owls", year: 2,
                    isHere: true, leaves: leaves[child] ?? [])
            }
            return desk
        }
        func carryOut(_ step: Step, _ child: PupilID, on picture: Picture) throws -> Picture {
            let command: Picture.Command =
                switch step {
                case .tag: .tag(child, Self.left)
                case .untag: .untag(child)
                case .note: .noteChange(child)
                }
            guard let events = try? Picture.decide(picture, command, at: try desk()) else { return picture }
            return events.reduce(picture) { Picture.evolve($0, $1) }
        }
        var picture = try self.picture([])
        /// The same picture as it would be had nobody but this child ever been tagged.
        var alone: [PupilID: Picture] = [:]
        for child in children { alone[child] = picture }
        for _ in 0..<60 {
            now = Instant(seconds: now.seconds + Int64.random(in: 0...4, using: &random) * 86_400)
            let child = children.randomElement(using: &random) ?? children[0]
            let step: Step = [.tag, .untag, .note].randomElement(using: &random) ?? .tag
            if step == .note {
                let days = Int.random(in: 1...300, using: &random)
                let ends = ImageLeave(purpose: .website, basis: .consent, until: now.londonDay.adding(days: days))
                leaves[child] = [[], [], [open], [ends]].randomElement(using: &random) ?? []
            }
            picture = try carryOut(step, child, on: picture)
            if let own = alone[child] { alone[child] = try carryOut(step, child, on: own) }
            let tagged = Set(picture.tags.map(\.pupil))
            let days = alone.filter { tagged.contains($0.key) }.compactMap(\.value.goesOn)
            #expect(picture.goesOn == days.min())
            if tagged.isEmpty { #expect(picture.goesOn == nil) }
        }
    }

    @Test("to take a tag off and set it again puts off no day")
    func putOff() throws {
        let first = try after(picture(), .tag(Self.ada, Self.left), at: desk(leaves: []))
        let later = Instant(seconds: Moment.now.seconds + 20 * 86_400)
        let off = try after(first, .untag(Self.ada), at: desk(leaves: [], now: later))
        #expect(off.goesOn == nil)
        let again = try after(off, .tag(Self.ada, Self.left), at: desk(leaves: [], now: later))
        #expect(again.goesOn == first.goesOn)
        // Once that day has come, a child who is tagged anew has as long as anybody.
        let muchLater = Instant(seconds: Moment.now.seconds + 40 * 86_400)
        let anew = try after(off, .tag(Self.ada, Self.left), at: desk(leaves: [], now: muchLater))
        #expect(anew.goesOn == muchLater.londonDay.adding(days: 30))
    }

    @Test("whoever added it, described it or said who is in it has had a hand in it, whatever of that still stands")
    func hands() throws {
        var picture = try picture([Self.left])
        #expect(picture.hands == [Cast.lead.id])
        let steps: [(Cast, Picture.Command)] = [
            (.head, .describe(altText: "Children")), (.leader, .tag(Self.ada, Self.left)),
            (.office, .untag(Self.ada)), (.dpo, .dismissFace(0)), (.newcomer, .sayNobody),
            (.applicant, .describe(altText: "Others")),
        ]
        for (who, command) in steps { picture = try after(picture, command, at: desk(who)) }
        #expect(Set(picture.card.hands) == Set(steps.map(\.0.id) + [Cast.lead.id]))
        // What the office does by itself is nobody's hand.
        let noted = try after(picture, .noteChange(Self.ada), at: desk(leaves: [], isReaction: true))
        #expect(noted.hands == picture.hands)
    }

    @Test("it goes on its day and not before, and by nobody's hand but the office's")
    func expires() throws {
        let picture = try after(picture(), .tag(Self.ada, Self.left), at: desk(leaves: []))
        let due = Instant(seconds: Moment.now.seconds + 30 * 86_400)
        let early = Instant(seconds: due.seconds - 86_400)
        #expect(try after(picture, .expire, at: desk(isReaction: true, now: early)).removal == nil)
        #expect(try after(picture, .expire, at: desk(isReaction: true, now: due)).removal?.reason == .due)
        #expect(throws: Refusal.self) { try after(picture, .expire, at: desk(now: due)) }
    }

    @Test(
        "of a picture that has gone nothing is found by a child, by a word or for a day, and nothing more is done to it"
    )
    func gone() throws {
        let picture = try picture([], [.tag(Self.ada, Self.left), .describe(altText: "Planting"), .discard])
        #expect(picture.summary.facets.isEmpty && picture.summary.searchText.isEmpty)
        #expect(!picture.summary.title.contains("Planting") && !picture.card.isKept)
        #expect(throws: Refusal.self) { try after(picture, .describe(altText: "Other"), at: desk()) }
        #expect(Picture.available(picture, at: try desk()).isEmpty)
    }

    @Test("covering changes the bytes that an approval is bound to")
    func coveringChangesHash() throws {
        let before = try picture()
        let after = try after(before, .cover([Self.left], Self.covered), at: desk())
        #expect(before.card.hash != after.card.hash && after.image == Self.covered)
    }

    @Test(
        "every command that is offered is carried out or asks for more, and what is not offered is refused or changes nothing"
    )
    func offered() throws {
        let states: [Picture] = [
            try picture(), try picture([]), try picture([], [.sayNobody]), try picture([Self.left], [.dismissFace(0)]),
            try picture([Self.left], [.tag(Self.ada, Self.left)]), try picture([], [.discard]),
        ]
        let commands: [String: Picture.Command] = [
            "describe": .describe(altText: "New"), "tag": .tag(Self.ben, Self.right), "untag": .untag(Self.ada),
            "dismissFace": .dismissFace(0), "restoreFace": .restoreFace(0), "sayNobody": .sayNobody,
            "unsayNobody": .unsayNobody, "discard": .discard,
        ]
        for state in states {
            let offered = Set(Picture.available(state, at: try desk()))
            for (name, command) in commands {
                let events = try? Picture.decide(state, command, at: try desk())
                #expect(offered.contains(name) == !(events ?? []).isEmpty, "\(name) of \(state.status)")
            }
        }
    }
}
