import Policy
import Records

/// An account in every state there is, with duties that are done, due and overdue.
struct AccountLives {
    let today: Day
    let pack: Pack
    let cast: Cast

    var scenes: [Scene] { (running + undecided + ended + unofficial).flatMap { $0.scenes() } }

    private func ago(_ days: Int) -> Day { Story.workday(today.adding(days: -days)) }

    /// The opening day of an account whose access review falls due so many days from now.
    private func opened(reviewIn days: Int) -> Day {
        Story.workday(today.adding(days: days).adding(months: -pack.process.accessReviewEvery.value.count))
    }

    private var running: [AccountLife] {
        let overdue = opened(reviewIn: -20)
        let soon = opened(reviewIn: 2)
        return [
            AccountLife(
                platform: "facebook", name: "@\(cast.handle)school", aim: "News of the school for families.",
                audience: "Parents and neighbours.",
                steps: [
                    (ago(200), .apply), (ago(195), .approve),
                    (ago(190), .open(administrators: [.administrator], youngestPupil: nil)),
                    (ago(30), .review),
                ]),
            AccountLife(
                platform: "x", name: "@\(cast.handle)news", aim: "Short notices: closures, clubs, results.",
                audience: "Parents.",
                other: .deputy,
                steps: [
                    (overdue.adding(days: -9), .apply), (overdue.adding(days: -5), .approve),
                    (overdue, .open(administrators: [.administrator], youngestPupil: nil)),
                ]),
            AccountLife(
                platform: "class-dojo", name: "\(cast.handle) classes", aim: "Work and praise between class and home.",
                audience: "The families of each class.",
                steps: [
                    (soon.adding(days: -9), .apply), (soon.adding(days: -5), .approve),
                    (soon, .open(administrators: [.administrator], youngestPupil: pack.school.ages.lowerBound)),
                ]),
            // Its lead knows the password and has left: it is to be handed over and the password changed.
            AccountLife(
                platform: "instagram", name: "@\(cast.handle)arts", aim: "Pupils' work, without pupils' faces.",
                audience: "Families and other schools.", applicant: .leaver, lead: .leaver,
                steps: [
                    (ago(90), .apply), (ago(86), .approve),
                    (ago(84), .open(administrators: [.administrator, .leaver], youngestPupil: nil)),
                    (ago(40), .reveal(.leaver, "New school tablet to sign in on.")),
                ]),
        ]
    }

    private var undecided: [AccountLife] {
        [
            AccountLife(
                platform: "youtube", name: "\(cast.handle) assemblies",
                aim: "Recordings of assemblies for those who could not come.",
                audience: "Parents and grandparents.", steps: [(ago(2), .apply)]),
            AccountLife(
                platform: "pinterest", name: "\(cast.handle) ideas", aim: "Classroom displays worth copying.",
                audience: "Teachers elsewhere.",
                applicant: .assistant, steps: [(ago(26), .apply)]),
            AccountLife(
                platform: "bluesky", name: "@\(cast.handle)science", aim: "Experiments to try at home.",
                audience: "Pupils' families.",
                applicant: .newcomer, lead: .newcomer,
                steps: [
                    (ago(20), .apply),
                    (
                        ago(15),
                        .sendBack("Say who answers comments in the holidays, and confirm the policy yourself first.")
                    ),
                ]),
            AccountLife(
                platform: "linkedin", name: "\(pack.school.name)", aim: "Vacancies.",
                audience: "People who look for work in schools.",
                steps: [(ago(12), .apply), (ago(5), .approve)]),
        ]
    }

    private var ended: [AccountLife] {
        [
            AccountLife(
                platform: "wordpress", name: "\(cast.handle) expedition", aim: "A diary of the residential week.",
                audience: "Families of those who went.",
                steps: [
                    (ago(300), .apply), (ago(296), .approve),
                    (ago(290), .open(administrators: [.administrator], youngestPupil: nil)),
                    (ago(100), .close("The expedition is over and its pages are kept on the school's website.")),
                ]),
            AccountLife(
                platform: "tiktok", name: "@\(cast.handle)dance", aim: "Clips of the dance club.", audience: "Pupils.",
                applicant: .assistant,
                steps: [
                    (ago(64), .apply),
                    (
                        ago(60),
                        .reject(
                            "Our pupils are younger than the platform allows. Share the clips on the class pages instead."
                        )
                    ),
                ]),
            AccountLife(
                platform: "threads", name: "@\(cast.handle)library", aim: "Books of the week.", audience: "Families.",
                steps: [(ago(55), .apply), (ago(50), .withdraw("The newsletter has room for it after all."))]),
        ]
    }

    private var unofficial: [AccountLife] {
        [
            AccountLife(
                platform: "facebook", name: "\(cast.handle)parentschat", aim: "", audience: "",
                steps: [
                    (
                        ago(14),
                        .report("A group with our badge, run by we do not know whom. People ask it about school dates.")
                    ),
                    (
                        ago(10),
                        .act("Wrote to the group's owner to take the badge away. No answer yet.", isSettled: false)
                    ),
                ]),
            AccountLife(
                platform: "x", name: "\(cast.handle)memes", aim: "", audience: "",
                steps: [
                    (ago(80), .report("Jokes under the school's name and picture.")),
                    (ago(78), .act("Reported to the platform as an impersonation.", isSettled: false)),
                    (ago(70), .act("The platform has taken it down.", isSettled: true)),
                ]),
        ]
    }
}
