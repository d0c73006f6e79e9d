@testable import Policy
@testable import Records

/// Answers and judgements, as ``GoldenSamples`` has the other kinds.
extension GoldenSamples {
    private static let day = Day(number: 20_777)
    private static let at = Instant(seconds: 1_795_168_800)
    private static let due = Instant(seconds: 1_795_798_800)
    private static let ann = PersonID("p-ann")
    private static let bob = PersonID("p-bob")

    static func next(_ event: KeptAnswer.Event?) -> KeptAnswer.Event? {
        switch event {
        case nil:
            .kept(
                question: "Follow somebody’s “account”", answer: answer, note: "The club / choir", by: ann, at: at)
        case .kept: .noteWritten(note: "", by: ann, at: at)
        case .noteWritten: nil
        }
    }

    static func next(_ event: Judgement.Event?) -> Judgement.Event? {
        switch event {
        case nil:
            .told(
                matter: Matter(
                    origin: .departure(Departure(stage: .planned, on: day, reasons: "It rains\nin.")),
                    situation: "The line is down.", question: "Act on my own judgement", answer: answer),
                recipients: [.headteacher, .chair], due: due, by: ann, at: at)
        case .told: .moreAsked(question: "Who saw it?", by: bob, at: at)
        case .moreAsked: .explained(text: "Nobody.", due: due, by: ann, at: at)
        case .explained: .answered(reply: Reply(outcome: .permitted, text: "Yes.", by: bob, at: at))
        case .answered: .acknowledged(by: ann, at: at)
        case .acknowledged: .withdrawn(reason: "Not needed.", by: ann, at: at)
        case .withdrawn:
            .adviceRecorded(advice: Advice(from: "HR adviser", said: "Write it down.", recordedBy: bob, recordedAt: at))
        case .adviceRecorded: .changeAsked(says: "Say more of storms.", by: bob, at: at)
        case .changeAsked: .changeSettled(done: "In the next edition.", by: bob, at: at)
        case .changeSettled: .leaverNoted(person: ann, due: due, at: at)
        case .leaverNoted: nil
        }
    }

    /// With nothing said beside what must be.
    static let bareAnswer = KeptAnswer.Event.kept(
        question: "Follow", answer: bare, note: "", by: ann, at: at)
    static let bareJudgement: [Judgement.Event] = [
        .told(
            matter: Matter(origin: .question, situation: "May I?"), recipients: [.headteacher], due: due, by: ann,
            at: at)
    ]

    private static let answer: GivenAnswer = {
        var answer = bare
        answer.unknown = ["age": ["under-16", "16-17"], "with": ["pupil", "parent"]]
        answer.notKnown = ["age"]
        answer.verdicts = [.needsApproval]
        answer.isSettled = true
        answer.approvals = [[.headteacher, .dsl], [.chair]]
        answer.duties = ["Tell the head (Headteacher), within 1 working day"]
        answer.otherwise = "The policy does not foresee everything."
        answer.rules = [.init(Citation(rule: "r1", effect: .needsApproval, says: "Ask.", clauses: ["oakdene-1"]))]
        answer.alsoConsider = [.init(Citation(rule: "r2", effect: .advised, says: "Think.", clauses: []))]
        answer.mayConsider = [
            .init(Citation(rule: "r3", effect: .prohibited, says: "Not so.", clauses: ["oakdene-2", "oakdene-3"]))
        ]
        return answer
    }()

    private static let bare: GivenAnswer = {
        var answer = GivenAnswer.unasked
        answer.edition = "oakdene-2026.1"
        answer.editionHash = "00ff"
        answer.engine = 1
        answer.facts = Facts(["who": "teacher", "action": "follow"])
        answer.verdicts = [.prohibited, .notCovered]
        return answer
    }()
}
