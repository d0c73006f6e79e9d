import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// Where the policy has governors approve posts, they see the pictures of those that wait for them, and no others.
@Suite("The pictures of a post that is to be approved")
struct PostPicturePageTests {
    private static let page = "/oakdene/posts/\(World.post)"
    private static let picture = "\(page)/pictures/\(World.picture)"

    private func world() async throws -> World {
        let world = try await World(settings: "  posts-approved-by: {value: [governor]}\n")
        try await world.makeOpenAccount()
        try await world.makePicture()
        let picture = "picture/\(World.picture)"
        try await world.submit("dismissFace", on: picture, as: .teacher, ["face": ["1"]])
        try await world.submit("sayNobody", on: picture, as: .teacher, ["looked": ["yes"]])
        try await world.submit("describe", on: picture, as: .teacher, ["altText": ["A pond <b>with reeds"]])
        let fields = world.goodPost("start", world.here).merging(["pictures": [World.picture]]) { $1 }
        try await world.submit("start", on: "post/\(World.post)", as: .teacher, fields)
        return world
    }

    private func send(_ world: World) async throws {
        var teacher = try world.browser(.teacher)
        let submit = try await teacher.get("\(Self.page)/submit")
        let form = try submit.form("\(Self.page)/submit")
        let names = form.values.keys.filter { $0.hasPrefix("why.") }
        let whys = Dictionary(uniqueKeysWithValues: names.map { ($0, ["It is so"]) })
        #expect(try await teacher.send(form, whys).status == 303)
    }

    @Test("whoever decides sees them on the post, on its form and whole, with the description")
    func seen() async throws {
        let world = try await world()
        try await send(world)
        var governor = try world.browser(.governor)
        for path in [Self.page, "\(Self.page)/approve"] {
            let page = try await governor.get(path)
            #expect(page.tags.contains { $0.attributes["src"] == "\(Self.picture)/small.jpg" }, "\(path)")
            #expect(page.tags.contains { $0.attributes["href"] == Self.picture }, "\(path)")
            #expect(!page.contains("/oakdene/pictures/"), "\(path)")
        }
        let whole = try await governor.get(Self.picture)
        #expect(whole.status == 200 && whole.heading == "Picture 1 of 1")
        #expect(whole.tags.contains { $0.attributes["src"] == "\(Self.picture)/picture.jpg" })
        #expect(whole.contains("A pond &lt;b&gt;with reeds") && !whole.contains("<b>with"))
        for (path, content) in [("picture.jpg", "the whole picture"), ("small.jpg", "the small one")] {
            let answer = try await governor.get("\(Self.picture)/\(path)")
            #expect(answer.status == 200 && answer.body == content)
            #expect(answer.header("Content-Type") == "image/jpeg" && answer.header("Cache-Control") == "no-store")
            #expect(answer.header("Content-Disposition").hasPrefix("attachment"))
            #expect(try await governor.get("/oakdene/pictures/\(World.picture)/\(path)").status == 403)
        }
    }

    @Test("nobody else sees them there, and nobody before it is sent or after it was decided on")
    func refused() async throws {
        let world = try await world()
        let paths = ["", "/picture.jpg", "/small.jpg"].map { Self.picture + $0 }
        func statuses(_ role: Role) async throws -> Set<Int> {
            var browser = try world.browser(role)
            var found: Set<Int> = []
            for path in paths { found.insert(try await browser.get(path).status) }
            return found
        }
        #expect(try await statuses(.governor) == [404])
        try await send(world)
        #expect(try await statuses(.governor) == [200])
        for role in [Role.teacher, .headteacher, .volunteer, .contractor, .clerk] {
            #expect(try await statuses(role) == [404], "\(role)")
        }
        var stranger = Browser(world.client)
        for path in paths { #expect(try await stranger.get(path).status == 303) }
        var governor = try world.browser(.governor)
        let none = "\(Self.page)/pictures/picture-0002"
        for path in [none, "\(none)/picture.jpg"] { #expect(try await governor.get(path).status == 404) }
        #expect(try await governor.fillIn("\(Self.page)/sendBack", nil, ["note": ["Say which"]]).status == 303)
        #expect(try await statuses(.governor) == [404])
    }
}
