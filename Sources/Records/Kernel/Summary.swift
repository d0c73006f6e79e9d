package import Policy

/// What a record looks like from outside, computed from its state alone, so that every list can be rebuilt.
package struct Summary: Sendable, Equatable {
    package var title: String
    package var subtitle: String
    package var status: String
    package var duties: [Duty]
    /// Look-ups by name and value; a name may stand several times.
    package var facets: [SummaryFacet]
    /// Words to find it by; empty for kinds that search must not show.
    package var searchText: String
    package var audience: [Audience]

    package init(
        title: String, subtitle: String = "", status: String, duties: [Duty] = [], facets: [SummaryFacet] = [],
        searchText: String = "", audience: [Audience]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.status = status
        self.duties = duties
        self.facets = facets
        self.searchText = searchText
        self.audience = audience
    }
}

package struct SummaryFacet: Sendable, Hashable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Something that somebody must do, and by when.
package struct Duty: Sendable, Equatable {
    /// Stable within the record for as long as the duty is.
    package var key: String
    package var title: String
    package var assignees: [Assignee]
    /// Somebody whose duty it is not, whatever their roles: the one whose own request it is.
    package var except: PersonID?
    /// The command that does it; nil when the record's page is the place.
    package var action: String?
    package var due: Instant?
    package var since: Instant

    package init(
        _ key: String, _ title: String, for assignees: [Assignee], except: PersonID? = nil, action: String? = nil,
        due: Instant?,
        since: Instant
    ) {
        self.key = key
        self.title = title
        self.assignees = assignees
        self.except = except
        self.action = action
        self.due = due
        self.since = since
    }
}

package enum Assignee: Sendable, Hashable {
    case person(PersonID)
    case role(Role)

    /// The form in which a store keeps it.
    package var token: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .role(let role): "role:\(role.rawValue)"
        }
    }
}

/// Who may see a record in any list, count or search.
package enum Audience: Sendable, Hashable {
    /// Everybody of the school who can sign in.
    case everyone
    case role(Role)
    case person(PersonID)

    package var token: String {
        switch self {
        case .everyone: "everyone"
        case .role(let role): "role:\(role.rawValue)"
        case .person(let id): "person:\(id)"
        }
    }
}
