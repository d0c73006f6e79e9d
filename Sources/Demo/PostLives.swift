import Office
import Policy
import Records

/// Posts on the school's page at the stages that somebody meets first: drafts, one to approve, one sent back, one on the
/// calendar, one to be put up by hand, some that are published, one that was withdrawn, and one that is to be taken down.
struct PostLives {
    let today: Day
    let cast: Cast
    let roll: Roll

    var scenes: [Scene] { underWay + published + withdrawn }

    private var underWay: [Scene] {
        [
            start(
                "beans", "Year 4 planted beans in the school garden. Thank you to everybody who brought a spade.",
                ago(16)),
            submit("beans", ago(16)), approve("beans", ago(15)), publish("beans", ago(15)),
            recordAddress("beans", ago(15)),
            start("concert", "The winter concert begins at six. Doors open at half past five.", ago(6)),
            submit("concert", ago(6)),
            act("sendBack", "concert", ago(5), byApprover: true) { _ in
                ["note": ["Say on which day."], "comments": ["> begins at six\nAt six on which day?"]]
            },
            start("library", "The library has forty new books. Come and choose one with your child.", ago(4)),
            submit("library", ago(4)), approve("library", ago(3)), publish("library", ago(3)),
            start("clubs", "Clubs begin again next week. The list is on the school’s website.", ago(2)),
            submit("clubs", ago(2)), approve("clubs", ago(1)),
            act("schedule", "clubs", ago(1)) { _ in
                ["when": ["later"], "on": [today.adding(days: 3).iso], "time": ["15:30"]]
            },
            start("museum", "Our visit to the museum: what we asked, and what we were told.", ago(1)),
            submit("museum", ago(1)),
            start("recipe", "Soup from the school garden: the recipe.", ago(1)),
            // What the checks find in it is to be mended first.
            start(
                "reading",
                "Well done \(roll.children[Roll.Place.refused].name), who has read forty books! To help with reading, "
                    + "ring the office on 01632 960123.", ago(1)),
            start("play", "A week to go until the play.", ago(1), picture: .play),
        ]
    }

    /// Two with pictures. The parent of a child in the second changes their mind: ``PupilLives``.
    private var published: [Scene] {
        let shown: [(name: String, words: String, picture: PictureLives.Name, days: Int)] = [
            ("canes", "The canes are up, and the beans climb.", .beans, 14),
            ("planting", "Digging, sowing, watering: thank you to all who helped.", .planting, 11),
        ]
        return shown.flatMap { name, words, picture, days in
            [
                start(name, words, ago(days + 1), picture: picture), submit(name, ago(days + 1)),
                approve(name, ago(days)),
                publish(name, ago(days)), recordAddress(name, ago(days)),
            ].map { scene in
                Scene(day: scene.day) { stage in
                    if try canShow(picture, stage) { try await scene.play(&stage) }
                }
            }
        } + [
            // Where no picture of a child can be shown, somebody asks for a post to be taken down for another reason.
            Scene(day: ago(2)) { stage in
                guard try !canShow(.planting, stage) else { return }
                let post = record("beans", stage)
                try await stage.give(
                    "openByHand", RecordID(.takedown, post.key), by: .assistant,
                    [
                        "askedBy": ["A parent"],
                        "says": ["They would rather nobody could tell when the class is in the garden."],
                    ])
            }
        ]
    }

    private var withdrawn: [Scene] {
        [
            start("fair", "The summer fair is on Saturday, from two until five.", ago(10)), submit("fair", ago(10)),
            approve("fair", ago(9)), publish("fair", ago(9)), recordAddress("fair", ago(9)),
            act("withdraw", "fair", ago(8)) { _ in ["reason": ["The fair has moved to another day."]] },
            act("recordRemoved", "fair", ago(8)) { stage in
                ["copy": ["\(account(stage).key)-1"], "gone": ["yes"]]
            },
        ]
    }

    private func canShow(_ picture: PictureLives.Name, _ stage: Stage) throws -> Bool {
        guard stage.office.pictures.isMissing == nil else { return false }
        return picture == .beans || stage.pack.imageConsent.used.contains(.socialMedia)
    }

    private func ago(_ days: Int) -> Day { Story.workday(today.adding(days: -days)) }

    private func record(_ name: String, _ stage: Stage) -> RecordID {
        stage.office.namedRecord(.post, by: "demo \(stage.log) \(name)")
    }

    private func account(_ stage: Stage) -> RecordID {
        stage.office.namedRecord(.account, by: "demo \(stage.log) facebook @\(cast.handle)school")
    }

    private func start(_ name: String, _ words: String, _ day: Day, picture: PictureLives.Name? = nil) -> Scene {
        act("start", name, day) { stage in
            var input = ["words": [words], "accounts": [account(stage).key], "speaker": ["The school office"]]
            if let picture, stage.office.pictures.isMissing == nil {
                input["pictures"] = [try PictureLives.record(picture, stage).key]
            }
            return input
        }
    }

    private func recordAddress(_ name: String, _ day: Day) -> Scene {
        act("recordAddress", name, day) { stage in
            ["copy": ["\(account(stage).key)-1"], "address": ["https://facebook.example/\(cast.handle)/\(name)"]]
        }
    }

    /// Sends it on, with a word for each warning.
    private func submit(_ name: String, _ day: Day) -> Scene {
        Scene(day: day) { stage in
            let record = record(name, stage)
            guard let caller = try await stage.office.caller(stage.log, try stage.id(.lead)) else { return }
            let detail = try await stage.office.detail(Post.self, record, as: caller)
            let found = try detail.state.findings(on: [detail.desk.today], at: detail.desk)
            let words = found.filter { $0.severity == .warning }.map { "\($0.key): The office has looked at it." }
            try await stage.give(
                "submit", record, by: .lead, words.isEmpty ? [:] : ["confirmations": [words.joined(separator: "\n")]])
        }
    }

    /// Whoever may by the policy; where it asks for no approval, nobody.
    private func approve(_ name: String, _ day: Day) -> Scene {
        Scene(day: day) { stage in
            let record = record(name, stage)
            guard let caller = try await stage.office.caller(stage.log, try stage.id(.head)),
                let submission = try await stage.office.detail(Post.self, record, as: caller).state.submission,
                !submission.approvers.isEmpty
            else { return }
            try await stage.give(
                "approve", record, by: try stage.part(with: submission.approvers), ["hash": [submission.hash]])
        }
    }

    private func publish(_ name: String, _ day: Day) -> Scene { act("schedule", name, day) { _ in ["when": ["now"]] } }

    private func act(
        _ command: String, _ name: String, _ day: Day, byApprover: Bool = false,
        _ input: @escaping @Sendable (Stage) throws -> [String: [String]]
    ) -> Scene {
        Scene(day: day) { stage in
            let part: Part = byApprover ? .head : .lead
            try await stage.give(command, record(name, stage), by: part, try input(stage))
        }
    }
}
