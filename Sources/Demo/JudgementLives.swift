import Office
import Policy
import Records

/// Answers that were kept, questions to the headteacher, and departures where the policy knows them, at every stage.
struct JudgementLives {
    let today: Day
    let pack: Pack

    var scenes: [Scene] { answers + questions + (pack.departures.areForeseen ? departures : []) }

    private func ago(_ days: Int) -> Day { Story.workday(today.adding(days: -days)) }

    private static let newClub = "who=teacher action=open-account"
    private static let formerPupil = "who=teacher action=accept-friend-request with=former-pupil"

    private var answers: [Scene] {
        [
            keep("club", Self.newClub, by: .lead, "Before the science club's page was applied for.", ago(70)),
            keep("former pupil", Self.formerPupil, by: .lead, "Asked in the staff room.", ago(21)),
            keep("assistant", "who=staff action=follow with=pupil", by: .assistant, "", ago(6)),
        ]
    }

    private func keep(_ name: String, _ facts: String, by part: Part, _ note: String, _ day: Day) -> Scene {
        Scene(day: day) { stage in
            var asked = try Asked(parsing: facts, in: stage.pack.vocabulary)
            // Everything that is asked is answered, with the first that the vocabulary offers.
            while let fact = try stage.pack.consider(asked.facts).next {
                asked.facts[fact.id] = fact.values.first?.id
            }
            try await stage.give(
                "keep", stage.office.namedRecord(.answer, by: "demo \(stage.log) \(name)"), by: part,
                ["facts": [asked.text(in: stage.pack.vocabulary)], "note": [note]])
        }
    }

    private func record(_ name: String, _ stage: Stage) -> RecordID {
        stage.office.namedRecord(.judgement, by: "demo \(stage.log) \(name)")
    }

    private func act(
        _ command: String, _ name: String, by part: Part, _ input: [String: [String]], on day: Day
    ) -> Scene {
        Scene(day: day) { stage in try await stage.give(command, record(name, stage), by: part, input) }
    }

    private var questions: [Scene] {
        let choir = "May the choir's parents share their own clips of the concert in the class group?"
        return [
            act("ask", "choir", by: .lead, ["situation": [choir]], on: ago(40)),
            act(
                "askMore", "choir", by: .head, ["question": ["Who can see the class group, and who lets people in?"]],
                on: ago(38)),
            act(
                "explain", "choir", by: .lead,
                ["text": ["Parents of the class alone. The class teacher lets them in and takes them out."]],
                on: ago(37)),
            act(
                "recordAdvice", "choir", by: .head,
                [
                    "from": ["The data protection officer"],
                    "said": ["Parents' own recordings are theirs; say so when the concert begins."],
                ], on: ago(36)),
            act(
                "answer", "choir", by: .head,
                ["outcome": ["permitted"], "text": ["Yes, in that group and nowhere else."]], on: ago(35)),
            act("acknowledge", "choir", by: .lead, ["read": ["yes"]], on: ago(34)),
            act(
                "askForChange", "choir", by: .head,
                ["says": ["Say what parents may do with their own recordings of concerts."]], on: ago(34)),
            act(
                "ask", "raffle", by: .lead, ["situation": ["May I name the raffle's winners on the school's page?"]],
                on: ago(60)),
            act(
                "answer", "raffle", by: .head,
                ["outcome": ["refused"], "text": ["Not by name. Say which classes won."]], on: ago(59)),
            act(
                "ask", "advert", by: .assistant,
                ["situation": ["May I share the summer fair's poster on my own page?"]], on: ago(3)),
            act(
                "ask", "visitors", by: .lead,
                ["situation": ["May a visiting author film the hall before the pupils come in?"]], on: ago(15)),
            act(
                "askMore", "visitors", by: .head, ["question": ["What is the film for?"]], on: ago(14)),
            act(
                "ask", "quiz", by: .assistant,
                ["situation": ["May I run a quiz for parents from the school's account?"]], on: ago(28)),
            act(
                "withdraw", "quiz", by: .assistant, ["reason": ["We held it in the hall instead."]], on: ago(27)),
        ]
    }

    private var departures: [Scene] {
        [
            tell(
                "coach", by: .lead, "done", ago(52),
                "The coach home from the residential broke down and the office was closed.",
                "I wrote to the parents' group from my own phone, so that nobody waited in the rain."),
            act(
                "answer", "coach", by: .head,
                ["outcome": ["permitted"], "text": ["Right, as things stood. Please take the number off your phone."]],
                on: ago(50)),
            tell(
                "cousin", by: .assistant, "done", ago(18),
                "A former pupil of ours has joined the choir that I sing in.",
                "I answered one message about a rehearsal, and have told the choir to write to all of us."),
            act(
                "answer", "cousin", by: .head,
                ["outcome": ["noted"], "text": ["Thank you. Nothing more is needed."]], on: ago(17)),
            tell(
                "trip", by: .lead, "planned", ago(1), "The trip's tablet is being mended.",
                "I mean to post the daily picture from my own phone and delete it there the same evening."),
        ]
    }

    private func tell(
        _ name: String, by part: Part, _ stageName: String, _ day: Day, _ situation: String, _ reasons: String
    ) -> Scene {
        Scene(day: day) { stage in
            let on = stageName == "planned" ? day.adding(days: 7) : day
            try await stage.give(
                "tell", record(name, stage), by: part,
                [
                    "situation": [situation], "stage": [stageName], "reasons": [reasons],
                    "facts": ["who=\(part.roles[0].rawValue) action=depart-from-policy"],
                ].merging(stage.date("on", on)) { first, _ in first })
        }
    }
}
