import HTML
import Office
import Policy
import Records

/// One process setting of a draft, and the name of its edition.
enum DraftSettingPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let setting = try setting(visit, pack)
        return .page(page(save, setting.form, place(visit), input: setting.prefill, hidden: save.hidden()))
    }

    @Sendable static func submit(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        let setting = try setting(visit, pack)
        return try await save.save(
            note: "Setting changed: \(setting.key.label)",
            edit: {
                let text = try setting.filledIn(visit.form)
                return text == pack.settingText(setting.key) ? pack : try pack.setting(setting.key, to: text)
            },
            again: { problems, hidden in
                page(save, setting.form, place(visit), input: visit.form, hidden: hidden, problems: problems)
            })
    }

    @Sendable static func showName(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        return .page(
            page(save, name(pack), "/name", input: Input(["edition": [pack.editionName]]), hidden: save.hidden()))
    }

    @Sendable static func rename(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let (save, pack) = try await DraftSave.open(visit, caller)
        guard let pack else { return .redirect(save.url("/text")) }
        return try await save.save(
            note: "Edition named \(visit.form["edition"].prefix(40))",
            edit: {
                let answers = try name(pack).answers(to: visit.form, people: FormPeople())
                return try pack.renamed(edition: answers.text("edition"))
            },
            again: { problems, hidden in
                page(save, name(pack), "/name", input: visit.form, hidden: hidden, problems: problems)
            })
    }

    private static func name(_ pack: Pack) -> Form {
        Form(
            "name", title: "Name of the edition", button: "Save in the draft",
            fields: [
                Field(
                    "edition", "Name", .line(max: 40),
                    hint:
                        "What tells this edition from the others, such as 2027.1. The school’s own name is put before it.",
                    missing: "Enter a name for the edition")
            ])
    }

    private static func place(_ visit: Visit) -> String { "/settings/\(visit.parameter("setting"))" }

    private static func setting(_ visit: Visit, _ pack: Pack) throws(Refusal) -> SettingForm {
        guard let key = ProcessKey(rawValue: visit.parameter("setting")) else { throw .notFound }
        return SettingForm(key, in: pack)
    }

    private static func page(
        _ save: DraftSave, _ form: Form, _ place: String, input: Input, hidden: [HiddenField],
        problems: [FieldProblem] = []
    ) -> PageShell {
        save.visit.page(form.title, crumbs: DraftPage.crumbs(save.visit, save.draft), hasProblems: !problems.isEmpty) {
            FormPage(
                form, action: save.url(place), input: input, problems: problems, hidden: hidden,
                cancel: Link("Cancel", save.url("")))
        }
    }
}

extension Pack {
    /// What the file calls its edition, without the pack's name before it.
    fileprivate var editionName: String { String(edition.dropFirst(id.count + 1)) }
}
