import Policy

extension Picture {
    package static func evolve(_ state: Picture?, _ event: Event) -> Picture {
        if case .uploaded(let id, let upload, let image, let faces) = event {
            return Picture(
                id: id, upload: upload, image: image, altText: "", faces: (faces ?? []).map { SeenFace(area: $0) },
                wasSearched: faces != nil, tags: [], covered: [], nobody: nil, goesOn: nil, removal: nil, changedBy: [],
                clocks: [])
        }
        // Every other event follows `uploaded`: `decide` refuses any other order.
        var picture = state ?? .empty
        picture.note(event.hand)
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
        case .dated(let goesOn, let clocks):
            picture.goesOn = goesOn
            if let clocks { picture.clocks = clocks }
        case .removed(let removal): picture.removal = removal
        }
        return picture
    }

    /// In a state that was kept before hands were noted, those that still show are the first.
    private mutating func note(_ hand: PersonID?) {
        guard let hand, hand != .office else { return }
        var known = changedBy ?? hands
        if !known.contains(hand) { known.append(hand) }
        changedBy = known
    }

    private static let empty = Picture(
        id: PictureID(""), upload: Upload(by: .office, at: Instant(seconds: 0), fileName: ""),
        image: StoredImage(blob: "", hash: "", width: 0, height: 0, byteCount: 0), altText: "", faces: [],
        wasSearched: false, tags: [], covered: [], nobody: nil, goesOn: nil,
        removal: Removal(reason: .byHand, on: Day(number: 0), by: .office), changedBy: [], clocks: [])
}

extension Picture.Event {
    /// Who changed what is shown, or what is said of who is in it; nil where nobody did.
    fileprivate var hand: PersonID? {
        switch self {
        case .described(_, let by, _), .tagged(_, let by, _), .untagged(_, let by, _), .faceDismissed(_, let by, _),
            .faceRestored(_, let by, _), .nobodySaid(let by, _), .nobodyUnsaid(let by, _), .covered(_, _, let by, _):
            by
        case .uploaded, .dated, .removed: nil
        }
    }
}
