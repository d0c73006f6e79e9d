/// What a person is to the school. A person may hold several. The raw values stand in records for ever.
package enum Role: String, Sendable, CaseIterable, Codable {
    case staff, teacher, slt, headteacher, administrator, dsl, dpo, governor, chair, clerk, volunteer, contractor
    case agencyWorker = "agency-worker"
    case trainee, parent

    /// The name that a page shows.
    package var label: String {
        switch self {
        case .staff: "Member of staff"
        case .teacher: "Teacher"
        case .slt: "Senior leader (SLT)"
        case .headteacher: "Headteacher"
        case .administrator: "Administrator"
        case .dsl: "Designated safeguarding lead (DSL)"
        case .dpo: "Data protection officer (DPO)"
        case .governor: "Governor"
        case .chair: "Chair of governors"
        case .clerk: "Clerk to the governors"
        case .volunteer: "Volunteer"
        case .contractor: "Contractor"
        case .agencyWorker: "Agency worker"
        case .trainee: "Trainee"
        case .parent: "Parent helper"
        }
    }

    /// True when whoever holds the role is usually on the school's payroll.
    package var isEmployee: Bool {
        switch self {
        case .staff, .teacher, .slt, .headteacher, .administrator, .dsl, .dpo, .clerk: true
        case .governor, .chair, .volunteer, .contractor, .agencyWorker, .trainee, .parent: false
        }
    }
}

extension Role {
    /// Those who work with children, and so see pupils and pictures of them. Governors, contractors, volunteers and
    /// parent helpers do not.
    package static let seersOfPupils: [Role] = [.staff, .teacher, .administrator, .slt, .headteacher, .dsl, .dpo]
}

extension Role: Comparable {
    /// Order of declaration, which is the order that lists show.
    package static func < (a: Role, b: Role) -> Bool { a.place < b.place }
    private var place: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}
