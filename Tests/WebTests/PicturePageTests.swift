import Foundation
import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Pictures over HTTP")
struct PicturePageTests {
    private static let upload = "/oakdene/pictures/upload"
    private static let page = "/oakdene/pictures/\(World.picture)"

    private func send(
        _ world: World, _ files: [(name: String, content: String)], as role: Role = .teacher, csrf: String? = nil,
        once: String = "once1"
    ) async throws -> Answer {
        var browser = try world.browser(role)
        let token = try csrf ?? world.site.formToken(for: #require(world.here.sessions[role]))
        let parts =
            [
                "Content-Disposition: form-data; name=\"csrf\"\r\n\r\n\(token)",
                "Content-Disposition: form-data; name=\"once\"\r\n\r\n\(once)",
            ]
            + files.map {
                "Content-Disposition: form-data; name=\"pictures\"; filename=\"\($0.name)\"\r\n\r\n\($0.content)"
            }
        let body = parts.map { "--XX\r\n\($0)\r\n" }.joined() + "--XX--\r\n"
        return try await browser.send(.post, Self.upload, type: "multipart/form-data; boundary=XX", body: body)
    }

    private func pictures(_ world: World) async throws -> [RecordRow] {
        try await world.office.ledger.records(
            world.here.log, matching: RecordQuery(kind: Kind.picture.rawValue, audience: nil)
        ).rows
    }

    @Test("one picture is added, and its page follows; the same form sent again adds nothing")
    func one() async throws {
        let world = try await World()
        let answer = try await send(world, [("a.jpg", "faces here")])
        #expect(answer.status == 303 && answer.location.hasPrefix("/oakdene/pictures/"))
        #expect(try await send(world, [("a.jpg", "faces here")]).location == answer.location)
        #expect(try await pictures(world).count == 1)
        var browser = try world.browser(.teacher)
        let page = try await browser.get(answer.location)
        #expect(page.status == 200 && page.contains("A face to account for"))
    }

    @Test("what is wrong with one file is said of it, and the others are added")
    func someWrong() async throws {
        let world = try await World()
        let answer = try await send(
            world, [("a.jpg", "fine"), ("b.heic", "heic"), ("<b>.jpg", "broken"), ("d.jpg", ""), ("e.jpg", "fine too")])
        #expect(answer.status == 422)
        for text in ["2 pictures were added", "b.heic: This is an HEIC picture", "Most Compatible", "damaged", "empty"]
        {
            #expect(answer.contains(text), "\(text)")
        }
        #expect(!answer.contains("<b>.jpg"))
        #expect(try await pictures(world).count == 2)
    }

    @Test("a file that is too large is refused by itself, and of too many the first ten are taken")
    func limits() async throws {
        let world = try await World()
        let large = String(repeating: "x", count: PictureUploadPage.uploads.bytesEach + 1)
        let answer = try await send(world, [("large.jpg", large), ("small.jpg", "fine")])
        #expect(answer.status == 422 && answer.contains("large.jpg: The file is larger than 25 megabytes"))
        #expect(try await pictures(world).count == 1)
        let many = try await send(world, (0..<12).map { ("\($0).jpg", "fine \($0)") }, once: "once2")
        #expect(many.status == 422 && many.contains("Only the first 10 were taken"))
        #expect(try await pictures(world).count == 11)
    }

    @Test("no file at all is said")
    func none() async throws {
        let world = try await World()
        for files in [[], [(name: "", content: "")]] {
            let answer = try await send(world, files)
            #expect(answer.status == 422 && answer.contains("Choose at least one picture"))
        }
    }

    @Test(
        "a form that is not ours, and somebody who may not, add nothing",
        arguments: [Role.governor, .volunteer, .contractor, .chair])
    func refused(_ role: Role) async throws {
        let world = try await World()
        #expect(try await send(world, [("a.jpg", "fine")], csrf: "wrong").status == 403)
        #expect(try await send(world, [("a.jpg", "fine")], as: role).status == 403)
        #expect(try await pictures(world).isEmpty)
    }

    @Test("a picture is shown to staff alone, kept by no cache, and as nothing but a picture")
    func bytes() async throws {
        let world = try await World()
        try await world.makePicture()
        for (path, content) in [("picture.jpg", "the whole picture"), ("small.jpg", "the small one")] {
            var browser = try world.browser(.teacher)
            let answer = try await browser.get("\(Self.page)/\(path)")
            #expect(answer.status == 200 && answer.body == content)
            #expect(answer.header("Content-Type") == "image/jpeg" && answer.header("Cache-Control") == "no-store")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Content-Disposition").hasPrefix("attachment"))
            var governor = try world.browser(.governor)
            #expect(try await governor.get("\(Self.page)/\(path)").status == 403)
            var stranger = Browser(world.client)
            #expect(try await stranger.get("\(Self.page)/\(path)").status == 303)
            var elsewhere = try world.browser(.headteacher, of: world.elsewhere)
            #expect(try await elsewhere.get("/grange/pictures/\(World.picture)/\(path)").status == 404)
        }
    }

    @Test("pictures of a child are found by a form, and the address has the child's identifier and no name")
    func finding() async throws {
        let world = try await World()
        try await world.makeTaggedPicture()
        var browser = try world.browser(.teacher)
        let form = try await browser.get("/oakdene/pictures").form("/oakdene/pictures")
        let found = try await browser.send(form, ["who": ["Robin Thrushcross"]])
        #expect(found.status == 303 && found.location.contains("child=\(World.child)"))
        #expect(!found.location.contains("Robin") && !found.location.contains("Thrushcross"))
        #expect(try await browser.get(found.location).contains(World.picture))
        let unknown = try await browser.send(form, ["who": ["Nobody"]])
        #expect(unknown.status == 200 && unknown.contains("There is no child of that name here"))
        // What an old address says is not looked for.
        #expect(try await browser.get("/oakdene/pictures?who=Nobody").contains(World.picture))
    }

    @Test("a child is tagged by typing the name; a name that nobody or several have is asked for again")
    func tagging() async throws {
        let world = try await World()
        try await world.makePicture()
        try await world.makeChild()
        try await world.makeChild("Robin", "Thrushcross", key: "c-child-0000002")
        try await world.makeChild("Wren", "Ashlock", key: "c-child-0000003")
        var browser = try world.browser(.teacher)
        let page = try await browser.get(Self.page)
        let form = try page.form(Self.page, holding: "pupil-1")
        for (typed, message) in [
            ("", "Enter who it is"), ("Nobody", "There is no such child"),
            ("Robin Thrushcross", "or there are several"),
        ] {
            let answer = try await browser.send(form, ["pupil-1": [typed], "do": ["tag"]])
            #expect(answer.status == 422 && answer.contains(message), "\(typed)")
        }
        let answer = try await browser.send(form, ["pupil-1": ["wren ashlock"], "do": ["tag"]])
        #expect(answer.location == "\(Self.page)?done=recorded")
        let after = try await browser.get(answer.location)
        #expect(after.contains("Wren Ashlock") && !after.contains("to account for"))
    }

    @Test("what cannot be brought back is opened before it is pressed")
    func coverIsOpened() async throws {
        let world = try await World()
        try await world.makePicture()
        var browser = try world.browser(.teacher)
        let page = try await browser.get(Self.page)
        let parts = page.body.components(between: "<details class=\"cover\">", and: "</details>")
        #expect(parts.contains("value=\"cover\"") && parts.contains("cannot be brought back"))
        #expect(page.body.ranges(of: "value=\"cover\"").count == 1)
    }

    @Test("beside whoever is tagged stands where they may be shown")
    func whereShown() async throws {
        let world = try await World()
        try await world.makeTaggedPicture()
        var browser = try world.browser(.teacher)
        #expect(try await browser.get(Self.page).contains("May be shown: "))
    }

    @Test("covering a face puts new bytes in the place of the old, which are gone")
    func covering() async throws {
        let world = try await World()
        try await world.makePicture()
        var browser = try world.browser(.teacher)
        let form = try (try await browser.get(Self.page)).form(Self.page, holding: "pupil-1")
        let answer = try await browser.send(form, ["do": ["cover"]])
        #expect(answer.status == 303)
        #expect(try await browser.get("\(Self.page)/picture.jpg").body == "the whole picture covered")
        let names = try await world.office.ledger.blobs.names(world.here.log)
        #expect(names.count == 2 && !names.contains { $0.word == "blob" })
        #expect(try await browser.send(form, ["do": ["cover"]]).status == 303)
        #expect(try await world.office.ledger.blobs.names(world.here.log) == names)
    }

    @Test("a picture that was removed by hand is destroyed, and its page says that it went")
    func discarding() async throws {
        let world = try await World()
        try await world.makePicture()
        var browser = try world.browser(.teacher)
        let asked = try await browser.fillIn("\(Self.page)/discard", nil, [:])
        #expect(asked.status == 422)
        let answer = try await browser.fillIn("\(Self.page)/discard", nil, ["sure": ["yes"]])
        #expect(answer.status == 303)
        #expect(try await browser.get(Self.page).contains("Nothing is left of the picture itself"))
        #expect(try await browser.get("\(Self.page)/picture.jpg").status == 404)
        #expect(try await world.office.ledger.blobs.names(world.here.log).isEmpty)
    }

    @Test("hostile names and descriptions stand as text")
    func hostile() async throws {
        let world = try await World()
        try await world.makePicture()
        try await world.makeChild("<script>alert(1)</script>", "\"><img src=x>", key: "c-child-0000009")
        try await world.submit(
            "describe", on: "picture/\(World.picture)", as: .teacher, ["altText": ["<svg onload=alert(1)>"]])
        var browser = try world.browser(.teacher)
        for path in [Self.page, "/oakdene/pictures"] {
            let page = try await browser.get(path)
            #expect(page.status == 200)
            for text in ["<script>alert", "<img src=x", "<svg onload", "IMG_<b>"] { #expect(!page.contains(text)) }
        }
    }

    @Test("pictures are counted, and those that stand in no post are found")
    func unused() async throws {
        let world = try await World()
        try await world.makeOpenAccount()
        try await world.makePicture()
        var browser = try world.browser(.teacher)
        let list = "/oakdene/pictures?show=unused"
        #expect(try await browser.get(list).contains("1 picture."))
        var fields = world.goodPost("start", world.here)
        fields["pictures"] = [World.picture]
        try await world.submit("start", on: "post/\(World.post)", as: .teacher, fields)
        let empty = try await browser.get(list)
        #expect(empty.contains("No picture matches.") && empty.contains("Show them all"))
        #expect(try await browser.get("/oakdene/pictures").contains("1 picture."))
        try await world.submit(
            "discard", on: "post/\(World.post)", as: .teacher, world.goodPost("discard", world.here))
        #expect(try await browser.get(list).contains("1 picture."))
    }

    @Test(
        "pictures are sorted as asked",
        arguments: [
            ("newest", ["Zebra", "Apple"]), ("oldest", ["Apple", "Zebra"]), ("description", ["Apple", "Zebra"]),
        ])
    func order(_ order: String, _ expected: [String]) async throws {
        let world = try await World()
        var browser = try world.browser(.teacher)
        for (number, name) in ["Apple", "Zebra"].enumerated() {
            let answer = try await send(world, [("\(name).jpg", "nobody \(number)")], once: "once \(number)")
            let record = try #require(answer.location.split(separator: "/").last?.split(separator: "?").first)
            try await world.submit("describe", on: "picture/\(record)", as: .teacher, ["altText": [name]])
            world.clock.advance(60)
        }
        let page = try await browser.get("/oakdene/pictures?order=\(order)")
        let found = expected.compactMap { page.body.range(of: ">\($0)</a>")?.lowerBound }
        #expect(found.count == 2 && found == found.sorted())
    }

    @Test("where no program reads pictures, the pages say what to install")
    func missing() async throws {
        let world = try await World()
        var site = world.site
        site.office = try Office(
            ledger: world.office.ledger, passwords: world.office.passwords, now: world.office.now,
            newID: world.office.newID, pictures: FakePictures(isMissing: "Put the program beside it."))
        var browser = Browser(Client(site))
        browser.cookies = try world.browser(.teacher).cookies
        for path in ["/oakdene/pictures", Self.upload] {
            #expect(try await browser.get(path).contains("Put the program beside it."))
        }
    }
}

extension Answer {
    /// The form among several to one address that has a field of this name.
    fileprivate func form(_ action: String, holding field: String) throws -> HTMLForm {
        try #require(forms.first { $0.action == action && $0.values[field] != nil })
    }
}
