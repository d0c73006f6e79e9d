import Policy

/// Checks of the pictures, by what is known of them: who is tagged, what describes them, which faces were seen.
extension Proofreader {
    func proofPictures(_ draft: ProofDraft, named: Set<String>, _ notes: inout Notes) {
        for (number, picture) in draft.pictures.enumerated() {
            proofDescription(picture, number, &notes)
            proofFaces(picture, number, &notes)
            for pupil in picture.pupils {
                guard let person = people.people.first(where: { $0.id == pupil }) else { continue }
                if !person.mayBeNamed {
                    notes.add(
                        .consent, at: .picture(number),
                        says: "Somebody in picture \(number + 1) may not be shown here.",
                        mend: "Cover them or use another picture.", pupil: pupil)
                }
                if named.contains(pupil) {
                    notes.add(
                        .nameWithImage, at: .picture(number),
                        says: "Somebody in picture \(number + 1) is named as well as shown.",
                        mend: "Leave out the name or the picture.", pupil: pupil)
                }
            }
        }
    }

    private func proofFaces(_ picture: ProofDraft.Picture, _ number: Int, _ notes: inout Notes) {
        if picture.untaggedFaces > 0 {
            let faces = picture.untaggedFaces == 1 ? "A face" : "\(picture.untaggedFaces) faces"
            notes.add(
                .untaggedFace, at: .picture(number),
                says: "\(faces) in picture \(number + 1) \(picture.untaggedFaces == 1 ? "is" : "are") not tagged.",
                mend: "Say who it is, or cover the face.")
        } else if picture.pupils.isEmpty, !picture.isNobodyIdentifiable {
            notes.add(
                .untaggedFace, at: .picture(number), says: "Nobody is tagged in picture \(number + 1).",
                mend: "Tag who is in it, or say that nobody can be identified.")
        }
    }

    private func proofDescription(_ picture: ProofDraft.Picture, _ number: Int, _ notes: inout Notes) {
        let page = Page(picture.altText, words)
        let end = picture.altText.utf8.count
        guard let first = page.tokens.first, let last = page.tokens.last else {
            return notes.add(
                .missingAltText, at: .picture(number), says: "Picture \(number + 1) has no description.",
                mend: "Say in a sentence what it shows, for those who cannot see it.")
        }
        if last.gap == [.dot], Self.pictureEndings.contains(last.hash) || isCamera(first) && page.tokens.count <= 4 {
            notes.add(
                .missingAltText, at: .altText(number), start: 0, end: end,
                says: "The description of picture \(number + 1) is the name of a file.",
                mend: "Say in a sentence what the picture shows.")
        } else if isCamera(first), page.tokens.count <= 3 {
            notes.add(
                .missingAltText, at: .altText(number), start: 0, end: end,
                says: "The description of picture \(number + 1) is a camera’s number.",
                mend: "Say in a sentence what the picture shows.")
        } else if let of = opening(page) {
            notes.add(
                .missingAltText, at: .altText(number), start: 0, end: page.origin(Int(of.end)),
                says: "A screen reader says “image” before the description already.",
                mend: "Begin with what the picture shows.")
        } else if page.tokens.count == 1, Self.nothings.contains(first.hash) {
            notes.add(
                .missingAltText, at: .altText(number), start: 0, end: end,
                says: "The description of picture \(number + 1) does not say what it shows.",
                mend: "Say in a sentence what the picture shows.")
        }
    }

    /// `Image of`, `a photo of`: the token `of`.
    private func opening(_ page: Page) -> Token? {
        let tokens = page.tokens.prefix(3)
        guard let place = tokens.firstIndex(where: { $0.hash == Self.of }), place > 0,
            Self.nothings.contains(tokens[place - 1].hash)
        else { return nil }
        return tokens[place]
    }

    private func isCamera(_ token: Token) -> Bool { Self.cameras.contains(token.hash) }

    private static let of = Hashing.of("of".utf8)
    private static let pictureEndings = NumberSearch.words("jpg jpeg png gif webp heic heif avif tif tiff bmp")
    private static let cameras = NumberSearch.words("img dsc dscn dscf pxl pict mvimg screenshot untitled dcim imag")
    private static let nothings = NumberSearch.words(
        "image picture photo photograph pic graphic logo screenshot img alt")
}
