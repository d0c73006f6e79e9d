import HTML
import Office
import Policy
import Records

/// The fields of a post, one after another.
struct ComposeFields: Component {
    var desk: ComposeDesk
    var input: Input
    var content: PostContent
    var problems: [FieldProblem]
    /// How much the checks find, told under the words where the findings stand out of sight; empty before anything is
    /// written.
    var tally = ""

    var body: Markup {
        if desk.accounts.isEmpty {
            WarningText("You run none of the school’s open accounts, so there is nowhere to publish a post.")
        } else {
            CheckboxGroup(
                texts("accounts", "Accounts"),
                options: desk.accounts.map { Choice($0.key, $0.title, hint: limit($0.platform)) },
                chosen: content.accounts)
        }
        TextArea(texts("words", "Words", hint: "Name no child beside a picture."), value: input["words"], max: 10_000)
        p(.class("compose-tally"), .id("compose-tally"), .aria(.live, "polite")) {
            if !tally.isEmpty { Link(tally, "#compose-check") }
        }
        div(.id("compose-own")) {
            for account in desk.accounts where content.accounts.contains(account.key) { ownWords(account) }
        }
        pictures
        div(.id("compose-order")) { order }
        TextInput(
            texts(
                "speaker", "Who is speaking", hint: "Stands as the last line, such as “Miss Hughes, Oak Class”.",
                isOptional: true), value: input["speaker"], size: .line(max: 120))
        TextInput(
            texts(
                "source", "Where it comes from, if it is not the school’s own",
                hint: "For a picture, music or a text of somebody else’s: whose it is, and its licence.",
                isOptional: true), value: input["source"], size: .line(max: 300))
        DateInput(
            texts(
                "on", "Day on which it is to be published", hint: "Leave it empty to decide once it is approved.",
                isOptional: true), input: input)
        TextInput(
            texts("time", "Time of that day", hint: "Such as 15:30.", isOptional: true), value: input["time"],
            size: .line(max: 5))
    }

    private func ownWords(_ account: (key: String, title: String, platform: String)) -> Markup {
        details(.open(content.ownWords[account.key] != nil)) {
            summary { "Other words for \(account.title)" }
            TextArea(
                texts("own.\(account.key)", "Words on \(account.title)", hint: "Leave it empty for the words above."),
                value: input["own.\(account.key)"], max: 10_000)
        }
    }

    @MarkupBuilder private var pictures: Markup {
        if desk.pictures.isEmpty {
            p(.class("hint")) {
                "There are no pictures to choose from. "
                if desk.visit.admits(.pictures) { Link("Add pictures", desk.visit.url("/pictures/upload")) }
            }
        } else {
            let group = texts("pictures", "Pictures", isOptional: true)
            FieldGroup(group) {
                if desk.visit.admits(.pictures) {
                    p(.class("hint")) { Link("Add other pictures", desk.visit.url("/pictures/upload")) }
                }
                div(.class("picture-options")) {
                    for (index, picture) in desk.pictures.enumerated() {
                        option(picture, id: index == 0 ? group.id : "\(group.id)-\(index + 1)")
                    }
                }
            }
        }
    }

    private func option(_ picture: (key: String, title: String, isUntagged: Bool), id: String) -> Markup {
        div(.class("option")) {
            img(.src(desk.visit.url("/pictures/\(picture.key)/small.jpg")), .alt(""), .custom("loading", "lazy"))
            HTML.input(
                .id(id), .name("pictures"), .type(.checkbox), .value(picture.key),
                .checked(content.pictures.contains { $0.rawValue == picture.key }))
            label(.for(id)) { picture.title.isEmpty ? "A picture without a description" : picture.title }
            if picture.isUntagged { p(.class("hint")) { Tag("Somebody to tag", .waiting) } }
        }
    }

    @MarkupBuilder private var order: Markup {
        if content.pictures.count > 1 {
            FieldGroup(texts("order", "Order of the pictures", hint: "1 comes first.")) {
                for (place, picture) in content.pictures.enumerated() {
                    let name = "order.\(picture)"
                    div(.class("field")) {
                        label(.for(FieldTexts.id(name))) {
                            desk.pictures.first { $0.key == picture.rawValue }?.title
                                ?? "A picture that is not kept any more"
                        }
                        HTML.input(
                            .class("input input-day"), .id(FieldTexts.id(name)), .name(name), .type(.text),
                            .inputmode(.numeric), .value(input[name].isEmpty ? "\(place + 1)" : input[name]))
                    }
                }
            }
        }
    }

    private func texts(_ name: String, _ label: String, hint: String = "", isOptional: Bool = false) -> FieldTexts {
        FieldTexts(
            name: name, label: label, hint: hint, isOptional: isOptional,
            problems: problems.filter { $0.field == name }.map(\.message))
    }

    private func limit(_ platform: String) -> String {
        let most = desk.visit.office.platforms.limits(of: platform, on: desk.visit.now.londonDay)?.characters
        return most.map { "At most \($0.grouped) characters." } ?? ""
    }
}
