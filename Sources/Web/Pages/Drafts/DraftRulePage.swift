import HTML
import Office
import Policy
import Records

/// One rule of a draft: added, changed or taken out.
enum DraftRulePage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let rule = try rule(visit, pack)
        // Without scripts the first step is a question of its own: which actions.
        let form = RuleForm(rule, in: pack, action: visit.query.all("action"))
        return .page(page(save, form, hidden: save.hidden()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let rule: Rule?
        do {
            rule = try self.rule(visit, pack)
        } catch {
            // Sent twice, or another has taken the rule out meanwhile: the second has nothing to show it against.
            return try await save.save(note: "", edit: { throw error }, again: { _, _ in throw error })
        }
        let form = RuleForm(visit.form, changing: rule, in: pack)
        switch visit.form["step"] {
        case "facts": return .page(page(save, form.showingFacts, hidden: save.hiddenAgain))
        case "exception": return .page(page(save, form.adding("unless"), hidden: save.hiddenAgain))
        case "duty": return .page(page(save, form.adding("then"), hidden: save.hiddenAgain))
        default: break
        }
        return try await save.save(
            note: rule.map { "Rule \($0.id) changed" } ?? "Rule added: \(visit.form["says"].prefix(120))",
            edit: {
                let new = try form.filledIn()
                guard let rule else { return try pack.adding(new) }
                return rule.saysTheSame(as: new) ? pack : try pack.replacing(rule.id, with: new)
            },
            again: { problems, hidden in
                let page = page(save, form.showingFacts, hidden: hidden, problems: problems)
                return page
            })
    }

    @Sendable static func askToDelete(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        guard let rule = try rule(visit, pack) else { throw Refusal.notFound }
        return .page(deletion(save, rule, hidden: save.hidden()))
    }

    @Sendable static func delete(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let id = visit.parameter("rule")
        return try await save.save(
            note: "Rule \(id) taken out", edit: { try pack.removing(id) },
            again: { problems, hidden in
                guard let rule = pack.rule(id) else { throw Refusal.notFound }
                return deletion(save, rule, hidden: hidden, problems: problems)
            })
    }

    /// The rule that the address names; nil where it is that of a new one.
    private static func rule(_ visit: Visit, _ pack: Pack) throws(Refusal) -> Rule? {
        let id = visit.parameter("rule")
        if id.isEmpty { return nil }
        guard let rule = pack.rule(id) else { throw .notFound }
        return rule
    }

    private static func page(
        _ save: DraftSave, _ form: RuleForm, hidden: [HiddenField], problems: [FieldProblem] = []
    ) -> PageShell {
        let visit = save.visit
        let title = form.rule == nil ? "Add a rule" : "Change the rule"
        let action = form.rule.map { save.url("/rules/\($0.id)") } ?? save.url("/new-rule")
        let isFirstStep = form.actions.isEmpty
        return visit.page(title, crumbs: DraftPage.crumbs(visit, save.draft), hasProblems: !problems.isEmpty) {
            ErrorSummary(problems.map { ErrorSummary.Item($0.message, field: $0.field.isEmpty ? nil : $0.field) })
            PageHeading(title, over: form.rule?.id ?? save.draft.edition.title)
            if let rule = form.rule, form.pack.hasComments(inRule: rule.id) {
                NotificationBanner(
                    .info, "Comments stand inside this rule in the file",
                    text: "Saved from this form, the rule is written anew and loses them.",
                    link: Link("Change it in the text instead", save.url("/text")))
            }
            HTML.form(.class("form"), .action(action), .method(.post), .novalidate(), .data("rule", "")) {
                // Return in a field presses the first button of a form.
                if !isFirstStep {
                    button(
                        .class("visually-hidden"), .type(.submit), .name("step"), .value("save"), .tabindex(-1),
                        .aria(.hidden, "true")
                    ) { "Save in the draft" }
                }
                for field in hidden { field }
                RuleFields(form: form, problems: problems, action: action)
                div(.class("buttons")) {
                    button(.class("button"), .type(.submit), .name("step"), .value(isFirstStep ? "facts" : "save")) {
                        isFirstStep ? "Continue" : "Save in the draft"
                    }
                    Link("Cancel", save.url(""))
                }
            }
            if let rule = form.rule { p { Link("Take this rule out", save.url("/rules/\(rule.id)/delete")) } }
        }
    }

    private static func deletion(
        _ save: DraftSave, _ rule: Rule, hidden: [HiddenField], problems: [FieldProblem] = []
    ) -> PageShell {
        let form = Form(
            "delete", title: "Take this rule out", intro: rule.says, button: "Take the rule out",
            warning: "What the rule says is no longer asked of anybody once this draft comes into force.")
        return save.visit.page(
            form.title, crumbs: DraftPage.crumbs(save.visit, save.draft), hasProblems: !problems.isEmpty
        ) {
            FormPage(
                form, action: save.url("/rules/\(rule.id)/delete"), problems: problems, hidden: hidden,
                cancel: Link("Cancel", save.url("/rules/\(rule.id)")))
        }
    }
}

extension RuleForm {
    /// The form once it shows the facts of the actions that are chosen.
    fileprivate var showingFacts: RuleForm {
        var copy = self
        copy.input.values["shown"] = actions.map(\.id)
        return copy
    }
}

extension Rule {
    /// Whether writing the other in this one's place would change nothing that it says.
    fileprivate func saysTheSame(as other: Rule) -> Bool {
        func plain(_ rule: Rule) -> Rule {
            var copy = rule.withoutLine
            copy.when.sort { $0.fact < $1.fact }
            copy.unless = copy.unless.map { $0.sorted { $0.fact < $1.fact } }
            copy.clauses.sort()
            copy.approval.sort()
            for index in copy.obligations.indices { copy.obligations[index].to.sort() }
            return copy
        }
        return plain(self) == plain(other)
    }
}
