import HTML
import Office
import Policy
import Records

/// A kept answer, exactly as it was given, and how it stands to what would be answered today.
enum AnswerPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let detail = try await visit.office.detail(KeptAnswer.self, try record(visit), as: caller)
        let standing = try await visit.office.standing(of: detail.state.answer, at: visit.id)
        let names = Names(try await visit.office.directory(visit.id))
        let history = try await visit.office.history(detail.record, as: caller)
        let kept = detail.state
        return .page(
            visit.page(kept.question, crumbs: crumbs(visit)) {
                PageHeading(
                    kept.question, over: "Answer kept", tag: AnswersPage.tag(detail.state.summary.status),
                    actions: detail.available.map {
                        ButtonLink(
                            kept.note.isEmpty ? $0.title : "Change the note",
                            visit.url(detail.record.commandPath($0.name)), quiet: true)
                    })
                today(standing.today, kept, visit)
                AnswerPanel(answer: kept.answer, pack: standing.pack, clausePage: "")
                SummaryList(about(kept, names, visit))
                h2 { "What was asked" }
                SummaryList(asked(kept.answer, standing.pack?.vocabulary ?? visit.school.pack.vocabulary))
                clauses(kept.answer, standing.pack)
                h2 { "Can it be given again?" }
                replay(standing.replay)
                div(.class("buttons")) {
                    PrintButton()
                    ButtonLink(
                        "Download the answer as a file", visit.url("\(detail.record.pagePath)/answer.json"), quiet: true
                    )
                }
                p(.class("hint")) { "The address of this page and the file hold no personal data." }
                h2 { "What has happened" }
                Timeline(history.reversed().map { $0.entry(names, visit) })
                ProofLink(visit: visit, record: detail.record)
            })
    }

    /// The bytes that `hornbook replay` gives again.
    @Sendable static func file(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let detail = try await visit.office.detail(KeptAnswer.self, try record(visit), as: caller)
        return .bytes(
            try detail.state.answer.file, type: "application/json; charset=utf-8",
            fileName: "\(visit.id)-answer-\(detail.record.key).json")
    }

    static func crumbs(_ visit: Visit) -> [Link] {
        [Link("Ask", visit.url("/ask")), Link("Answers kept", visit.url("/answers"))]
    }

    private static func record(_ visit: Visit) throws -> RecordID {
        guard let record = RecordID("answer/\(visit.parameter("key"))") else { throw Refusal.notFound }
        return record
    }

    @MarkupBuilder private static func today(
        _ today: AnswerStanding.Today, _ kept: KeptAnswer, _ visit: Visit
    ) -> Markup {
        switch today {
        case .sameEdition: Markup()
        case .sameAnswer(let edition):
            NotificationBanner(
                .info, "Another edition is in force now, and says the same", text: "Edition \(edition).")
        case .otherAnswer(let edition, let now):
            NotificationBanner(
                .warning, "The edition in force now answers otherwise", text: "Edition \(edition): \(now.headline).",
                link: Link(
                    "See today’s answer",
                    AskPage.address(Asked(facts: now.facts, notKnown: Set(now.notKnown)), visit)))
        case .notAsked(let edition):
            NotificationBanner(
                .warning, "The edition in force now does not know this question", text: "Edition \(edition).")
        }
    }

    private static func about(_ kept: KeptAnswer, _ names: Names, _ visit: Visit) -> [SummaryRow] {
        [
            SummaryRow("What it was about", kept.note),
            SummaryRow("Kept by", "\(names.name(kept.keptBy)), \(kept.keptAt.longText)"),
            SummaryRow("Edition", kept.answer.edition),
            SummaryRow("Its text’s SHA-256") { Hash(kept.answer.editionHash) },
            SummaryRow("Engine", "Version \(kept.answer.engine)"),
        ]
    }

    private static func asked(_ answer: GivenAnswer, _ vocabulary: Vocabulary) -> [SummaryRow] {
        let anything = vocabulary.facts.filter { answer.unknown[$0.id] != nil && !answer.notKnown.contains($0.id) }
        return AskedRows.rows(Asked(facts: answer.facts, notKnown: Set(answer.notKnown)), vocabulary)
            + (anything.isEmpty
                ? [] : [SummaryRow("May be anything", anything.map(\.label).joined(separator: "\n"))])
    }

    /// Their words as the edition had them: the edition in force may have others.
    @MarkupBuilder private static func clauses(_ answer: GivenAnswer, _ pack: Pack?) -> Markup {
        if !answer.clauses.isEmpty {
            h2 { "The clauses, in our words, as they stood" }
            ClauseList(answer: answer, pack: pack)
        }
    }

    @MarkupBuilder private static func replay(_ replay: Replay) -> Markup {
        switch replay {
        case .same: p { "Yes. Asked again under its edition a moment ago, it came out the same, byte for byte." }
        case .otherEngine(let then, let now):
            p {
                "Not by this version of Hornbook: the answer was given by engine \(then), and this is engine \(now). "
                    + "What stands above is what was kept."
            }
        case .otherPack, .differs:
            WarningText(
                "Asked again under its edition, it came out otherwise. What stands above is what was kept. Tell whoever "
                    + "runs Hornbook for the school: `hornbook replay` shows the difference.")
        case .unanswerable:
            p {
                "Not by this version of Hornbook, which no longer reads the edition. What stands above is what was kept."
            }
        }
    }
}
