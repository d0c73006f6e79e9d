package import Policy

extension Takedown {
    package static func decide(_ state: Takedown?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        switch command {
        case .open(let pupil, let purposes):
            guard desk.isReaction else {
                throw .notAuthorised(reason: "Ask for a post to be taken down on the page of the post.", whoMay: [])
            }
            let ground = Ground(
                pupil: pupil, by: desk.person, at: desk.now, keepers: desk.pack.imageConsent.keepers)
            return adding(
                ground, places: (desk.published?.copies ?? []).filter { purposes.contains($0.purpose) }, to: state,
                at: desk)
        case .openEnded:
            guard desk.isReaction else { throw officeAlone }
            return openingEnded(state, at: desk)
        case .noteGone(let account):
            guard desk.isReaction else { throw officeAlone }
            let isThere = desk.published?.copies.contains { $0.account == account } ?? false
            guard let takedown = state, case .open = takedown.phase, !isThere,
                takedown.standing.contains(where: { $0.place.account == account })
            else { return [] }
            let seen: Gone.Seen = desk.person == .office ? .readBack : .byHand
            return try takedown.marking(account, Gone(seen: seen, by: desk.person, at: desk.now, note: ""), at: desk)
        case .openByHand(let askedBy, let says):
            try desk.require(anyOf: Pupil.seers, to: "ask for a post to be taken down")
            guard let published = desk.published else {
                throw .wrongState("This post is not published, so there is nothing to take down.")
            }
            let ground = Ground(
                pupil: nil, askedBy: askedBy, says: says, by: desk.person, at: desk.now,
                keepers: desk.pack.imageConsent.keepers)
            return adding(ground, places: published.copies, to: state, at: desk)
        case .markGone(let account, let seen, let note):
            guard let takedown = state else { throw .notFound }
            return try takedown.marking(account, Gone(seen: seen, by: desk.person, at: desk.now, note: note), at: desk)
        case .markAskedGone(let account, let note):
            guard let takedown = state else { throw .notFound }
            return try takedown.marking(
                account, Gone(seen: .readBack, by: desk.person, at: desk.now, note: note), wasAsked: true, at: desk)
        case .setAside(let reason):
            guard let takedown = state else { throw .notFound }
            try desk.require(anyOf: desk.pack.imageConsent.keepers, to: "decide that a post stays")
            guard case .open = takedown.phase else {
                throw .wrongState("That cannot be done: this is \(takedown.status.label).")
            }
            guard takedown.isOnlyByHand else {
                throw .wrongState("Leave to show somebody in this post has ended, so it must be taken down.")
            }
            return [.setAside(reason: reason, by: desk.person, at: desk.now)]
        }
    }

    private static let officeAlone = Refusal.notAuthorised(reason: "Only Hornbook itself records this.", whoMay: [])

    /// A ground for each child who is shown where leave is not given today.
    private static func openingEnded(_ state: Takedown?, at desk: Desk) -> [Event] {
        guard let published = desk.published else { return [] }
        var takedown = state
        var events: [Event] = []
        for child in Set(published.pictures.flatMap { desk.pictures[$0]?.pupils ?? [] }).sorted() {
            let places = published.copies.filter { place in
                let platform = place.purpose == .socialMedia ? place.platform : nil
                return desk.pupils[child]?.leave(for: place.purpose, on: platform, day: desk.today).isGiven != true
            }
            guard !places.isEmpty else { continue }
            let ground = Ground(
                pupil: child, by: desk.person, at: desk.now, keepers: desk.pack.imageConsent.keepers)
            let new = adding(ground, places: places, to: takedown, at: desk)
            takedown = new.reduce(takedown) { evolve($0, $1) }
            events += new
        }
        return events
    }

    /// Opens it, or adds to what is open. Asked twice for the same child and the same places, nothing more happens.
    private static func adding(_ ground: Ground, places: [PublishedCopy], to state: Takedown?, at desk: Desk) -> [Event]
    {
        let due = desk.due(within: desk.pack.process.imagesRemovedWithin.value)
        guard let takedown = state else {
            guard let published = desk.published, !places.isEmpty else { return [] }
            return [
                .opened(
                    title: published.title, ground: ground, copies: places.map { Copy(place: $0) },
                    pictures: published.pictures, due: due)
            ]
        }
        let new = places.filter { takedown.isSetAside || !takedown.knows($0) }
        let isKnown = takedown.grounds.contains {
            $0.pupil == ground.pupil && $0.askedBy == ground.askedBy && $0.says == ground.says
        }
        if new.isEmpty && (isKnown || places.isEmpty) { return [] }
        return [.joined(ground: ground, copies: new.map { Copy(place: $0) }, due: due)]
    }

    private func marking(
        _ account: String, _ gone: Gone, wasAsked: Bool = false, at desk: Desk
    ) throws(Refusal) -> [Event] {
        guard case .open = phase else { throw .wrongState("That cannot be done: this is \(status.label).") }
        guard let copy = copies.first(where: { $0.place.account == account }) else { throw .notFound }
        if !desk.isReaction, !copy.place.people.contains(desk.person) {
            try desk.require(anyOf: [.administrator, .headteacher], to: "say that this copy is gone")
        }
        guard copy.gone == nil else { throw .wrongState("This copy has been recorded as gone already.") }
        if gone.seen == .readBack, !desk.isReaction, !wasAsked {
            throw .notAuthorised(reason: "Only Hornbook says that it asked the platform.", whoMay: [])
        }
        return [.gone(account: account, gone: gone)] + (standing.count == 1 ? [.closed(at: desk.now)] : [])
    }

    /// Copies that are still to be seen.
    package var standing: [Copy] { copies.filter { $0.gone == nil } }
    package var isOnlyByHand: Bool { grounds.allSatisfy { $0.pupil == nil } }

    private var isSetAside: Bool {
        if case .setAside = phase { true } else { false }
    }

    /// Followed already, or gone from there. The same account at another address is another copy.
    private func knows(_ place: PublishedCopy) -> Bool {
        copies.contains { $0.place.account == place.account && $0.place.address == place.address }
    }
}
