package import Policy

extension Takedown {
    package static func evolve(_ state: Takedown?, _ event: Event) -> Takedown {
        if case .opened(let title, let ground, let copies, let pictures, let due) = event {
            return Takedown(
                title: title, pictures: pictures, grounds: [ground], copies: copies,
                phase: .open(since: ground.at, due: due))
        }
        // Every other event follows `opened`: `decide` refuses any other order.
        var takedown = state ?? .empty
        switch event {
        case .opened: break
        case .joined(let ground, let copies, let due):
            takedown.grounds.append(ground)
            let back = Set(copies.map(\.place.account))
            takedown.copies = takedown.copies.filter { !back.contains($0.place.account) } + copies
            if !copies.isEmpty { takedown.phase = takedown.phase.reopened(since: ground.at, due: due) }
        case .gone(let account, let gone):
            for index in takedown.copies.indices where takedown.copies[index].place.account == account {
                takedown.copies[index].gone = gone
            }
        case .closed(let at): takedown.phase = .closed(at: at)
        case .setAside(let reason, let by, let at): takedown.phase = .setAside(reason: reason, by: by, at: at)
        }
        return takedown
    }

    private static let empty = Takedown(
        title: "", pictures: [], grounds: [], copies: [], phase: .closed(at: Instant(seconds: 0)))
}

extension Takedown.Phase {
    /// What is open already keeps its due time: another ground gives nobody more of it.
    fileprivate func reopened(since: Instant, due: Instant) -> Takedown.Phase {
        if case .open = self { self } else { .open(since: since, due: due) }
    }
}
