import Testing

@testable import Policy

@Suite("Settings of posts, pictures and consent")
struct PublishingSettingTests {
    private static func text(_ line: String) -> String {
        Sample.swapped(Sample.pack, "  declaration-repeats-every: {value: null}", "  \(line)")
    }

    private func process(_ line: String) throws -> Process {
        try Pack.load(yaml: Self.text(line), file: "p.yaml", vocabulary: Sample.vocabulary()).process
    }

    @Test(
        "is read and told in words",
        arguments: [
            ("posts-written-by: {value: employees}", "any employee, for the people who run the account to submit"),
            ("posts-approved-by: {value: nobody}", "nobody"),
            ("posts-approved-by: {value: [slt]}", "Senior leader (SLT)"),
            ("post-approval-lasts: {value: 7 days}", "7 days"), ("barred-links: {value: []}", "none"),
            ("barred-links: {value: [shortened, gambling]}", "shortened links, gambling"),
            ("name-or-image: {value: false}", "no"), ("image-consent-for: {value: {}}", "none"),
            (
                "image-consent-for: {value: {website: consent, display: public-task, video: consent}}",
                "Consent: the school’s website; video. Public task: displays in school"
            ),
            ("image-consent-lasts: {value: null}", "as long as the child is at the school"),
            ("image-consent-lasts: {value: 24 months}", "24 months"),
            ("image-consent-asked-again: {value: [0, 3]}", "reception, year 3"),
            ("image-consent-asked-again: {value: []}", "no year"),
        ])
    func read(_ line: String, _ text: String) throws {
        let key = String(line.prefix { $0 != ":" })
        let listed = try process(line).listing.first { $0.key == key }
        #expect(listed?.text == text && listed?.isDefault == false)
    }

    @Test(
        "that cannot be understood is refused with what was expected",
        arguments: [
            ("posts-approved-by: {value: nobdy}", "Unknown role `nobdy`."),
            ("posts-approved-by: {value: []}", "`value` needs at least one role, or the word `nobody`."),
            ("image-consent-for: {value: {web: consent}}", "Unknown key `web` in `value`."),
            ("image-consent-for: {value: {website: contract}}", "Unknown lawful basis `contract`."),
            ("image-consent-for: {value: [website]}", "`value` is a list, but a map was expected."),
            (
                "image-consent-asked-again: {value: [7]}",
                "a year (0 for reception) is `7`, but a whole number from 0 to 6 was expected."
            ),
            ("barred-links: {value: [gamblng]}", "Unknown kind of link `gamblng`."),
            ("consents-kept-by: {value: []}", "`consents-kept-by` needs at least one role."),
            (
                "consents-kept-by: {value: [dpo, governor]}",
                "`governor` sees no pupils, so it cannot keep consents. Name some of staff, teacher, administrator, slt, "
                    + "headteacher, dsl, dpo."
            ),
            ("posts-written-by: {value: anyone}", "Unknown kind of writer `anyone`."),
        ])
    func refused(_ line: String, _ message: String) throws {
        #expect(try Sample.errors(of: Self.text(line)).map(\.message) == [message])
    }

    @Test("is asked of parents only where the basis is consent, and what is not listed is not done at all")
    func uses() throws {
        let uses = try process("image-consent-for: {value: {press: consent, classroom: public-task}}").imageUses.value
        #expect(uses.purposes == [.classroom, .press])
        #expect(uses.askedFor == [.press])
        #expect(uses[.website] == nil)
    }

    @Test(
        "is written as it is read",
        arguments: [
            (ProcessKey.postApprovers, [], "nobody"), (.postApprovers, ["slt", "headteacher"], "[slt, headteacher]"),
            (.imageUses, ["website: consent"], "{website: consent}"), (.imageConsentAskedAgain, ["0", "3"], "[0, 3]"),
            (.barredLinks, [], "[]"), (.imageConsentLasts, [], "null"),
        ] as [(ProcessKey, [String], String)])
    func written(_ key: ProcessKey, _ values: [String], _ text: String) throws {
        let setting = SettingText(values: values, clauses: ["s-1"])
        #expect(setting.lines(key) == ["  \(key.rawValue): {value: \(text), clause: [s-1]}"])
        let pack = try Pack.load(yaml: Sample.pack, file: "small.yaml", vocabulary: Sample.vocabulary())
        #expect(try pack.setting(key, to: setting).settingText(key) == setting)
    }
}

