import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// A pupil of every school, called after its people so that a page that names the child is found out.
extension World {
    static let pupil = "c-pupil-000001"

    func makePupil(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        try await submit(
            "join", on: "pupil/\(Self.pupil)", as: .administrator, of: school,
            ["first": [school.people], "last": ["Lark"], "class": ["Oak"], "year": ["2"], "on": ["2026-09-01"]])
    }

    /// What an administrator of this school records of the pupil.
    func record(_ command: String, _ values: [String: [String]] = [:], as role: Role = .administrator) async throws {
        try await submit(command, on: "pupil/\(Self.pupil)", as: role, values)
    }

    static let said = [
        "giver": ["Jo Parent"], "relation": ["parent"], "means": ["paper"], "on": ["2026-11-20"],
    ]
}
