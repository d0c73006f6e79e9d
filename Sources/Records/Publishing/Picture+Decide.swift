package import Policy

extension Picture {
    /// Those who work with the school's pictures. Governors, contractors, volunteers and parent helpers do not see them.
    package static let seers = Role.seersOfPupils

    package static func decide(_ state: Picture?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        guard let picture = state else {
            guard case .take(let taken) = command else { throw .notFound }
            try desk.require(anyOf: seers, to: "add a picture")
            return [
                .uploaded(
                    id: taken.id, upload: Upload(by: desk.person, at: desk.now, fileName: taken.fileName),
                    image: taken.image, faces: taken.faces)
            ]
        }
        if case .noteChange = command {
            guard desk.isReaction else { throw notByHand }
            return picture.removal == nil ? picture.redated(at: desk) : []
        }
        if case .expire = command {
            guard desk.isReaction else { throw notByHand }
            guard picture.removal == nil, let day = picture.goesOn, day <= desk.today else { return [] }
            return [.removed(removal: Removal(reason: .due, on: desk.today, by: .office))]
        }
        try desk.require(anyOf: seers, to: "change a picture")
        guard picture.removal == nil else { throw .wrongState("This picture has gone from the store.") }
        switch command {
        case .take: throw .wrongState("This picture is in the store already.")
        case .noteChange, .expire: return []
        case .describe(let altText):
            return altText == picture.altText ? [] : [.described(altText: altText, by: desk.person, at: desk.now)]
        case .tag(let pupil, let area): return try picture.tagging(pupil, area, at: desk)
        case .untag(let pupil):
            guard picture.tags.contains(where: { $0.pupil == pupil }) else { return [] }
            return picture.dating([.untagged(pupil: pupil, by: desk.person, at: desk.now)], at: desk)
        case .dismissFace(let face):
            try picture.require(face)
            guard picture.faceStates[face] == .open else { return [] }
            return [.faceDismissed(face: face, by: desk.person, at: desk.now)]
        case .restoreFace(let face):
            try picture.require(face)
            guard picture.faces[face].dismissed != nil else { return [] }
            return picture.withdrawing([.faceRestored(face: face, by: desk.person, at: desk.now)], at: desk)
        case .sayNobody: return try picture.sayingNobody(at: desk)
        case .unsayNobody: return picture.nobody == nil ? [] : [.nobodyUnsaid(by: desk.person, at: desk.now)]
        case .cover(let areas, let image):
            guard desk.isReaction || areas.allSatisfy(\.isWithinPicture), !areas.isEmpty else { throw outside }
            return [.covered(areas: areas, image: image, by: desk.person, at: desk.now)]
        case .discard: return [.removed(removal: Removal(reason: .byHand, on: desk.today, by: desk.person))]
        }
    }

    private static let notByHand = Refusal.notAuthorised(
        reason: "Hornbook does that by itself when the day comes.", whoMay: [])
    private static let outside = Refusal.incomplete([
        FieldProblem("area", "Draw the box within the picture, and not smaller than a face")
    ])

    private func tagging(_ pupil: PupilID, _ area: PictureArea, at desk: Desk) throws(Refusal) -> [Event] {
        guard desk.pupils[pupil] != nil else {
            throw .incomplete([FieldProblem("pupil", "Choose a pupil from the list")])
        }
        guard area.isWithinPicture else { throw Self.outside }
        guard !tags.contains(where: { $0.pupil == pupil }) else {
            throw .incomplete([
                FieldProblem("pupil", "This child is tagged in this picture already. Remove that tag first")
            ])
        }
        return dating(
            withdrawing(
                [.tagged(tag: PictureTag(pupil: pupil, area: area), by: desk.person, at: desk.now)], at: desk),
            fresh: pupil, at: desk)
    }

    private func sayingNobody(at desk: Desk) throws(Refusal) -> [Event] {
        guard nobody == nil else { return [] }
        guard tags.isEmpty else {
            throw .wrongState("Somebody is tagged in this picture, so somebody in it can be identified.")
        }
        guard openFaces == 0 else {
            throw .wrongState(
                "A face was seen in this picture. Tag it, cover it, or say that it is no face; then say that nobody can "
                    + "be identified.")
        }
        return [.nobodySaid(by: desk.person, at: desk.now)]
    }

    private func require(_ face: Int) throws(Refusal) {
        guard faces.indices.contains(face) else { throw .notFound }
    }

    /// Somebody is in it after all, so what was said of nobody no longer stands.
    private func withdrawing(_ events: [Event], at desk: Desk) -> [Event] {
        nobody == nil ? events : events + [.nobodyUnsaid(by: desk.person, at: desk.now)]
    }

    /// What happened, and the day on which the picture goes now, where that is another.
    private func dating(_ events: [Event], fresh: PupilID? = nil, at desk: Desk) -> [Event] {
        var after = self
        for event in events { after = Picture.evolve(after, event) }
        return events + after.redated(fresh: fresh, at: desk)
    }

    private func redated(fresh: PupilID? = nil, at desk: Desk) -> [Event] {
        let (day, now) = retention(at: desk, fresh: fresh)
        let isSame = now == (clocks ?? [])
        return day == goesOn && isSame ? [] : [.dated(goesOn: day, clocks: isSame ? nil : now)]
    }
}
