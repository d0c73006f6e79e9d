import HTML
import Office
import Policy
import Records

/// What changes when a draft takes the place of the edition in force; read before it is saved as a draft edition.
enum DraftImpactPage {
    private static let most = 200

    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let impact = try await visit.office.impact(of: pack, in: visit.school)
        let vocabulary = pack.vocabulary
        return .page(
            visit.page("What changes", crumbs: DraftPage.crumbs(visit, save.draft)) {
                PageHeading(
                    "What changes", over: save.draft.edition.title,
                    lead: "\(pack.edition) in place of \(visit.school.pack.edition), which is in force.")
                if impact.isEmpty {
                    EmptyState("Nothing that anybody is asked or told is other than it was.")
                } else {
                    summary(impact)
                    answers(impact.answers, vocabulary)
                    findings("Found in the draft and not in the edition in force", impact.findingsAdded, vocabulary)
                    findings(
                        "Found in the edition in force and no longer in the draft", impact.findingsGone, vocabulary)
                    settings("How it is carried out", caption: "Settings that differ", impact.settings)
                    settings("What posts are checked for", caption: "Checks that differ", impact.checks)
                    rules(impact.rules, save)
                    clauses(impact.clausesLeft)
                }
                confirmation(save, pack, visit)
            })
    }

    private static func summary(_ impact: Impact) -> Figures {
        Figures([
            Figures.Figure("\(impact.answers.count)", impact.answers.count == 1 ? "answer changes" : "answers change"),
            Figures.Figure(
                "\(impact.findingsAdded.count)", impact.findingsAdded.count == 1 ? "finding appears" : "findings appear"
            ),
            Figures.Figure(
                "\(impact.findingsGone.count)", impact.findingsGone.count == 1 ? "finding goes" : "findings go"),
            Figures.Figure("\(impact.rules.count)", impact.rules.count == 1 ? "rule differs" : "rules differ"),
            Figures.Figure(
                "\(impact.settings.count)", impact.settings.count == 1 ? "setting differs" : "settings differ"),
            Figures.Figure(
                "\(impact.checks.count)", impact.checks.count == 1 ? "check differs" : "checks differ"),
        ])
    }

    @MarkupBuilder private static func answers(_ answers: [Difference], _ vocabulary: Vocabulary) -> Markup {
        h2 { "Answers" }
        DraftPage.prose(
            caption: "Answers that change", columns: ["Question", "Now", "In the draft", "For example"],
            rows: answers.prefix(most).map { difference in
                [
                    Markup {
                        strong { vocabulary.text(actions: difference.actions) }
                        ". "
                        vocabulary.text(difference.conditions)
                    }, Markup(told(difference.first)), Markup(told(difference.second)),
                    Markup(vocabulary.text(difference.witness)),
                ]
            }, whenEmpty: "No answer changes.")
        if answers.count > most { p { "And \(answers.count - most) more." } }
    }

    private static func told(_ answer: ComparedAnswer) -> String {
        let text = answer.text.prefix(1).uppercased() + answer.text.dropFirst()
        return answer.duties.isEmpty ? text : "\(text). \(answer.duties.map(\.text).joined(separator: "; "))"
    }

    @MarkupBuilder private static func findings(_ title: String, _ found: [Finding], _ vocabulary: Vocabulary) -> Markup
    {
        if !found.isEmpty {
            h2 { title }
            ul { for finding in found.prefix(most) { li { finding.text(in: vocabulary) } } }
            if found.count > most { p { "And \(found.count - most) more." } }
        }
    }

    @MarkupBuilder private static func settings(
        _ title: String, caption: String, _ changes: [SettingChange]
    ) -> Markup {
        if !changes.isEmpty {
            h2 { title }
            DraftPage.prose(
                caption: caption, columns: ["What", "Now", "In the draft"],
                rows: changes.map { [Markup($0.label), Markup($0.before), Markup($0.after)] }, whenEmpty: "None.")
        }
    }

    @MarkupBuilder private static func rules(_ changes: [RuleChange], _ save: DraftSave) -> Markup {
        if !changes.isEmpty {
            h2 { "Rules" }
            DraftPage.prose(
                caption: "Rules that differ", columns: ["Rule", "What happened to it"],
                rows: changes.map { change in
                    [
                        Markup {
                            if change.kind == .removed {
                                change.says
                            } else {
                                Link(change.says, save.url("/rules/\(change.id)"))
                            }
                        }, Markup(text(change.kind)),
                    ]
                }, whenEmpty: "None.")
        }
    }

    private static func text(_ kind: RuleChange.Kind) -> String {
        switch kind {
        case .added: "Added"
        case .removed: "Taken out"
        case .changed(let parts): "Changed: \(parts.joined(separator: ", "))"
        }
    }

    @MarkupBuilder private static func clauses(_ left: [Clause]) -> Markup {
        if !left.isEmpty {
            h2 { "Clauses that nothing honours any more" }
            dl(.class("clauses")) {
                for clause in left {
                    dt { "\(clause.id), \(clause.place)" }
                    dd { clause.says }
                }
            }
        }
    }

    @MarkupBuilder private static func confirmation(_ save: DraftSave, _ pack: Pack, _ visit: Visit) -> Markup {
        if pack.edition == visit.school.pack.edition {
            NotificationBanner(
                .info, "The draft still bears the name of the edition in force",
                text: "It can be saved as a draft edition once it has a name of its own.",
                link: Link("Change the name", save.url("/name")))
        } else if let form = save.draft.detail.available.first(where: { $0.name == "readyDraft" }) {
            part(form, save)
        } else if save.draft.edition.isReady {
            NotificationBanner(
                .success, "This is saved as a draft edition", text: "Any change to it makes it a draft again.")
        }
    }

    private static func part(_ form: Form, _ save: DraftSave) -> FormPage {
        var page = FormPage(
            form, action: save.visit.url(save.draft.detail.record.commandPath(form.name)),
            hidden: save.hidden()
                + [HiddenField("record", save.draft.key)], cancel: Link("Go on editing", save.url("")))
        page.isPart = true
        return page
    }
}
