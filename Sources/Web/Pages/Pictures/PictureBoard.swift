import HTML
import Records

/// The picture with a numbered box for each face and tag. The boxes are a drawing over it; the forms say the same in words.
struct PictureBoard: Component {
    var src: String
    var picture: Picture
    var states: [Picture.FaceState]
    var tagged: [PupilID: String]

    var body: Markup {
        let width = picture.image.width, height = picture.image.height
        let open = states.indices.filter { states[$0] == .open }
        return figure(.class("picture-board"), .data("board", "")) {
            img(
                .src(src),
                .alt(picture.altText.isEmpty ? "The picture, which has no description yet" : picture.altText),
                .width(width), .height(height))
            element(
                "svg",
                [
                    .class("boxes"), .custom("viewBox", "0 0 \(width) \(height)"), .aria(.hidden, "true"),
                    .custom("focusable", "false"),
                ]
            ) {
                for index in open { box(picture.faces[index].area, "box box-open", "\(index + 1)") }
                for tag in picture.tags { box(tag.area, "box box-tagged", tagged[tag.pupil] ?? "") }
            }
        }
    }

    private func box(_ area: PictureArea, _ style: String, _ label: String) -> Markup {
        let width = picture.image.width, height = picture.image.height
        let x = area.x * width / 1000, y = area.y * height / 1000
        let size = max(14, max(width, height) / 36)
        return element("g", [.class(style)]) {
            element(
                "rect",
                [
                    .custom("x", "\(x)"), .custom("y", "\(y)"), .custom("width", "\(area.width * width / 1000)"),
                    .custom("height", "\(area.height * height / 1000)"), .custom("rx", "\(size / 4)"),
                ]
            ) {}
            element(
                "text",
                [.custom("x", "\(x + size / 4)"), .custom("y", "\(y + size)"), .custom("font-size", "\(size)")]
            ) { label }
        }
    }
}

/// One face cut out of the picture, beside the form that asks whose it is: on a phone the picture itself is out of sight.
struct FaceCut: Component {
    var src: String
    var picture: Picture
    var area: PictureArea

    var body: Markup {
        let width = picture.image.width, height = picture.image.height
        let (x, y) = (area.x * width / 1000, area.y * height / 1000)
        // As much around it as makes a face known, and a square.
        let side = max(1, max(area.width * width, area.height * height) * 8 / 5000)
        let left = x + area.width * width / 2000 - side / 2, top = y + area.height * height / 2000 - side / 2
        return element(
            "svg",
            [
                .class("face-cut"), .custom("viewBox", "\(left) \(top) \(side) \(side)"), .aria(.hidden, "true"),
                .custom("focusable", "false"),
            ]
        ) {
            element(
                "image", [.href(src), .custom("width", "\(width)"), .custom("height", "\(height)")]
            ) {}
        }
    }
}
