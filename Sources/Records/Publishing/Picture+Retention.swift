import Policy

extension Picture {
    /// The earliest day that a child in it sets; nil while none does.
    func retention(at desk: Desk) -> Day? {
        tags.compactMap { tag in desk.pupils[tag.pupil].flatMap { retention($0, at: desk) } }.min()
    }

    /// So long as the pack has pictures kept, after the last day on which anything of the child may be shown: they leave,
    /// or consent ends. Of a child of whom nothing may be shown at all it is counted from now, in which time the face can
    /// be covered; looking again does not put that day off.
    private func retention(_ pupil: PupilCard, at desk: Desk) -> Day? {
        let ends = pupil.leaves.map(\.until)
        if pupil.isHere, ends.contains(nil) { return nil }
        if let last = ends.compactMap(\.self).max() { return desk.kept(after: London.instant(last, .midnight)) }
        let day = desk.kept(after: desk.now)
        return goesOn.map { min($0, day) } ?? day
    }
}

extension Desk {
    fileprivate func kept(after start: Instant) -> Day {
        calendar.due(from: start, within: pack.process.picturesKeptFor.value).due.londonDay
    }
}
