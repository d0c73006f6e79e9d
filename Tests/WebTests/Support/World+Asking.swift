import Office
import Policy
import Records

/// The stages at which a question of the world can stand.
enum AskedStage: String, CaseIterable {
    case waiting, returned, answered, changeAsked

    var key: String { "judgement-\(rawValue.lowercased())" }
    var record: String { "judgement/\(key)" }
}

extension World {
    /// The keys of an answer that the teacher kept, and of a question that the teacher put to the head.
    static let answer = "answer-kept"
    static let judgement = AskedStage.waiting.key

    func makeAsked(_ school: TestSchool? = nil) async throws {
        try await makeAnswer(school)
        for stage in AskedStage.allCases { try await make(stage, school) }
    }

    func makeAnswer(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        try await submit("keep", on: "answer/\(Self.answer)", as: .teacher, of: school, try good("keep", school))
    }

    func make(_ stage: AskedStage, _ school: TestSchool? = nil) async throws {
        let school = school ?? here
        func act(_ command: String, _ role: Role) async throws {
            try await submit(command, on: stage.record, as: role, of: school, try good(command, school))
        }
        try await act("ask", .teacher)
        switch stage {
        case .waiting: break
        case .returned: try await act("askMore", .headteacher)
        case .answered: try await act("answer", .headteacher)
        case .changeAsked:
            try await act("answer", .headteacher)
            try await act("askForChange", .headteacher)
        }
    }
}
