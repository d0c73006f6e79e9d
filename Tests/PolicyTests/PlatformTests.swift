import Testing

@testable import Policy

@Suite("Platforms")
struct PlatformTests {
    @Test(
        "the minimum age is that of the day",
        arguments: [
            ("whatsapp", "2023-06-01", 16), ("whatsapp", "2024-04-10", 16), ("whatsapp", "2024-04-11", 13),
            ("facebook", "2026-11-21", 13), ("linkedin", "2026-11-21", 16), ("bluesky", "2026-11-21", 13),
            ("youtube", "2026-11-21", 13),
        ])
    func ages(_ id: String, _ day: String, _ age: Int) throws {
        let found = try PlatformCatalogue.load().minimumAge(id, on: #require(Day(iso: day)))
        guard case .years(age, _) = found else {
            Issue.record("\(found)")
            return
        }
    }

    @Test("a former name finds the platform, in any case", arguments: ["Twitter", "twitter", "x", "X"])
    func formerNames(_ name: String) throws {
        #expect(try PlatformCatalogue.load().find(name)?.name == "X")
    }

    @Test(
        "a former name is known with the day of its end",
        arguments: [("x", "Twitter", "2023-07-24"), ("onedrive", "SkyDrive", "2014-02-19")])
    func renamed(_ id: String, _ name: String, _ until: String) throws {
        let platform = try #require(try PlatformCatalogue.load()[id])
        #expect(platform.formerly == [.init(name: name, until: try #require(Day(iso: until)))])
    }

    @Test("what is closed or only named is not offered for an account")
    func offered() throws {
        let catalogue = try PlatformCatalogue.load()
        let offered = catalogue.offered.map(\.id)
        #expect(offered.contains("facebook") && offered.contains("class-dojo"))
        #expect(!offered.contains("ask-fm") && !offered.contains("wikipedia"))
        #expect(catalogue.platforms.count > offered.count)
    }

    @Test("a platform that the school runs has no minimum age, and says why")
    func schoolRun() throws {
        let catalogue = try PlatformCatalogue.load()
        #expect(catalogue["class-dojo"]?.isSchoolRun == true)
        guard case .noMinimum(let source) = try catalogue.minimumAge("class-dojo", on: #require(Day(iso: "2026-11-21")))
        else {
            Issue.record("it has one")
            return
        }
        #expect(source.hasPrefix("school-run"))
    }

    @Test(
        "nothing is known of another platform, nor of days before the data",
        arguments: [("other", "2026-11-21"), ("threads", "2020-01-01")])
    func unknown(_ id: String, _ day: String) throws {
        #expect(try PlatformCatalogue.load().minimumAge(id, on: #require(Day(iso: day))) == .unknown)
    }

    @Test("only LinkedIn is a network for professional life")
    func professionalNetworks() throws {
        #expect(try PlatformCatalogue.load().platforms.filter(\.isProfessionalNetwork).map(\.id) == ["linkedin"])
    }
}
