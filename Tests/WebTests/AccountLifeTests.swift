import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

@Suite("An account's life over HTTP")
struct AccountLifeTests {
    @Test("a teacher applies, leadership decides, the administrator opens and runs it, and everything is on the record")
    func wholeLife() async throws {
        let world = try await World()
        try await world.makeReady()
        var teacher = try world.browser(.teacher)
        var head = try world.browser(.headteacher)
        var administrator = try world.browser(.administrator)
        var staff = try world.browser(.staff)
        let here = world.here

        let applied = try await teacher.fillIn("/oakdene/accounts/new/apply", nil, try world.good("apply"))
        #expect(applied.status == 303)
        let page = String(applied.location.prefix { $0 != "?" })
        #expect(try await teacher.get(applied.location).contains("Waiting for a decision"))
        #expect(try await head.get("/oakdene/today").contains("Decide on the application"))
        #expect(!(try await teacher.get("/oakdene/today")).contains("Decide on the application"))
        #expect(try await teacher.get("\(page)/approve").status == 409)

        #expect(try await head.fillIn("\(page)/sendBack", nil, ["reason": ["Say more of the audience"]]).status == 303)
        #expect(try await teacher.get(page).contains("Say more of the audience"))
        let revising = try await teacher.get("\(page)/revise")
        #expect(try revising.form("\(page)/revise").values["audience"] == ["Parents"])
        #expect(try await teacher.fillIn("\(page)/revise", nil, ["audience": ["Parents of Year 4"]]).status == 303)
        #expect(try await head.get("\(page)/approve").contains("Parents of Year 4"))
        #expect(try await head.fillIn("\(page)/approve", nil, ["note": ["A good plan"]]).status == 303)

        #expect(try await administrator.get("/oakdene/today").contains("Open "))
        let opened = try await administrator.fillIn("\(page)/open", nil, try world.good("open"))
        #expect(opened.status == 303)
        let open = try await staff.get(page)
        #expect(open.contains("Open") && !open.contains(World.secret))
        let shown = try await administrator.fillIn("\(page)/reveal", nil, ["reason": ["To post the news"]])
        #expect(shown.contains(World.secret) && shown.header("Cache-Control") == "no-store")
        #expect(try await head.get(page).contains("To post the news"))

        #expect(try await administrator.fillIn("\(page)/review", nil, try world.good("review")).status == 303)
        #expect(
            try await administrator.fillIn("\(page)/changePassword", nil, try world.good("changePassword")).status
                == 303)
        let again = try await administrator.fillIn("\(page)/reveal", nil, ["reason": ["To look"]])
        #expect(again.contains("new-\(World.secret)"))
        #expect(try await teacher.fillIn("\(page)/handOver", nil, ["to": [try here.id(.staff)]]).status == 303)

        #expect(
            try await head.fillIn("/oakdene/people/\(try here.id(.teacher))/leave", nil, ["on": ["2026-11-23"]]).status
                == 303)
        #expect(try await teacher.get(page).location.hasPrefix("/oakdene/sign-in"))

        let closed = try await administrator.fillIn("\(page)/close", nil, try world.good("close"))
        #expect(closed.status == 303)
        let end = try await staff.get(page)
        #expect(end.contains("Closed") && end.contains("What has happened"))
        #expect(try await staff.get("/oakdene/accounts/log.csv").contains("\(here.accounts) class blog"))
        let key = try #require(page.split(separator: "/").last)
        let proof = try await administrator.get("/oakdene/ledger/proof/accounts/\(key)")
        #expect(proof.status == 200 && !proof.contains(World.secret))
        let report = try await world.office.verify(here.log) { _, _ in }
        #expect(report.isSound)
    }

    @Test("somebody who leaves and has seen the password leaves a duty to change it")
    func leaverDemandsRotation() async throws {
        let world = try await World()
        try await world.makeReady()
        try await world.make(.open)
        // A second administrator, since the last one cannot leave.
        let deputy = try world.here.id(.clerk)
        try await world.submit(
            "changeRoles", on: "person/\(deputy)", as: .headteacher, ["roles": ["clerk", "administrator"]])
        var head = try world.browser(.headteacher)
        let left = try await head.fillIn(
            "/oakdene/people/\(try world.here.id(.administrator))/leave", nil, ["on": ["2026-11-23"]])
        #expect(left.status == 303)
        var second = try world.browser(.clerk)
        let today = try await second.get("/oakdene/today")
        #expect(today.contains("Change the password of") && today.contains("Hand "))
    }

    @Test("verification is started, watched and told")
    func verification() async throws {
        let world = try await World()
        var browser = try world.browser(.administrator)
        #expect(try await browser.get("/oakdene/ledger/verify").contains("No verification has been run"))
        let started = try await browser.fillIn("/oakdene/ledger", "/oakdene/ledger/verify")
        #expect(started.location == "/oakdene/ledger/verify")
        var page = try await browser.get(started.location)
        while !page.contains("The ledger is sound"), page.contains("Verifying") {
            await Task.yield()
            page = try await browser.get(started.location)
        }
        #expect(page.contains("The ledger is sound"))
        #expect(try await browser.fillIn("/oakdene/ledger", "/oakdene/ledger/checkpoint").status == 303)
        #expect(try await browser.get("/oakdene/ledger/checkpoint.txt").contains("test.example"))
    }
}