@Suite("Limits of platforms")
struct PlatformLimitsTests {
    private func platform(_ id: String) throws -> Platform { try #require(try PlatformCatalogue.load()[id]) }
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test("every platform that is offered says what consent its pictures need")
    func purposes() throws {
        #expect(try PlatformCatalogue.load().offered.allSatisfy { $0.purpose != nil })
        #expect(try platform("youtube").purpose == .video && platform("wordpress").purpose == .website)
    }

    @Test(
        "those of the day hold",
        arguments: [
            ("instagram", "2024-08-07", 10), ("instagram", "2024-08-08", 20), ("bluesky", "2026-11-21", 4),
            ("tiktok", "2026-11-21", 35),
            ("threads", "2026-11-21", 20),
        ])
    func ofTheDay(_ id: String, _ day: String, _ pictures: Int) throws {
        #expect(try platform(id).limits(on: self.day(day))?.pictures == pictures)
    }

    @Test("nothing is known of a day before the data begin, or of a website")
    func unknown() throws {
        #expect(try platform("bluesky").limits(on: day("2022-01-01")) == nil)
        #expect(try platform("school-website").limits(on: day("2026-11-21")) == nil)
    }

    @Test(
        "words are counted as the platform counts them",
        arguments: [
            ("mastodon", "See https://www.example.org/a/very/long/address, all.", 33), ("mastodon", "👩‍👩‍👧 hi", 4),
            ("x", "Café ✓", 7), ("x", "See http://a.uk", 27), ("x", "運動", 4), ("threads", "ok 😀", 7),
            ("bluesky", "https://a.uk", 12), ("bluesky", "", 0), ("tiktok", "é 😀", 4), ("youtube", "é 😀", 7),
            ("youtube", "ok", 2),
        ])
    func counted(_ id: String, _ words: String, _ length: Int) throws {
        #expect(try #require(try platform(id).limits(on: day("2026-11-21"))).length(of: words) == length)
    }

    @Test(
        "words beyond the limit are told apart, and a link has room whole or not at all",
        arguments: [
            ("x", String(repeating: "a", count: 281), ["280", "1!"]),
            ("x", String(repeating: "a", count: 270) + " https://a.uk/b", ["271", "14!"]),
            ("x", "https://a.uk/" + String(repeating: "b", count: 400) + ", all", ["413L", "5"]),
            ("x", String(repeating: "運", count: 141), ["140", "1!"]),
            ("school-website", String(repeating: "a", count: 90_000), ["90000"]), ("x", "", []),
        ])
    func pieces(_ id: String, _ words: String, _ expected: [String]) throws {
        let limits = try platform(id).limits(on: day("2026-11-21"))
        let pieces = PlatformLimits.pieces(of: words, within: limits)
        let shown = pieces.map { "\($0.text.count)\($0.isLink && !$0.isBeyond ? "L" : "")\($0.isBeyond ? "!" : "")" }
        #expect(shown == expected)
        #expect(pieces.map(\.text).joined() == words)
    }

    @Test(
        "what is wrong in the data is refused",
        arguments: [
            ("purpose: websit", "Unknown purpose `websit`."), ("purpose: press", "Unknown purpose `press`."),
            ("school-run: true", "Missing key `purpose` in a platform."),
            ("purpose: video, limits: [{from: \"2026-01-01\"}]", "Missing key `source` in limits."),
            (
                "purpose: video, limits: [{from: \"2026-01-01\", source: s, counting: letters}]",
                "Unknown way of counting `letters`."
            ),
            (
                "purpose: video, limits: [{from: \"2026-01-01\", source: s, characters: 0}]",
                "`characters` is `0`, but a whole number from 1 to 1000000 was expected."
            ),
        ])
    func refused(_ part: String, _ message: String) {
        do throws(PackErrors) {
            _ = try PlatformCatalogue.load(
                yaml: "format: 1\nplatforms: [{id: a, name: A, ages: [], \(part)}]", file: "p.yaml")
            Issue.record("it was taken")
        } catch { #expect(error.errors.map(\.message) == [message]) }
    }
}
