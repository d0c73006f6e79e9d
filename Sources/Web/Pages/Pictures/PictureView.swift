import HTML
import Office
import Policy
import Records

/// The picture with its boxes, and a form for each thing that can be said of it.
struct PictureView: Component {
    var visit: Visit
    var record: RecordID
    var picture: Picture
    var revision: Int64
    var commands: Set<String>
    var pupils: [PupilChoice]
    /// Names of those who are tagged.
    var tagged: [PupilID: String]
    /// Where each of them may be shown, in a few words; empty for somebody who may not know.
    var mayBeShown: [PupilID: String] = [:]
    var problems: [FieldProblem]
    /// What was sent with the form that was wrong.
    var input: Input

    var body: Markup {
        let states = picture.faceStates
        return div(.class("tagging")) {
            div(.class("tagging-picture")) {
                PictureBoard(
                    src: src, picture: picture, states: states, tagged: tagged)
            }
            div(.class("tagging-forms")) {
                datalist
                let open = states.indices.filter { states[$0] == .open }
                nobody
                if !open.isEmpty {
                    h2 { open.count == 1 ? "A face to account for" : "\(open.count) faces to account for" }
                    for face in open { self.face(face) }
                }
                tags
                if commands.contains("tag") { drawn }
                dismissed(states)
                if commands.contains("describe") { description }
                p { Link("Remove this picture for good", visit.url(record.commandPath("discard"))) }
            }
        }
    }

    private var datalist: Markup {
        element("datalist", [.id("pupils")]) { for pupil in pupils { option(.value(pupil.label)) {} } }
    }

    private func form(_ name: String, @MarkupBuilder content: () -> Markup) -> Markup {
        HTML.form(.class("form form-small"), .action(visit.url(record.pagePath)), .method(.post)) {
            HiddenField("csrf", visit.token)
            HiddenField("once", visit.office.newID())
            HiddenField("revision", "\(revision)")
            HiddenField("form", name)
            content()
        }
    }

    private func act(_ name: String, _ label: String, quiet: Bool = false) -> Markup {
        button(
            .class(quiet ? "button button-quiet" : "button"), .type(.submit), .name("do"), .value(name)
        ) { label }
    }

    private func who(_ name: String, isThis: Bool) -> Markup {
        let texts = FieldTexts(
            name: name, label: "Who is it?", hint: "Begin to type the name, then choose the child.",
            problems: isThis ? problems.filter { $0.field == name }.map(\.message) : [])
        return LabelledField(texts) {
            HTML.input(
                .class("input"), .id(texts.id), .name(name), .type(.text), .custom("list", "pupils"),
                .value(isThis ? input[name] : ""), .autocomplete("off"), .spellcheck(false), texts.invalid,
                texts.describedBy())
        }.body
    }

    private func face(_ index: Int) -> Markup {
        let name = "face-\(index + 1)"
        return form(name) {
            div(.class("face-head")) {
                FaceCut(src: src, picture: picture, area: picture.faces[index].area)
                h3 { "Face \(index + 1)" }
            }
            HiddenField("face", "\(index + 1)")
            HiddenField("area", picture.faces[index].area.text)
            who("pupil-\(index + 1)", isThis: input["form"] == name)
            div(.class("buttons")) {
                act("tag", "Tag")
                act("dismissFace", "Not a face", quiet: true)
            }
            cover("cover", "Cover this face")
        }
    }

    /// Opened first and pressed then: what is covered cannot be brought back.
    private func cover(_ name: String, _ label: String) -> Markup {
        details(.class("cover")) {
            summary { label }
            p(.class("hint")) {
                "This part is made unrecognisable in the picture itself. What was under it cannot be brought back."
            }
            button(.class("button button-danger"), .type(.submit), .name("do"), .value(name)) { "Cover it for good" }
        }
    }

    private var src: String { visit.url("\(record.pagePath)/picture.jpg") }

    @MarkupBuilder private var tags: Markup {
        if !picture.tags.isEmpty {
            h2 { "Who is in it" }
            ul(.class("tags"), .role(.list)) {
                for tag in picture.tags {
                    li {
                        form("tag") {
                            HiddenField("pupil", tag.pupil.rawValue)
                            div(.class("tagged")) {
                                p { tagged[tag.pupil] ?? "A child who is no longer on record" }
                                if let places = mayBeShown[tag.pupil] {
                                    p(.class("hint")) { "May be shown: \(places.lowercasedFirst)" }
                                }
                            }
                            button(.class("button button-quiet"), .type(.submit), .name("do"), .value("untag")) {
                                "Remove the tag"
                                span(.class("visually-hidden")) { " of \(tagged[tag.pupil] ?? "this child")" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var drawn: Markup {
        let isThis = input["form"] == "drawn"
        func number(_ name: String, _ label: String, _ usual: String) -> Markup {
            TextInput(
                FieldTexts(name: name, label: label), value: isThis ? input[name] : usual, inputmode: .numeric,
                size: .number(0...100)
            ).body
        }
        return details(.class("drawn-part"), .data("draw", ""), .open(isThis)) {
            summary { picture.tags.isEmpty && picture.faces.isEmpty ? "Tag somebody" : "Tag somebody else" }
            form("drawn") {
                p(.class("hint"), .data("draw-hint", ""), .hidden()) {
                    "Draw a box on the picture, or give its place below."
                }
                who("pupil-drawn", isThis: isThis)
                fieldset(.class("box-numbers"), .id(FieldTexts.id("area"))) {
                    legend(.class("label")) { "Where, in per cent of the picture" }
                    number("left", "From the left", "40")
                    number("top", "From the top", "40")
                    number("width", "Width", "20")
                    number("height", "Height", "20")
                }
                div(.class("buttons")) { act("tagDrawn", "Tag") }
                cover("coverDrawn", "Cover this part instead")
            }
        }
    }

    @MarkupBuilder private func dismissed(_ states: [Picture.FaceState]) -> Markup {
        for face in states.indices.filter({ states[$0] == .dismissed }) {
            form("dismissed") {
                HiddenField("face", "\(face + 1)")
                p { "Box \(face + 1) is said not to be a face." }
                act("restoreFace", "It is a face after all", quiet: true)
            }
        }
    }

    @MarkupBuilder private var nobody: Markup {
        if commands.contains("sayNobody") {
            h2 { picture.faces.isEmpty ? "Is anybody in it?" : "Can nobody be identified?" }
            p {
                "Look at the edges, at mirrors and screens, at names on pegs, books and badges."
            }
            p {
                ButtonLink(
                    "Nobody can be identified", visit.url(record.commandPath("sayNobody")),
                    quiet: !picture.faces.isEmpty)
            }
        }
        if commands.contains("unsayNobody") {
            form("nobody") {
                p { "It is on record that nobody in this picture can be identified." }
                act("unsayNobody", "Take it back", quiet: true)
            }
        }
    }

    private var description: Markup {
        form("description") {
            h2 { "What it shows" }
            TextArea(
                FieldTexts(
                    name: "altText", label: "Description",
                    hint: "For somebody who cannot see it: who is doing what, where. No name of a child.",
                    problems: problems.filter { $0.field == "altText" }.map(\.message)),
                value: input["form"] == "description" ? input["altText"] : picture.altText, max: 1000)
            div(.class("buttons")) { act("describe", "Save the description", quiet: !picture.altText.isEmpty) }
        }
    }
}
