import Office
import Policy
import Records

extension World {
    /// The key of the teacher's draft of a post, for the account that is open.
    static let post = "post-000001"

    func makePost(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        try await submit("start", on: "post/\(Self.post)", as: .teacher, of: school, goodPost("start", school))
    }

    /// - Parameter words: nothing in them is found by a check that stops.
    func goodPost(_ command: String, _ school: TestSchool, words: String? = nil) -> [String: [String]] {
        switch command {
        case "start", "save":
            [
                "words": [words ?? "We looked into the pond and drew what lives there. \(school.accounts)"],
                "accounts": [Stage.open.key], "speaker": ["Oak Class"],
            ]
        case "refuse", "correct": ["reason": ["Because of \(school.accounts)"]]
        case "discard": ["reason": ["Because of \(school.accounts)"], "sure": ["yes"]]
        case "schedule": ["when": ["now"]]
        case "unschedule": ["sure": ["yes"]]
        case "recordAddress": ["copy": ["\(Stage.open.key)-1"], "address": ["https://social.example/1"]]
        case "takeDown": ["copy": ["\(Stage.open.key)-1"], "reason": ["Because of \(school.accounts)"]]
        case "abandon": ["copy": ["\(Stage.open.key)-1"], "reason": ["Not there"]]
        case "recordRemoved": ["copy": ["\(Stage.open.key)-1"], "gone": ["yes"]]
        case "tryAgain", "putUpByHand": ["copy": ["\(Stage.open.key)-1"]]
        case "addBlackout", "removeBlackout":
            ["first": ["2026-12-01"], "last": ["2026-12-05"], "reason": ["election"]]
        default: [:]
        }
    }

    /// An account that is open, which the teacher and the member of staff run.
    func makeOpenAccount() async throws {
        try await makeReady()
        try await make(.open)
    }
}
