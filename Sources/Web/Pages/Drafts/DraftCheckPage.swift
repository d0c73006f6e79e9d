import HTML
import Office
import Policy
import Records

/// How one kind of check of posts is done in a draft of the policy.
enum DraftCheckPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let check = try check(visit, pack)
        return .page(page(save, check, input: check.prefill, hidden: save.hidden()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let check = try check(visit, pack)
        return try await save.save(
            note: "Check changed: \(check.kind.label)",
            edit: {
                let setting = try check.filledIn(visit.form)
                return setting == check.laidDown ? pack : try pack.checking(check.kind, as: setting)
            },
            again: { problems, hidden in page(save, check, input: visit.form, hidden: hidden, problems: problems) })
    }

    private static func check(_ visit: Visit, _ pack: Pack) throws(Refusal) -> CheckForm {
        guard let kind = CheckKind(rawValue: visit.parameter("check")) else { throw .notFound }
        return CheckForm(kind, in: pack)
    }

    private static func page(
        _ save: DraftSave, _ check: CheckForm, input: Input, hidden: [HiddenField], problems: [FieldProblem] = []
    ) -> PageShell {
        let form = check.form
        return save.visit.page(
            form.title, crumbs: DraftPage.crumbs(save.visit, save.draft), hasProblems: !problems.isEmpty
        ) {
            FormPage(
                form, action: save.url("/checks/\(check.kind.rawValue)"), input: input, problems: problems,
                hidden: hidden, cancel: Link("Cancel", save.url("")))
        }
    }
}
