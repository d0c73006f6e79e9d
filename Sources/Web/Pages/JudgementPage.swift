import HTML
import Office
import Policy
import Records

/// One question or departure: what was told, what the policy said, what was answered.
enum JudgementPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let record = RecordID("judgement/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Judgement.self, record, as: caller)
        let judgement = detail.state
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(record, as: caller)
        var pack: Pack?
        if let answer = judgement.matter.answer {
            pack = try await visit.office.standing(of: answer, at: visit.id).pack
        }
        return .page(
            visit.page(judgement.title, crumbs: crumbs(visit)) {
                PageHeading(
                    judgement.matter.departure == nil ? "Question" : "Departure from the policy",
                    tag: tag(judgement.status.rawValue),
                    actions: detail.available.enumerated().map { index, form in
                        let isMain = index == 0 && onward.contains(form.name)
                        return ButtonLink(form.title, visit.url(record.commandPath(form.name)), quiet: !isMain)
                    })
                for duty in detail.duties {
                    TodayPage.card(duty.shown(to: detail.available), visit, visit.now)
                }
                SummaryList(brief(judgement, names))
                if let answer = judgement.matter.answer {
                    h2 { "What the policy says" }
                    AnswerPanel(answer: answer, pack: pack, clausePage: "")
                    SummaryList(
                        AskedRows.rows(
                            Asked(facts: answer.facts, notKnown: Set(answer.notKnown)),
                            (pack ?? visit.school.pack).vocabulary))
                    if !answer.clauses.isEmpty { ClauseList(answer: answer, pack: pack) }
                }
                h2 { "What has happened" }
                Timeline(history.reversed().map { $0.entry(names, visit) })
                ProofLink(visit: visit, record: record)
            })
    }

    /// What takes it on to its next stage.
    private static let onward: Set = ["answer", "explain", "acknowledge", "settleChange"]

    static func crumbs(_ visit: Visit) -> [Link] {
        [Link("Ask", visit.url("/ask")), Link("Questions and departures", visit.url("/judgements"))]
    }

    static func tag(_ status: String) -> Tag {
        guard let status = Judgement.Status(rawValue: status) else { return Tag(status) }
        let tone: Tag.Tone =
            switch status {
            case .waiting, .returned: .waiting
            case .permitted: .good
            case .refused: .bad
            case .noted: .info
            case .withdrawn: .quiet
            }
        return Tag(status.label.prefix(1).uppercased() + status.label.dropFirst(), tone)
    }

    /// What there is to know of it; also stands above the forms that answer it.
    static func brief(_ judgement: Judgement, _ names: Names) -> [SummaryRow] {
        told(judgement, names) + exchanged(judgement, names) + answered(judgement, names)
            + judgement.advice.map { advice in
                SummaryRow("Advice sought", "\(advice.from), \(advice.recordedAt.londonDay.longText):\n\(advice.said)")
            } + change(judgement, names)
    }

    private static func told(_ judgement: Judgement, _ names: Names) -> [SummaryRow] {
        let matter = judgement.matter
        var rows = [SummaryRow("From", "\(names.name(judgement.teller)), \(judgement.toldAt.longText)")]
        rows.append(SummaryRow(matter.departure == nil ? "What is asked" : "The situation", matter.situation))
        if let answer = matter.answer {
            rows.append(SummaryRow("What the policy says", "\(matter.question): \(answer.headline)"))
        }
        if let departure = matter.departure {
            rows.append(
                SummaryRow(departure.stage == .planned ? "Planned for" : "Done on", departure.on.longText))
            rows.append(SummaryRow("The reasons", departure.reasons))
        }
        let whom = judgement.recipients.map(\.label).joined(separator: " or ")
        return rows + [SummaryRow("Answered by", whom)]
    }

    private static func exchanged(_ judgement: Judgement, _ names: Names) -> [SummaryRow] {
        var rows: [SummaryRow] = []
        for exchange in judgement.exchange {
            rows.append(SummaryRow("Asked by \(names.name(exchange.askedBy))", exchange.question))
            rows.append(
                SummaryRow(
                    "Said to it", exchange.reply.isEmpty ? "Nothing: they have left the school" : exchange.reply))
        }
        if case .returned(let question, let by, _) = judgement.phase {
            rows.append(SummaryRow("Asked by \(names.name(by))", question))
        }
        return rows
    }

    private static func answered(_ judgement: Judgement, _ names: Names) -> [SummaryRow] {
        switch judgement.phase {
        case .answered(let reply, let readAt):
            [
                SummaryRow("Answer", "\(reply.outcome.label). \(reply.text)"),
                SummaryRow("Answer given by", "\(names.name(reply.by)), \(reply.at.longText)"),
                SummaryRow("Read", readAt?.longText ?? "Not yet"),
            ]
        case .withdrawn(let reason, let at):
            [SummaryRow("Withdrawn", at.longText), SummaryRow("Why", reason)]
        case .waiting, .returned: []
        }
    }

    private static func change(_ judgement: Judgement, _ names: Names) -> [SummaryRow] {
        guard let change = judgement.change else { return [] }
        let asked = SummaryRow("What the policy should say", "\(change.says)\n\(names.name(change.by))")
        guard let settled = change.settled else { return [asked] }
        return [asked, SummaryRow("What came of it", "\(settled.done)\n\(names.name(settled.by))")]
    }
}

/// The clauses that an answer cites, in the words of the edition that gave it.
struct ClauseList: Component {
    var answer: GivenAnswer
    var pack: Pack?

    var body: Markup {
        ul(.class("clauses"), .role(.list)) {
            for id in answer.clauses {
                let clause = pack?.clause(id)
                li(.id(id)) {
                    p(.class("over")) { clause.map { "\(id), \($0.place)" } ?? id }
                    p { clause?.says ?? "The edition cannot be read by this version of Hornbook." }
                }
            }
        }
    }
}
