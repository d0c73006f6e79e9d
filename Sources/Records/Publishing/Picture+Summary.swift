import Policy

extension Picture {
    package enum Status: String, Sendable, CaseIterable, Codable {
        case untagged, ready, removed

        package var label: String {
            switch self {
            case .untagged: "somebody to tag"
            case .ready: "everybody accounted for"
            case .removed: "gone"
            }
        }
    }

    package var status: Status {
        if removal != nil { return .removed }
        return card.isAccountedFor ? .ready : .untagged
    }

    package var summary: Summary {
        let isKept = removal == nil
        return Summary(
            title: title, subtitle: isKept ? goesOn.map { "goes on \($0.longText)" } ?? "" : "",
            status: status.rawValue,
            facets: isKept
                ? Set(tags.map(\.pupil)).sorted().map { SummaryFacet("pupil", $0.rawValue) }
                    + [SummaryFacet("uploader", upload.by.rawValue)]
                    + (altText.isEmpty ? [SummaryFacet("lacks", "description")] : [])
                    + (goesOn.map { [SummaryFacet("goes", $0.iso), SummaryFacet("goes", "on a day")] } ?? [])
                : [],
            searchText: isKept ? altText : "", audience: Self.seers.map(Audience.role))
    }

    /// The description, or when it came: what a file was called may name somebody.
    package var title: String {
        guard removal == nil else { return "A picture that has gone" }
        return altText.isEmpty ? "Picture of \(upload.at.londonDay.longText)" : altText
    }

    package var people: Set<PersonID> { [] }
    package var pupils: Set<PupilID> { Set(tags.map(\.pupil)) }
}
