import Policy

extension Picture {
    package static func available(_ state: Picture?, at desk: Desk) -> [String] {
        guard let picture = state, picture.removal == nil, desk.has(anyOf: seers) else { return [] }
        let states = picture.faceStates
        let faces =
            (states.contains(.open) ? ["dismissFace"] : []) + (states.contains(.dismissed) ? ["restoreFace"] : [])
        let nobody =
            picture.nobody != nil
            ? ["unsayNobody"] : picture.tags.isEmpty && !states.contains(.open) ? ["sayNobody"] : []
        return ["describe", "tag"] + (picture.tags.isEmpty ? [] : ["untag"]) + faces + nobody + ["discard"]
    }

    package static func forms(at desk: Desk) -> [CommandForm<Picture>] {
        [
            CommandForm(
                Form(
                    "describe", title: "Describe the picture", button: "Save the description",
                    fields: [
                        Field(
                            "altText", "What does it show?", .paragraph(max: 1000),
                            hint:
                                "For somebody who cannot see it: who is doing what, where. No name of a child. Most "
                                + "platforms take 1,000 characters at most.",
                            missing: "Enter what the picture shows")
                    ])
            ) { answers throws(Refusal) in .describe(altText: answers.text("altText").trimmed) },
            CommandForm(
                Form("tag", title: "Tag a child", button: "Tag", fields: [pupil, area])
            ) { answers throws(Refusal) in
                .tag(PupilID(answers.text("pupil")), try answers.area("area"))
            },
            CommandForm(
                Form("untag", title: "Remove a tag", button: "Remove the tag", fields: [pupil])
            ) { answers throws(Refusal) in .untag(PupilID(answers.text("pupil"))) },
            CommandForm(
                Form(
                    "dismissFace", title: "Say that it is not a face", button: "Not a face",
                    warning: "It stands on the record that you said so.", fields: [face])
            ) { answers throws(Refusal) in .dismissFace((answers.integer("face") ?? 0) - 1) },
            CommandForm(
                Form("restoreFace", title: "Say that it is a face after all", button: "It is a face", fields: [face])
            ) { answers throws(Refusal) in .restoreFace((answers.integer("face") ?? 0) - 1) },
            CommandForm(
                Form(
                    "sayNobody", title: "Nobody can be identified",
                    intro:
                        "Say so only after you have looked at the whole picture: at its edges, at mirrors and screens, at "
                        + "names on pegs, books and badges.",
                    button: "Nobody can be identified",
                    fields: [
                        Field(
                            "looked", "I have looked at the whole picture", .confirm,
                            missing: "Look at the whole picture, then tick this")
                    ])
            ) { _ throws(Refusal) in .sayNobody },
            CommandForm(
                Form("unsayNobody", title: "Somebody can be identified after all", button: "Take it back")
            ) { _ throws(Refusal) in .unsayNobody },
            CommandForm(
                Form(
                    "discard", title: "Remove this picture for good", button: "Remove for good",
                    warning:
                        "The picture is destroyed and cannot be brought back. A post that it is in cannot be published "
                        + "with it. That it was here, and that you removed it, stays on record.",
                    fields: [
                        Field(
                            "sure", "I want this picture to be destroyed", .confirm,
                            missing: "Tick this if the picture is to be destroyed")
                    ])
            ) { _ throws(Refusal) in .discard },
        ]
    }

    package func prefill(_ command: String) -> Input {
        command == "describe" ? Input(["altText": [altText]]) : Input()
    }

    private static let pupil = Field(
        "pupil", "Pupil", .line(max: 60), hint: "The pupil’s identifier.", missing: "Choose a pupil from the list")
    private static let area = Field(
        "area", "Where", .line(max: 40),
        hint: "From the left, from the top, width and height, in thousandths of the picture: 100,200,150,150.",
        missing: "Say where in the picture")
    private static let face = Field(
        "face", "Face", .integer(1...200), hint: "Its number on the picture.", missing: "Enter the number of the face")
}

extension Answers {
    fileprivate func area(_ name: String) throws(Refusal) -> PictureArea {
        guard let area = PictureArea(text(name)) else {
            throw .incomplete([FieldProblem(name, "Enter four whole numbers with commas between: 100,200,150,150")])
        }
        return area
    }
}

extension PictureArea {
    /// - Returns: nil unless it is four whole numbers with commas between.
    package init?(_ text: String) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
        guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2],
            let height = numbers[3], [x, y, width, height].allSatisfy((0...1000).contains)
        else { return nil }
        self.init(x: x, y: y, width: width, height: height)
    }

    package var text: String { "\(x),\(y),\(width),\(height)" }
}
