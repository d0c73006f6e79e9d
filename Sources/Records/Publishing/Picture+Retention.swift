package import Policy

extension Picture {
    /// The earliest day that a child in it sets; nil while none does.
    ///
    /// A child who has left: so long after as the pack has pictures kept. A child of whom nothing may be shown any more:
    /// the day after the last leave, or, where there is none at all, the same time from now, in which the face can be
    /// covered. A day that was set before for the same reason is not put off by looking again.
    func retention(at desk: Desk) -> Day? {
        tags.compactMap { tag in desk.pupils[tag.pupil].flatMap { Self.retention($0, at: desk, set: goesOn) } }.min()
    }

    private static func retention(_ pupil: PupilCard, at desk: Desk, set: Day?) -> Day? {
        let grace = desk.due(within: desk.pack.process.picturesKeptFor.value).londonDay
        if !pupil.isHere || pupil.leaves.isEmpty { return min(set ?? grace, grace) }
        let ends = pupil.leaves.map(\.until)
        guard !ends.contains(nil), let last = ends.compactMap(\.self).max() else { return nil }
        return last.adding(days: 1)
    }
}
