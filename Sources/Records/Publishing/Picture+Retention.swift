import Policy

extension Picture {
    /// The day on which it goes, as those who are tagged in it now have it, and the clocks that say so: nil while nobody
    /// sets a day. Whoever was tagged and is not any more has no say.
    ///
    /// - Parameter fresh: a child who has just been tagged: a clock of theirs that has run out begins anew.
    func retention(at desk: Desk, fresh: PupilID? = nil) -> (goesOn: Day?, clocks: [PictureClock]) {
        var running = Dictionary(
            (clocks ?? []).map { ($0.pupil, $0.goesOn) }, uniquingKeysWith: { first, _ in first })
        if let fresh, let day = running[fresh], day <= desk.today { running[fresh] = nil }
        var days: [Day] = []
        for pupil in Set(tags.map(\.pupil)).sorted() {
            guard let card = desk.pupils[pupil] else { continue }
            let ends = card.leaves.map(\.until)
            if card.isHere, ends.contains(nil) {
                running[pupil] = nil
            } else if let last = ends.compactMap(\.self).max() {
                // They leave, or consent ends: so long after that as the pack has pictures kept.
                running[pupil] = nil
                days.append(desk.kept(after: London.instant(last, .midnight)))
            } else {
                // Nothing of the child may be shown at all: so long from when that was first seen, in which time the
                // face can be covered. Looking again does not put that day off.
                let day = running[pupil] ?? earlier(desk.kept(after: desk.now), clocks == nil ? goesOn : nil)
                running[pupil] = day
                days.append(day)
            }
        }
        let clocks = running.sorted { $0.key < $1.key }.map { PictureClock(pupil: $0.key, goesOn: $0.value) }
        return (days.min(), clocks)
    }

    /// - Parameter known: the day of a picture that was kept before each child had a clock of their own.
    private func earlier(_ day: Day, _ known: Day?) -> Day { known.map { min($0, day) } ?? day }
}

extension Desk {
    fileprivate func kept(after start: Instant) -> Day {
        calendar.due(from: start, within: pack.process.picturesKeptFor.value).due.londonDay
    }
}
