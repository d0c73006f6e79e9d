import Foundation
import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Posts over HTTP")
struct PostPageTests {
    private static let page = "/oakdene/posts/\(World.post)"

    private func world() async throws -> World {
        let world = try await World()
        try await world.makeOpenAccount()
        return world
    }

    @Test("a post is written, approved by somebody else, put up by hand and taken down, without scripts")
    func wholeLife() async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        var head = try world.browser(.headteacher)
        let begun = try await teacher.fillIn(
            "/oakdene/posts/new/start", nil, world.goodPost("start", world.here))
        #expect(begun.status == 303)
        let page = String(begun.location.prefix { $0 != "?" })
        let draft = try await teacher.get(page)
        #expect(draft.contains("A draft") && draft.contains("Oak Class"))
        #expect(
            try await teacher.fillIn("\(page)/save", nil, ["words": ["We looked at frogs. Velderby"]]).status == 303)

        let submit = try await teacher.get("\(page)/submit")
        let names = try submit.form("\(page)/submit").values.keys.filter { $0.hasPrefix("why.") }
        let whys = Dictionary(uniqueKeysWithValues: names.map { ($0, ["It is so"]) })
        #expect(try await teacher.fillIn("\(page)/submit", nil, whys).status == 303)
        #expect(try await head.get("/oakdene/today").contains("Decide on a post"))
        #expect(try await teacher.get("\(page)/approve").status == 409)

        #expect(try await head.get("\(page)/sendBack").contains("We looked at frogs"))
        let comments = "> frogs\nWhich frogs?"
        #expect(
            try await head.fillIn("\(page)/sendBack", nil, ["note": ["Say which"], "comments": [comments]]).status
                == 303)
        #expect(try await teacher.get(page).contains("Which frogs?"))
        #expect(try await teacher.fillIn("\(page)/submit", nil, whys).status == 303)
        #expect(try await head.get("\(page)/approve").contains("We looked at frogs"))
        #expect(try await head.fillIn("\(page)/approve", nil, ["note": ["Lovely"]]).status == 303)
        // Of what can be done with it now, to publish it stands out.
        #expect(try await teacher.get(page).contains("<a class=\"button\" href=\"\(page)/schedule\">"))

        #expect(try await teacher.fillIn("\(page)/schedule", nil, ["when": ["now"]]).status == 303)
        let byHand = try await teacher.get(page)
        #expect(byHand.contains("Copy these words") && byHand.contains("We looked at frogs. Velderby\n\nOak Class"))
        let recorded = try await teacher.fillIn(
            page, "\(page)/recordAddress", ["address": ["https://social.example/1"]])
        #expect(recorded.status == 303)
        #expect(try await teacher.get(page).contains("https://social.example/1"))
        #expect(try await head.fillIn("\(page)/withdraw", nil, ["reason": ["A parent asked"]]).status == 303)
        #expect(try await teacher.fillIn(page, "\(page)/recordRemoved", ["gone": ["yes"]]).status == 303)
        #expect(try await teacher.get(page).contains("Withdrawn"))
    }

    @Test("a form with something wrong in it comes back filled in")
    func again() async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        var fields = world.goodPost("start", world.here, words: "Only these words")
        fields["accounts"] = []
        fields["time"] = ["15:30"]
        let answer = try await teacher.fillIn("/oakdene/posts/new/start", nil, fields)
        #expect(answer.status == 422)
        #expect(answer.contains("Only these words") && answer.contains("There is a problem"))
    }

    @Test("what a platform has no room for is told before it is sent on, and cannot be sent")
    func tooLong() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(
            .open, named: try world.good("apply").merging(["platform": ["x"], "name": ["@pond"]]) { $1 })
        let words = String(repeating: "We looked into the pond. ", count: 20)
        try await world.submit(
            "start", on: "post/\(World.post)", as: .teacher, world.goodPost("start", world.here, words: words))
        var teacher = try world.browser(.teacher)
        let page = try await teacher.get("\(Self.page)/submit")
        #expect(page.contains("What must be mended first") && page.contains("Shorten the words for"))
        #expect(!page.contains(">Send for approval</button>") && !page.contains("The checks find nothing"))
    }

    @Test("whoever sent it is told what was done and who decides, and is not invited to take it back")
    func sent() async throws {
        let world = try await world()
        try await world.makePost()
        var teacher = try world.browser(.teacher)
        let submit = try await teacher.get("\(Self.page)/submit").form("\(Self.page)/submit")
        let whys = submit.values.keys.filter { $0.hasPrefix("why.") }.map { ($0, ["It is so"]) }
        let answer = try await teacher.send(submit, Dictionary(uniqueKeysWithValues: whys))
        let page = try await teacher.get(answer.location)
        #expect(
            page.contains("Recorded: sent for approval") && page.contains("Whoever may approve it sees it on Today"))
        #expect(page.contains("<h3>Decide on a post</h3>") && page.contains("Somebody else has this to do"))
        #expect(page.contains("<a class=\"button button-quiet\" href=\"\(Self.page)/save\">"))
    }

    @Test("a button checks what is written and keeps nothing")
    func check() async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        let size = try await world.size(world.here)
        var fields = world.goodPost(
            "start", world.here, words: "Write to ada@home.example or <b>ring</b> 01632 960123.")
        fields["step"] = ["check"]
        let opened = try await teacher.get("/oakdene/posts/new/start")
        let answer = try await teacher.send(try opened.form("/oakdene/posts/new/start"), fields)
        #expect(answer.status == 200)
        #expect(answer.contains("<mark") && answer.contains("An e-mail address"))
        #expect(answer.contains("&lt;b&gt;") && !answer.contains("<b>ring"))
        #expect(try await world.size(world.here) == size)
    }

    @Test("a script saves the draft and is told when, and of somebody else’s change without losing a word")
    func autosave() async throws {
        let world = try await world()
        try await world.makePost()
        var teacher = try world.browser(.teacher)
        var staff = try world.browser(.staff)
        let mine = try await teacher.get("\(Self.page)/save").form("\(Self.page)/save")
        let theirs = try await staff.get("\(Self.page)/save").form("\(Self.page)/save")
        let saved = try await teacher.send(mine, ["step": ["auto"], "words": ["First words"]])
        #expect(saved.status == 200 && saved.contains("\"saved\":\"10:00\""))
        let late = try await staff.send(theirs, ["step": ["auto"], "words": ["Other words"]])
        #expect(late.status == 409 && late.contains("Somebody else changed this post"))
        let overtaken = try await staff.send(theirs, ["words": ["Other words"]])
        #expect(overtaken.status == 409)
        #expect(overtaken.contains("Other words") && overtaken.contains("First words"))
        #expect(try await staff.send(try overtaken.form("\(Self.page)/save")).status == 303)
        #expect(try await teacher.get(Self.page).contains("Other words"))
    }

    @Test(
        "a draft is found by those who write and approve it, and by nobody else of the school", arguments: Role.allCases
    )
    func roles(role: Role) async throws {
        let world = try await world()
        try await world.makePost()
        var browser = try world.browser(role)
        let sees: Set<Role> = [.teacher, .staff, .administrator, .headteacher, .slt, .dsl, .dpo]
        #expect(try await browser.get(Self.page).status == (sees.contains(role) ? 200 : 404))
        let list = try await browser.get("/oakdene/posts")
        #expect(list.status == 200 && list.contains("We looked into the pond") == sees.contains(role))
        let writes = [Role.teacher, .staff, .administrator].contains(role)
        #expect((try await browser.get("\(Self.page)/save").status == 200) == writes)
    }

    @Test("nobody of another school sees it, and no form is taken without its token")
    func walls() async throws {
        let world = try await world()
        try await world.makePost()
        var stranger = try world.browser(.headteacher, of: world.elsewhere)
        #expect(try await stranger.get(Self.page).status != 200)
        var teacher = try world.browser(.teacher)
        let size = try await world.size(world.here)
        for path in ["/oakdene/posts/new/start", "\(Self.page)/save", "\(Self.page)/submit"] {
            #expect(try await teacher.post(path, ["words": ["Forged"], "csrf": ["wrong"]]).status == 403)
        }
        #expect(try await world.size(world.here) == size)
    }

    @Test(
        "the lists say what to do when they are empty", arguments: ["/posts", "/posts?q=zeppelin", "/posts/calendar"])
    func empty(path: String) async throws {
        let world = try await World()
        var parent = try world.browser(.parent)
        let page = try await parent.get("/oakdene\(path)")
        #expect(page.status == 200 && page.contains("class=\"empty\""))
    }

    @Test("a post stands on its day of its month’s calendar, and on no other’s")
    func month() async throws {
        let world = try await world()
        var fields = world.goodPost("start", world.here)
        fields["on"] = ["2026-12-09"]
        fields["time"] = ["15:30"]
        try await world.submit("start", on: "post/\(World.post)", as: .teacher, fields)
        var teacher = try world.browser(.teacher)
        let month = try await teacher.get("/oakdene/posts/calendar?month=2026-12")
        let cell = try #require(month.body.ranges(of: "datetime=\"2026-12-09\"").first)
        let rest = month.body[cell.upperBound...]
        let day = rest[..<(try #require(rest.ranges(of: "</td>").first).lowerBound)]
        #expect(day.contains("15:30") && day.contains("We looked into the pond") && day.contains("A draft"))
        #expect(month.contains("scope=\"col\"") && month.contains("<caption"))
        #expect(try await !teacher.get("/oakdene/posts/calendar?month=2026-11").contains("We looked into the pond"))
        // Whoever may not see the draft sees no day of it.
        var governor = try world.browser(.governor)
        #expect(try await !governor.get("/oakdene/posts/calendar?month=2026-12").contains("We looked into the pond"))
    }

    @Test(
        "an address without a month that there is shows this one",
        arguments: ["2026-13", "26-1", "1066-10", "%3Cscript%3E", "2026-11-01"])
    func noSuchMonth(month: String) async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        let page = try await teacher.get("/oakdene/posts/calendar?month=\(month)")
        #expect(page.status == 200 && page.contains("aria-current=\"date\"") && !page.contains("<script>"))
    }

    @Test(
        "the calendar leads a month back and a month on, and not beyond the years that a school plans",
        arguments: [
            ("2027-01", ["2026-12", "2027-02"]), ("2000-01", ["2000-02"]), ("2100-12", ["2100-11"]),
        ])
    func monthsAround(month: String, expected: [String]) async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        let tags = try await teacher.get("/oakdene/posts/calendar?month=\(month)").tags
        let links = tags.compactMap { $0.attributes["href"] }.filter { $0.contains("?month=") }
        #expect(
            links.filter { !$0.hasSuffix("=2026-11") } == expected.map { "/oakdene/posts/calendar?month=\($0)" })
        for link in links { #expect(try await teacher.get(link).status == 200) }
    }

    @Test("without scripts a button draws the post as each account will show it")
    func drawn() async throws {
        let world = try await world()
        var teacher = try world.browser(.teacher)
        let opened = try await teacher.get("/oakdene/posts/new/start")
        #expect(!opened.contains("class=\"drawn\""))
        var fields = world.goodPost("start", world.here, words: "<b>Newts</b> at https://a.example/newts today")
        fields["step"] = ["check"]
        let answer = try await teacher.send(try opened.form("/oakdene/posts/new/start"), fields)
        #expect(answer.contains("class=\"drawn\"") && answer.contains("Oak Class"))
        #expect(answer.contains("class=\"drawn-link\"") && !answer.contains("<b>Newts"))
    }

    @Test("whoever runs no account is offered no post to write, and is told whom to ask")
    func noAccount() async throws {
        let world = try await world()
        var head = try world.browser(.headteacher)
        let list = try await head.get("/oakdene/posts")
        #expect(!list.contains(">Write a post</a>") && list.contains("Whom to ask"))
        let page = try await head.get("/oakdene/posts/new/start")
        #expect(page.status == 200 && !page.contains("name=\"words\""))
        #expect(page.contains("\(world.here.people) teacher"))
        var teacher = try world.browser(.teacher)
        #expect(try await teacher.get("/oakdene/posts").contains(">Write a post</a>"))
    }

    @Test("Today says which post is to be decided on, who sent it and when it is wanted")
    func today() async throws {
        let world = try await world()
        var fields = world.goodPost("start", world.here)
        fields["on"] = ["2026-12-09"]
        fields["time"] = ["15:30"]
        try await world.submit("start", on: "post/\(World.post)", as: .teacher, fields)
        var teacher = try world.browser(.teacher)
        let submit = try await teacher.get("\(Self.page)/submit")
        let names = try submit.form("\(Self.page)/submit").values.keys.filter { $0.hasPrefix("why.") }
        let whys = Dictionary(uniqueKeysWithValues: names.map { ($0, ["It is so"]) })
        #expect(try await teacher.fillIn("\(Self.page)/submit", nil, whys).status == 303)
        var head = try world.browser(.headteacher)
        let today = try await head.get("/oakdene/today")
        #expect(today.contains("Decide on a post") && today.contains("href=\"\(Self.page)\""))
        #expect(today.contains("“We looked into the pond and drew what lives there."))
        #expect(today.contains("Sent by \(world.here.people) teacher. Wanted on 9 December 2026 at 15:30."))
        // The whole post stands where it is decided on.
        let decision = try await head.get("\(Self.page)/approve")
        #expect(decision.contains("class=\"drawn\"") && decision.contains("Oak Class"))
    }

    @Test("where the policy names others, those hold all posts, from the calendar on, and nobody else")
    func blackoutByPolicy() async throws {
        let world = try await World(settings: "  blackouts-asked-by: {value: [governor]}\n")
        let days = ["first": ["2026-12-01"], "last": ["2026-12-05"], "reason": ["election"]]
        for role in [Role.headteacher, .slt, .administrator, .teacher] {
            var browser = try world.browser(role)
            #expect(try await browser.get("/oakdene/school/school/addBlackout").status == 403, "\(role)")
            #expect(try await !browser.get("/oakdene/posts/calendar").contains("addBlackout"), "\(role)")
        }
        var governor = try world.browser(.governor)
        #expect(try await governor.get("/oakdene/posts/calendar").contains("addBlackout"))
        let held = try await governor.fillIn("/oakdene/school/school/addBlackout", nil, days)
        #expect(held.location == "/oakdene/posts/calendar?done=recorded")
        #expect(try await governor.get("/oakdene/posts/calendar").contains("1 December 2026"))
        #expect(try await governor.get("/oakdene/school/school/setCalendar").status == 403)
        #expect(
            try await governor.fillIn(
                "/oakdene/school/school/removeBlackout", nil, ["first": ["2026-12-01"], "last": ["2026-12-05"]]
            ).status == 303)
    }

    @Test("words that are looked for stand in no address, and are found by the form")
    func findingWords() async throws {
        let world = try await world()
        try await world.makePost()
        var teacher = try world.browser(.teacher)
        let form = try await teacher.get("/oakdene/posts").form("/oakdene/posts")
        let found = try await teacher.send(form, ["q": ["pond"]])
        #expect(found.status == 200 && found.location.isEmpty && found.contains("into the pond"))
        #expect(!found.contains("q=pond"))
        #expect(try await !teacher.send(form, ["q": ["zeppelin"]]).contains("into the pond"))
        #expect(try await teacher.get("/oakdene/posts?q=zeppelin").contains("into the pond"))
    }

    @Test("days on which nothing is published stand on the calendar")
    func blackout() async throws {
        let world = try await world()
        var head = try world.browser(.headteacher)
        var teacher = try world.browser(.teacher)
        #expect(
            try await head.fillIn(
                "/oakdene/school/school/addBlackout", nil,
                ["first": ["2026-12-01"], "last": ["2026-12-05"], "reason": ["election"]]
            ).status == 303)
        #expect(try await teacher.get("/oakdene/posts/calendar").contains("1 December 2026"))
    }
}
