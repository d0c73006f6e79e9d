import HTML
import Office
import Policy
import Records

/// The policy: how it stands, what it asks, what it says on the topics that it rules on, what it leans on, what is wrong
/// with its document, and every clause with what honours it.
enum PolicyPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let wanted = ClauseFilter(visit.query)
        return wanted.isOff ? try await whole(visit, caller) : PolicyClauses.page(visit, wanted)
    }

    private static func whole(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let pack = visit.school.pack
        let defects = pack.defects(on: visit.now.londonDay, platforms: visit.office.platforms)
        let coverage = pack.coverage()
        let status = pack.policy.reviewStatus(on: visit.now.londonDay)
        let mayEdit = visit.admits(.schoolSettings)
        let changes = try await ChangesAsked.load(visit, caller)
        return .page(
            visit.page("Policy") {
                PageHeading(
                    pack.policy.title, over: visit.school.name,
                    tag: Tag(status.label, status == .inDate ? .good : .waiting),
                    actions: [
                        ButtonLink("Ask “May I…?”", visit.url("/ask")),
                        ButtonLink("Download", visit.url("/policy/pack.yaml"), quiet: true),
                    ]
                        + (visit.admits(.policyDrafts)
                            ? [ButtonLink("Change the policy", visit.url("/policy/drafts"), quiet: true)] : []))
                SummaryList(facts(pack, status: status) + counts(coverage, defects))
                contents(pack)
                changes
                if !pack.policy.notes.isEmpty {
                    Panel("What a reader should know") { ul { for note in pack.policy.notes { li { note } } } }
                }
                PolicyTools(visit: visit)
                PolicyRules.settings(pack)
                PolicyChecks.section(pack)
                PolicyRules.otherwise(pack)
                PolicyRules.topics(pack)
                PolicyLinks.section(pack)
                PolicyDefects.section(defects, pack)
                PolicyClauses.section(visit, coverage)
                if mayEdit {
                    h2 { "The school’s particulars" }
                    ul {
                        li { Link("Terms and INSET days", visit.url("/school/school/setCalendar")) }
                        li { Link("E-mail domains", visit.url("/school/school/setEmailDomains")) }
                    }
                }
            })
    }

    /// Status and dates: for the school's own page and for the public one.
    static func facts(_ pack: Pack, status: PolicyFacts.ReviewStatus) -> [SummaryRow] {
        let policy = pack.policy
        return [
            SummaryRow("Review") { Tag(status.label, status == .inDate ? .good : .waiting) },
            SummaryRow("Next review", policy.nextReview?.text ?? "Not printed on the policy"),
            SummaryRow("Last reviewed", policy.lastReviewed?.text ?? "Not printed on the policy"),
            SummaryRow("Ratified", policy.ratified?.text ?? "No date on the policy"),
            SummaryRow("Version", policy.version ?? "None printed"),
            SummaryRow("Edition in force", pack.edition), SummaryRow("Authority", pack.school.authority),
        ]
    }

    private static func counts(_ coverage: [CoveredClause], _ defects: [Defect]) -> [SummaryRow] {
        let unclaimed = coverage.filter(\.isUnclaimed).count
        return [
            SummaryRow("Clauses") {
                Link("\(coverage.count) in all", "#clauses")
                if unclaimed > 0 { ", \(unclaimed) that nothing honours yet" }
            },
            SummaryRow("Defects of the document") {
                if defects.isEmpty { "None known" } else { Link("\(defects.count) to put right", "#defects") }
            },
        ]
    }

    /// A long page begins with what stands on it.
    private static func contents(_ pack: Pack) -> Markup {
        nav(.class("contents"), .aria(.label, "On this page")) {
            ul(.role(.list)) {
                li { Link("How it is carried out", "#process") }
                li { Link("What posts are checked for", "#checks") }
                for topic in pack.vocabulary.topics { li { Link(topic.label, "#topic-\(topic.id)") } }
                li { Link("What it leans on", "#links") }
                li { Link("What is wrong with the document", "#defects") }
                li { Link("Every clause", "#clauses") }
            }
        }
    }

    /// Clauses by number alone: every clause of a school's own pack begins with the pack's name.
    @MarkupBuilder static func citing(_ ids: [String]) -> Markup {
        for (index, id) in ids.enumerated() {
            if index > 0 { ", " }
            Link(number(id), "#\(id)")
        }
    }

    /// `133` for `oakdene-133`.
    static func number(_ clause: String) -> String { clause.split(separator: "-").last.map(String.init) ?? clause }
}
