import HTML
import Office
import Policy
import Records

/// Links for the parents of many children at once: slips to print and cut, or a file for mail merge. Shown once.
enum ConsentLinksPage {
    @Sendable static func make(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let overview = try await visit.office.consentOverview(as: caller)
        let wanted = ConsentListPage.Wanted(visit.form, overview)
        let asked = overview.lines.filter { wanted.fits($0, overview) && $0.wantsAsking }
        let links = try await visit.office.askConsent(asked.map(\.pupil.id), as: caller)
        if visit.form["as"] == "csv" { return csv(links, visit) }
        return .page(
            visit.page("Links for parents", crumbs: ConsentListPage.crumbs(visit)) {
                PageHeading(
                    "Links for parents", over: visit.school.name,
                    lead:
                        "Print them now: they are not shown again. Each is for the parents of one child, works once and until \(visit.now.londonDay.adding(days: Pupil.linkDays).longText)."
                )
                PrintButton()
                if links.isEmpty { EmptyState("Nobody on that list has to be asked.") }
                ul(.class("slips"), .role(.list)) {
                    for link in links {
                        li {
                            h2 { link.pupil.particulars.name }
                            p(.class("over")) { link.pupil.particulars.className }
                            p {
                                "\(visit.school.name) would like to know whether pictures of \(link.pupil.particulars.first) may be used. Open this address on a phone or a computer. You can say no, and change your mind at any time."
                            }
                            p(.class("slip-link")) { visit.address("/consent/\(link.secret)") }
                        }
                    }
                }
            })
    }

    private static func csv(_ links: [(pupil: Pupil, secret: String)], _ visit: Visit) -> Reply {
        var text = CSV.line(["first name", "last name", "class", "link", "works until"])
        let until = visit.now.londonDay.adding(days: Pupil.linkDays).longText
        for link in links {
            let particulars = link.pupil.particulars
            text += CSV.line([
                particulars.first, particulars.last, particulars.className, visit.address("/consent/\(link.secret)"),
                until,
            ])
        }
        return .bytes(
            Array(text.utf8), type: "text/csv; charset=utf-8",
            fileName: "\(visit.id)-consent-links-\(visit.now.londonDay.iso).csv")
    }
}

extension ConsentListPage {
    static func crumbs(_ visit: Visit) -> [Link] {
        [Link("Pupils", visit.url("/pupils")), Link("Image consent", visit.url("/pupils/consent"))]
    }
}
