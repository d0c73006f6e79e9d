package import Policy

extension Takedown {
    package enum Status: String, Sendable, CaseIterable, Codable {
        case open, closed
        case setAside = "set-aside"

        package var label: String {
            switch self {
            case .open: "to be taken down"
            case .closed: "all gone"
            case .setAside: "not taken down"
            }
        }
    }

    package var status: Status {
        switch phase {
        case .open: .open
        case .closed: .closed
        case .setAside: .setAside
        }
    }

    package var summary: Summary {
        Summary(
            title: "Take down: \(title)",
            subtitle: copies.map(\.place.accountName).joined(separator: ", "), status: status.rawValue,
            duties: duties,
            facets: copies.map { SummaryFacet("account", $0.place.account) }
                + Set(grounds.compactMap(\.pupil)).sorted().map { SummaryFacet("pupil", $0.rawValue) },
            searchText: title, audience: audience)
    }

    /// Those who run the accounts, those who keep consents, whoever asked, and those who say that a copy is gone.
    private var audience: [Audience] {
        let keepers = grounds.flatMap { $0.keepers ?? [.administrator, .headteacher, .dsl, .dpo] }
        return Set(keepers + [.administrator, .headteacher]).sorted().map(Audience.role)
            + people.filter { $0 != .office && $0 != .family }.sorted().map(Audience.person)
    }

    private var duties: [Duty] {
        guard case .open(let since, let due) = phase else { return [] }
        let runners = Set(standing.flatMap(\.place.people)).sorted()
        return [
            Duty(
                "remove", "Take down a post", for: runners.map(Assignee.person) + [.role(.administrator)], due: due,
                since: since)
        ]
    }

    package static func span(ofDuty key: String, under process: Process) -> Span? {
        key == "remove" ? process.imagesRemovedWithin.value : nil
    }

    package var people: Set<PersonID> { Set(copies.flatMap(\.place.people) + grounds.map(\.by)) }

    /// As those see it who do not keep consents: what must go is theirs to know, for whom it must is not.
    package var withoutPupils: Takedown {
        var copy = self
        copy.grounds = grounds.filter { $0.pupil == nil }
        return copy
    }

    package static func available(_ state: Takedown?, at desk: Desk) -> [String] {
        guard let state, case .open = state.phase else {
            return desk.has(anyOf: Pupil.seers) && desk.published != nil ? ["openByHand"] : []
        }
        let runs = state.standing.contains { $0.place.people.contains(desk.person) }
        let mayMark = runs || desk.has(anyOf: [.administrator, .headteacher])
        let maySetAside = state.isOnlyByHand && desk.has(anyOf: desk.pack.imageConsent.keepers)
        return (mayMark ? ["markGone"] : []) + (maySetAside ? ["setAside"] : [])
    }
}
