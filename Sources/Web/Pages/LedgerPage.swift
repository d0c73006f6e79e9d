import Foundation
import HTML
import Ledger
import Office
import Policy
import Records

/// The ledger: how large it is, what it was signed at, whether it holds, and the proof of any one record.
enum LedgerPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let overview = try await visit.office.ledgerOverview(visit.id)
        let events = try await visit.office.recentEvents(caller, limit: 20)
        let names = Names(try await visit.office.directory(visit.id))
        let mayVerify = visit.admits(.verification)
        return .page(
            visit.page("Ledger") {
                PageHeading(
                    "Ledger", over: visit.school.name,
                    lead:
                        "Everything that is recorded is chained to everything before it. A checkpoint kept outside the school shows whether anything was changed, moved or taken out."
                )
                Figures([
                    .init("\(overview.size)", overview.size == 1 ? "entry" : "entries"),
                    .init("\(overview.checkpoints.count)", "checkpoints kept (latest 20)"),
                ])
                SummaryList([
                    SummaryRow("Root") { Hash(overview.root) },
                    SummaryRow("Key that signs checkpoints") { Hash(overview.verifierKey) },
                ])
                if mayVerify {
                    div(.class("buttons")) {
                        PostButton(
                            "Verify now", action: visit.url("/ledger/verify"), hidden: visit.hidden, tone: .quiet)
                        PostButton(
                            "Sign a checkpoint", action: visit.url("/ledger/checkpoint"), hidden: visit.hidden,
                            tone: .quiet)
                    }
                    if visit.site.verifications.state(visit.id) != nil {
                        p { Link("The last verification", visit.url("/ledger/verify")) }
                    }
                }
                checkpoints(overview, visit)
                h2 { "Latest entries" }
                DataTable(
                    caption: "Latest entries",
                    columns: [
                        .init("Record"), .init("What happened"), .init("Who"), .init("When"),
                        .init("Entry", isNumber: true), .init("Proof"),
                    ],
                    rows: events.map { event in
                        DataTable.Row([
                            Markup { Link(event.title, visit.url(event.record.pagePath)) },
                            Markup(EventTitle.of(event.item.type)),
                            Markup(names.name(event.item.actor)), Markup(event.item.at.longText),
                            Markup("\(event.item.position)"),
                            Markup {
                                if visit.mayProve(event.record) {
                                    proofLink(
                                        event.title,
                                        visit.url("/ledger/proof/\(event.record.kind.path)/\(event.record.key)"))
                                }
                            },
                        ])
                    }, whenEmpty: "Nothing has been recorded that you may see.")
            })
    }

    private static func proofLink(_ title: String, _ href: String) -> Markup {
        a(.href(href)) {
            "Proof"
            span(.class("visually-hidden")) { " of \(title)" }
        }
    }

    private static func checkpoints(_ overview: LedgerOverview, _ visit: Visit) -> Markup {
        Markup {
            h2 { "Checkpoints" }
            DataTable(
                caption: "Checkpoints", columns: [.init("Signed"), .init("Entries", isNumber: true)],
                rows: overview.checkpoints.map { checkpoint in
                    DataTable.Row([Markup(Instant(seconds: checkpoint.time).longText), Markup("\(checkpoint.size)")])
                }, whenEmpty: "None signed yet. Sign one, and keep it outside the school.")
            if !overview.checkpoints.isEmpty, visit.admits(.checkpoints) {
                p {
                    Link(
                        "Download the latest checkpoint, to keep outside the school",
                        visit.url("/ledger/checkpoint.txt"))
                }
            }
        }
    }

    @Sendable static func verify(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let office = visit.office
        let log = visit.id
        visit.site.verifications.start(log) { progress in
            (try await office.verify(log, progress: progress), office.now().seconds)
        }
        return .redirect(visit.url("/ledger/verify"))
    }

    /// How far a verification is, then what it found.
    @Sendable static func progress(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let state = visit.site.verifications.state(visit.id)
        return .page(
            visit.page("Verification", crumbs: [Link("Ledger", visit.url("/ledger"))]) {
                LivePart(
                    id: "verification-state", isRunning: state?.isRunning ?? false, href: visit.url("/ledger/verify")
                ) {
                    switch state {
                    case nil:
                        EmptyState(
                            "No verification has been run since the program started.",
                            action: ButtonLink("Back to the ledger", visit.url("/ledger")))
                    case .running(let done, let total): running(done, total)
                    case .failed:
                        NotificationBanner(
                            .warning, "The ledger could not be read",
                            text: "Ask the person who runs Hornbook to look at its log, then try again.")
                    case .finished(let report, let at): found(report, at)
                    }
                }
                if state != nil {
                    PostButton("Verify again", action: visit.url("/ledger/verify"), hidden: visit.hidden, tone: .quiet)
                }
            })
    }

    private static func running(_ done: Int64, _ total: Int64) -> Markup {
        Markup {
            PageHeading("Verifying", lead: "Every entry is recomputed. You can leave this page and come back.")
            ProgressBar(id: "verification", label: "Entries checked", value: Int(done), total: Int(total))
        }
    }

    private static func found(_ report: VerificationReport, _ at: Int64) -> Markup {
        Markup {
            PageHeading(
                report.isSound ? "The ledger is sound" : "The ledger is not sound",
                tag: report.isSound ? Tag("Sound", .good) : Tag("\(report.faultCount) faults", .bad))
            SummaryList([
                SummaryRow("Verified", Instant(seconds: at).longText), SummaryRow("Entries", "\(report.events)"),
                SummaryRow("Records", "\(report.records)"),
                SummaryRow("Checkpoints checked", "\(report.checkpoints)"),
                SummaryRow("Root") { Hash(Data(report.root).base64EncodedString()) },
            ])
            if !report.isSound {
                DataTable(
                    caption: "What is wrong",
                    columns: [.init("Entry", isNumber: true), .init("Record"), .init("What is wrong")],
                    rows: report.faults.map { fault in
                        DataTable.Row(
                            [
                                Markup(fault.position.map { "\($0)" } ?? "Whole log"), Markup(fault.record ?? ""),
                                Markup(fault.what),
                            ], isWrong: true)
                    }, whenEmpty: "")
            }
        }
    }

    @Sendable static func checkpoint(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        _ = try await visit.office.checkpoint(visit.id)
        return .redirect(visit.url("/ledger?done=\(Notice.checkpointed.rawValue)"))
    }

    @Sendable static func checkpointFile(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let overview = try await visit.office.ledgerOverview(visit.id)
        guard let latest = overview.checkpoints.first else {
            throw Refusal.wrongState("No checkpoint has been signed yet.")
        }
        return .bytes(
            Array(latest.text.utf8), type: "text/plain; charset=utf-8",
            fileName: "\(visit.id)-checkpoint-\(latest.size).txt")
    }

    @Sendable static func proof(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let kind = Kind(path: visit.parameter("kind")),
            let record = RecordID("\(kind.rawValue)/\(visit.parameter("key"))")
        else {
            throw Refusal.notFound
        }
        let proof = try await visit.office.proof(record, as: caller)
        return .bytes(
            try ProofDocument.record(proof).json(), type: "application/json",
            fileName: "\(visit.id)-\(kind.rawValue)-\(record.key)-proof.json")
    }
}
