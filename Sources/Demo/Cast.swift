import Policy

/// Who is who in the story, the same parts at every school.
enum Part: String, Sendable, CaseIterable {
    case head, deputy, administrator, lead, newcomer, leaver, assistant, governor, chair, dpo, clerk, volunteer
    case contractor, agencyWorker, trainee, parent

    var roles: [Role] {
        switch self {
        case .head: [.headteacher]
        case .deputy: [.slt, .dsl, .teacher]
        case .administrator: [.administrator]
        case .lead, .newcomer, .leaver: [.teacher]
        case .assistant: [.staff]
        case .governor: [.governor]
        case .chair: [.chair]
        case .dpo: [.dpo]
        case .clerk: [.clerk]
        case .volunteer: [.volunteer]
        case .contractor: [.contractor]
        case .agencyWorker: [.agencyWorker]
        case .trainee: [.trainee]
        case .parent: [.parent]
        }
    }

    /// Days before the telling on which they joined.
    var joinedDaysAgo: Int {
        switch self {
        case .newcomer: 30
        case .trainee: 2
        case .agencyWorker: 24
        default: 430
        }
    }
}

/// One school's staff, every one of them invented, and the word that its accounts are named after.
struct Cast: Sendable {
    var pack: String
    var handle: String
    var names: [Part: String]

    var domain: String { "\(pack).example" }

    /// `b.quill@oakdene.example`
    func email(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ")
        let surname = (words.last ?? "").filter { $0.isLetter }
        return "\(words.first?.prefix(1) ?? "").\(surname)@\(domain)"
    }
}
