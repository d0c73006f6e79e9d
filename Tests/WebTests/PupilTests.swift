import Foundation
import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("Pupils and image consent over HTTP")
struct PupilTests {
    private static let page = "/oakdene/pupils/\(World.pupil)"

    private func world() async throws -> World {
        let world = try await World()
        try await world.makePupil()
        return world
    }

    /// The link of a parent, made by the administrator, without the address of the site.
    private func link(_ world: World) async throws -> String {
        var browser = try world.browser(.administrator)
        let answer = try await browser.fillIn(Self.page, "\(Self.page)/link")
        #expect(answer.status == 200)
        return try secret(in: answer)
    }

    private func secret(in answer: Answer) throws -> String {
        let start = try #require(answer.body.range(of: "/oakdene/consent/"))
        return "/oakdene/consent/" + answer.body[start.upperBound...].prefix { $0.isLetter || $0.isNumber }
    }

    private func stranger(_ world: World) -> Browser { Browser(world.client) }

    private func answers(_ world: World, _ value: String) -> [String: [String]] {
        var fields = ["giver": ["Jo Parent"], "relation": ["parent"]]
        for purpose in ImagePurpose.allCases { fields[Pupil.fieldName(purpose)] = [value] }
        return fields
    }

    @Test("a parent answers by link without signing in, once, and is given a way to change their mind")
    func answering() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        let form = try await parent.get(link)
        #expect(form.status == 200 && form.contains(world.here.people) && !form.contains("Lark"))
        let thanks = try await parent.fillIn(link, link, answers(world, "yes"))
        #expect(thanks.status == 200 && thanks.contains("If you change your mind"))
        #expect(try await parent.get(link).status == 404)
        let change = try secret(in: thanks)
        let changed = try await parent.fillIn(
            change, change, ["giver": ["Jo Parent"], "relation": ["parent"], "consent-website": ["no"]])
        #expect(changed.status == 200)
        let pupil = try await pupil(world)
        #expect(pupil.answer(for: .website)?.decision == .refused)
        #expect(pupil.answer(for: .video)?.decision == .given)
        #expect(pupil.answers.allSatisfy { $0.recordedBy == .family })
    }

    @Test("everything is withdrawn by one button of the same link")
    func withdrawing() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        let change = try secret(in: try await parent.fillIn(link, link, answers(world, "yes")))
        var page = try await parent.get(change)
        #expect(page.contains("Withdraw everything"))
        let token = try page.form(change).values["csrf"] ?? []
        page = try await parent.post(change, ["csrf": token, "all": ["withdraw"], "giver": ["Jo Parent"]])
        #expect(page.status == 200)
        #expect(try await pupil(world).endedPurposes == ImagePurpose.allCases)
    }

    @Test("a question left open is named, what was filled in stays, and the link goes on working")
    func incomplete() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        var fields = answers(world, "yes")
        fields["consent-press"] = []
        fields["giver"] = ["Jo <b>Parent"]
        let answer = try await parent.fillIn(link, link, fields)
        #expect(answer.status == 422 && answer.contains("Choose yes or no") && !answer.contains("<b>Parent"))
        #expect(try await pupil(world).answers.isEmpty)
        #expect(try await parent.fillIn(link, link, answers(world, "no")).status == 200)
    }

    @Test("a form without its token records nothing")
    func forged() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        _ = try await parent.get(link)
        #expect(try await parent.post(link, answers(world, "yes")).status == 403)
        #expect(try await pupil(world).answers.isEmpty)
    }

    @Test("a link ends after its days, and when a newer one is made")
    func linksEnd() async throws {
        let world = try await world()
        var parent = stranger(world)
        let first = try await link(world)
        let second = try await link(world)
        #expect(try await parent.get(first).status == 404)
        #expect(try await parent.get(second).status == 200)
        world.clock.advance(Int64(Pupil.linkDays) * 24 * 3600 + 1)
        #expect(try await parent.get(second).status == 404)
    }

    @Test("a link ends when the child leaves, also for a form that was open by then")
    func linkOfALeaver() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        let token = try (try await parent.get(link)).form(link).values["csrf"] ?? []
        try await world.submit(
            "leave", on: "pupil/\(World.pupil)", as: .administrator, ["on": [world.clock.now.londonDay.iso]])
        let sent = try await parent.post(link, answers(world, "yes").merging(["csrf": token]) { $1 })
        #expect(sent.status == 404)
        #expect(try await parent.get(link).status == 404)
        #expect(try await pupil(world).answers.isEmpty)
    }

    @Test(
        "opened in two places and sent from both at once, a link counts once, and the other is told that it is used up")
    func atOnce() async throws {
        let world = try await world()
        let link = try await link(world)
        var pages: [(Browser, [String: [String]])] = []
        for number in 0..<6 {
            var parent = stranger(world)
            let token = try (try await parent.get(link)).form(link).values["csrf"] ?? []
            let fields = answers(world, number.isMultiple(of: 2) ? "yes" : "no")
            pages.append((parent, fields.merging(["csrf": token]) { $1 }))
        }
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for (parent, fields) in pages {
                group.addTask {
                    var parent = parent
                    return try await parent.post(link, fields).status
                }
            }
            var found: [Int] = []
            for try await status in group { found.append(status) }
            return found
        }
        #expect(statuses.sorted() == [200, 404, 404, 404, 404, 404])
        #expect(try await pupil(world).answers.count == ImagePurpose.allCases.count)
    }

    @Test("a form that was sent is not taken again, and what it gave does not come back once it is withdrawn")
    func replayed() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        let token = try (try await parent.get(link)).form(link).values["csrf"] ?? []
        let sent = answers(world, "yes").merging(["csrf": token]) { $1 }
        let change = try secret(in: try await parent.post(link, sent))
        let page = try await parent.get(change)
        let again = try page.form(change).values["csrf"] ?? []
        let yes = ["csrf": again, "giver": ["Jo"], "relation": ["parent"], "consent-website": ["yes"]]
        #expect(try await parent.post(change, ["csrf": again, "all": ["withdraw"], "giver": ["Jo"]]).status == 200)
        #expect(try await parent.post(link, sent).status == 404)
        #expect(try await parent.post(change, yes).status == 404)
        #expect(try await pupil(world).endedPurposes == ImagePurpose.allCases)
    }

    @Test("whoever tries many links that do not work must wait")
    func throttled() async throws {
        let world = try await world()
        var guesser = stranger(world)
        for number in 0..<5 { #expect(try await guesser.get("/oakdene/consent/guess\(number)").status == 404) }
        #expect(try await guesser.get("/oakdene/consent/guess").status == 409)
    }

    @Test(
        "wrong links keep nobody waiting whose link works, from the same address or another",
        arguments: [
            // Wrong links before, from there; the address of the parent; whether a wrong link of theirs must wait.
            (4, "203.0.113.9", false), (5, "203.0.113.9", true), (60, "203.0.113.9", true), (60, "203.0.113.8", false),
        ])
    func throttleIsForWrongLinks(wrong: Int, address: String, waits: Bool) async throws {
        let world = try await World(proxies: .thisMachine)
        try await world.makePupil()
        let link = try await link(world)
        var guesser = stranger(world)
        guesser.headers["X-Forwarded-For"] = "203.0.113.9"
        for number in 0..<wrong { _ = try await guesser.get("/oakdene/consent/guess\(number)") }
        var parent = stranger(world)
        parent.headers["X-Forwarded-For"] = address
        #expect(try await parent.get(link).status == 200)
        #expect(try await parent.fillIn(link, link, answers(world, "yes")).status == 200)
        // What was used up is a wrong link like any other.
        #expect(try await parent.get(link).status == (waits ? 409 : 404))
    }

    @Test("a link of another school opens nothing here")
    func otherSchool() async throws {
        let world = try await world()
        let link = try await link(world)
        var parent = stranger(world)
        #expect(try await parent.get(link.replacing("oakdene", with: "grange")).status == 404)
    }

    @Test(
        "a child is found by name by a form that leaves the name out of the address; an address that has one finds all")
    func finding() async throws {
        let world = try await world()
        try await world.makeChild("Wren", "Sandpiper")
        var browser = try world.browser(.teacher)
        let form = try #require(try await browser.get("/oakdene/pupils").forms.first { $0.action == "/oakdene/pupils" })
        let found = try await browser.post("/oakdene/pupils", ["csrf": form.values["csrf"] ?? [], "q": ["Sandpiper"]])
        #expect(found.status == 200 && found.location.isEmpty)
        #expect(found.contains("Wren Sandpiper") && !found.contains("Lark"))
        #expect(!found.contains("?q=") && !found.contains("&amp;q="))
        let all = try await browser.get("/oakdene/pupils?q=Sandpiper")
        #expect(all.contains("Lark") && !all.contains("q=Sandpiper"))
    }

    @Test("a teacher sees what may be shown and cannot tell why not", arguments: ["refused", "protected", "missing"])
    func alike(_ how: String) async throws {
        let world = try await world()
        var plain = try world.browser(.teacher)
        let expected = try await plain.get(Self.page)
        #expect(expected.status == 200)
        switch how {
        case "refused":
            let no = Dictionary(
                uniqueKeysWithValues: ImagePurpose.allCases.filter { $0 != .classroom && $0 != .display }
                    .map { (Pupil.fieldName($0), ["no"]) })
            try await world.record("recordConsent", World.said.merging(no) { $1 })
        case "protected":
            try await world.record("protect")
            try await world.record("unprotect")
        default: break
        }
        let answer = try await plain.get(Self.page)
        for word in ["refused", "Never", "withdrawn", "Jo Parent", "What parents answered", "never asked", "protect"] {
            #expect(!answer.contains(word), "\(how): \(word)")
        }
        let shown = { (answer: Answer) in answer.body.components(between: "What may be shown", and: "</main>") }
        #expect(shown(answer) == shown(expected))
    }

    @Test("those who keep consents find who is missing, refused and never shown, and nobody else opens the list")
    func overview() async throws {
        let world = try await world()
        var keeper = try world.browser(.dpo)
        let answer = try await keeper.get("/oakdene/pupils/consent?concern=missing")
        #expect(answer.status == 200 && answer.contains("\(world.here.people) Lark"))
        let file = try await keeper.get("/oakdene/pupils/consent.csv")
        #expect(file.contains("\(World.pupil),Lark,\(world.here.people),Oak,Year 2"))
        for role in [Role.teacher, .governor, .slt] {
            var other = try world.browser(role)
            #expect(try await other.get("/oakdene/pupils/consent").status == 403)
        }
    }

    @Test("who is looked for in the list of consents comes by a form, and stands in no address")
    func lookedFor() async throws {
        let world = try await world()
        try await world.makeChild("Wren", "Ashlock")
        var keeper = try world.browser(.dpo)
        let all = try await keeper.get("/oakdene/pupils/consent?q=Wren")
        #expect(all.contains("Wren Ashlock") && all.contains("\(world.here.people) Lark"))
        let found = try await keeper.send(try all.form("/oakdene/pupils/consent"), ["q": ["Wren"]])
        #expect(found.status == 200 && found.contains("Wren Ashlock") && !found.contains("\(world.here.people) Lark"))
        // The file of what was found is asked for by a form too, and links are made for those alone.
        #expect(!found.contains("consent.csv?"))
        let file = try await keeper.send(try found.form("/oakdene/pupils/consent.csv"), [:])
        #expect(file.contains(",Ashlock,Wren,") && !file.contains(",Lark,"))
        #expect(try found.form("/oakdene/pupils/links").values["q"] == ["Wren"])
    }

    @Test("a file that cannot be read is said at the file, and what was pasted stays")
    func unreadableFile() async throws {
        let world = try await world()
        var keeper = try world.browser(.administrator)
        let token = try #require(
            try await keeper.get("/oakdene/pupils/import").form("/oakdene/pupils/import").values["csrf"]?.first)
        let body =
            [
                "name=\"csrf\"\r\n\r\n\(token)", "name=\"sheet\"\r\n\r\nfirst name,last name\r\nBen,Moss",
                "name=\"file\"; filename=\"roll.zip\"\r\n\r\nPK\u{3}\u{4}rubbish",
            ]
            .map { "--XX\r\nContent-Disposition: form-data; \($0)\r\n" }.joined() + "--XX--\r\n"
        let answer = try await keeper.send(
            .post, "/oakdene/pupils/import", type: "multipart/form-data; boundary=XX", body: body)
        #expect(answer.status == 422 && answer.contains("<a href=\"#f-file\">The zip file is damaged"))
        #expect(answer.contains("Ben,Moss") && !answer.contains("Mend what is named above"))
    }

    @Test("where the policy has others keep consents, those enter, and the usual ones do not")
    func keepersByPolicy() async throws {
        let world = try await World(settings: "  consents-kept-by: {value: [teacher, dpo]}\n")
        try await world.makePupil()
        for (role, status) in [
            (Role.teacher, 200), (.dpo, 200), (.administrator, 403), (.headteacher, 403), (.dsl, 403),
        ] {
            var browser = try world.browser(role)
            #expect(try await browser.get("/oakdene/pupils/consent").status == status, "\(role)")
            #expect(try await browser.get("/oakdene/pupils/consent.csv").status == status, "\(role)")
            let page = try await browser.get(Self.page)
            #expect(page.contains("What parents answered") == (status == 200), "\(role)")
            let today = try await browser.get("/oakdene/today")
            #expect(today.contains("Ask for image consent") == (status == 200), "\(role)")
        }
    }

    @Test("the names of parents that the checks know are shown to those who keep the roll alone")
    func parentsShown() async throws {
        let world = try await world()
        var keeper = try world.browser(.administrator)
        let command = "\(Self.page)/nameParents"
        #expect(try await keeper.fillIn(command, nil, ["parents": ["Perpetua Hartwell\nSam Hartwell"]]).status == 303)
        #expect(try await keeper.get(Self.page).contains("Perpetua Hartwell, Sam Hartwell"))
        for role in [Role.teacher, .dsl, .dpo] {
            var browser = try world.browser(role)
            #expect(try await !browser.get(Self.page).contains("Hartwell"), "\(role)")
            browser.headers["Authorization"] = "Bearer \(try #require(world.here.tokens[role]))"
            let state = try await browser.get("/oakdene/api/pupils/\(World.pupil)")
            #expect(state.status == 200 && !state.contains("Hartwell"), "\(role)")
            #expect(try await browser.get(command).status != 200, "\(role)")
        }
        #expect(try await keeper.fillIn(command, nil, ["parents": [""]]).status == 303)
        #expect(try await !keeper.get(Self.page).contains("Hartwell"))
    }

    @Test("one duty of the school stands on Today for those who keep consents")
    func duty() async throws {
        let world = try await world()
        var keeper = try world.browser(.administrator)
        let today = try await keeper.get("/oakdene/today")
        #expect(today.contains("Ask for image consent: 1 pupil without an answer that counts"))
        #expect(today.contains("/oakdene/pupils/consent"))
        var teacher = try world.browser(.teacher)
        #expect(try await !teacher.get("/oakdene/today").contains("image consent"))
    }

    @Test("links for a class come as a sheet and as a file, each link for one child")
    func sheets() async throws {
        let world = try await world()
        var keeper = try world.browser(.administrator)
        let sheet = try await keeper.fillIn("/oakdene/pupils/consent", "/oakdene/pupils/links", ["as": ["sheet"]])
        #expect(sheet.status == 200 && sheet.contains("slip-link"))
        let file = try await keeper.fillIn("/oakdene/pupils/consent", "/oakdene/pupils/links", ["as": ["csv"]])
        #expect(file.contains("/oakdene/consent/"))
        var parent = stranger(world)
        #expect(try await parent.get(try secret(in: file)).status == 200)
        #expect(try await parent.get(try secret(in: sheet)).status == 404)
    }

    @Test("a list is shown with what it changes before anything is recorded, and recorded once")
    func importing() async throws {
        let world = try await world()
        var keeper = try world.browser(.administrator)
        let list = "UPN,Surname,Forename,Reg Group,Year\r\nA1,Lark,\(world.here.people),Elm,3\r\nA2,Moss,Ben,Elm,3\r\n"
        let before = try await world.size(world.here)
        let preview = try await keeper.fillIn("/oakdene/pupils/import", nil, ["sheet": [list]])
        #expect(preview.status == 200 && preview.contains("Ben Moss") && preview.contains("class: Elm"))
        #expect(preview.contains("no use for them: UPN"))
        #expect(preview.contains("class: Elm, before Oak") && preview.contains("year: Year 3, before Year 2"))
        #expect(try await world.size(world.here) == before)
        let form = try preview.form("/oakdene/pupils/import/confirm")
        #expect(try await keeper.send(form).location == "/oakdene/pupils?done=rollImported")
        let size = try await world.size(world.here)
        #expect(try await keeper.send(form).location == "/oakdene/pupils?done=unchanged")
        #expect(try await world.size(world.here) == size)
        let wrong = try await keeper.fillIn("/oakdene/pupils/import", nil, ["sheet": ["first name,last name\n,Moss"]])
        #expect(wrong.status == 422 && wrong.contains("Line 2, first name: Enter the first name"))
    }

    private func pupil(_ world: World) async throws -> Pupil {
        let loaded = try await world.office.ledger.load(world.here.log, "pupil/\(World.pupil)")
        return try Drawer<Pupil>.read(try #require(loaded).state)
    }
}

extension String {
    func components(between start: String, and end: String) -> String {
        guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return self }
        return String(self[from.upperBound..<to.lowerBound])
    }
}
