import Policy

extension Picture {
    package static func evolve(_ state: Picture?, _ event: Event) -> Picture {
        if case .uploaded(let id, let upload, let image, let faces) = event {
            return Picture(
                id: id, upload: upload, image: image, altText: "", faces: (faces ?? []).map { SeenFace(area: $0) },
                wasSearched: faces != nil, tags: [], covered: [], nobody: nil, goesOn: nil, removal: nil)
        }
        // Every other event follows `uploaded`: `decide` refuses any other order.
        var picture = state ?? .empty
        switch event {
        case .uploaded: break
        case .described(let altText, _, _): picture.altText = altText
        case .tagged(let tag, _, _): picture.tags.append(tag)
        case .untagged(let pupil, _, _): picture.tags.removeAll { $0.pupil == pupil }
        case .faceDismissed(let face, let by, let at):
            if picture.faces.indices.contains(face) { picture.faces[face].dismissed = Saying(by: by, at: at) }
        case .faceRestored(let face, _, _):
            if picture.faces.indices.contains(face) { picture.faces[face].dismissed = nil }
        case .nobodySaid(let by, let at): picture.nobody = Saying(by: by, at: at)
        case .nobodyUnsaid: picture.nobody = nil
        case .covered(let areas, let image, _, _):
            picture.covered += areas
            picture.image = image
        case .dated(let goesOn): picture.goesOn = goesOn
        case .removed(let removal): picture.removal = removal
        }
        return picture
    }

    private static let empty = Picture(
        id: PictureID(""), upload: Upload(by: .office, at: Instant(seconds: 0), fileName: ""),
        image: StoredImage(blob: "", hash: "", width: 0, height: 0, byteCount: 0), altText: "", faces: [],
        wasSearched: false, tags: [], covered: [], nobody: nil, goesOn: nil,
        removal: Removal(reason: .byHand, on: Day(number: 0), by: .office))
}
