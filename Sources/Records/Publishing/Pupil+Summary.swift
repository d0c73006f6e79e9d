package import Policy

extension Pupil {
    /// Those who work with children. Governors, contractors, volunteers and parent helpers do not see them.
    package static let seers = Role.seersOfPupils

    package var summary: Summary {
        let year = particulars.year.map(Pupil.yearLabel)
        return Summary(
            title: particulars.name,
            subtitle: [particulars.className, year ?? ""].filter { !$0.isEmpty }.joined(separator: ", "),
            // Nothing here may tell what was answered: lists and counts show it to everybody who sees pupils.
            status: hasLeft ? "left" : "here",
            facets: [SummaryFacet("pupil", id.rawValue), SummaryFacet("class", particulars.className)]
                + (particulars.year.map { [SummaryFacet("year", "\($0)")] } ?? []),
            searchText: "\(particulars.name) \(particulars.nicknames.joined(separator: " ")) \(particulars.className)",
            audience: Pupil.seers.map(Audience.role))
    }

    /// Nobody of the school's people is named by it but those who recorded answers, whom no decision looks at.
    package var people: Set<PersonID> { [] }

    package static func available(_ state: Pupil?, at desk: Desk) -> [String] {
        let keepsRoll = desk.has(anyOf: Desk.keepers)
        guard let pupil = state else { return keepsRoll ? ["join"] : [] }
        let consent =
            desk.has(anyOf: desk.pack.imageConsent.keepers)
            ? (pupil.hasLeft ? ["withdraw"] : ["recordConsent", "withdraw"]) : []
        let protection =
            desk.has(anyOf: desk.pack.imageConsent.protectors) ? [pupil.isProtected ? "unprotect" : "protect"] : []
        let roll = keepsRoll ? (pupil.hasLeft ? ["correct"] : ["correct", "nameParents", "setLeaving", "leave"]) : []
        return consent + protection + roll
    }

    /// As those see it who do not keep the roll.
    package var withoutParents: Pupil {
        var copy = self
        copy.parents = []
        return copy
    }

    /// As those see it who do not keep consents: what may be shown is on their page, and why not is not theirs to know.
    package var withoutConsent: Pupil {
        var copy = self
        copy.answers = []
        copy.isProtected = false
        copy.asking = nil
        return copy
    }
}
