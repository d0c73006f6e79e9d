import Office
import Policy
import Records

/// One account's life: what it is called, and what happens to it on which days.
struct AccountLife: Sendable {
    var platform: String
    var name: String
    var aim: String
    var audience: String
    var applicant = Part.lead
    var lead = Part.lead
    var other = Part.assistant
    var steps: [(day: Day, step: Step)]

    enum Step: Sendable {
        case apply, approve
        case sendBack(String), reject(String), withdraw(String)
        case open(administrators: [Part], youngestPupil: Int?)
        case reveal(Part, String)
        case review, close(String)
        case report(String), act(String, isSettled: Bool)
    }

    private var address: String {
        "https://\(platform).example/\(name.lowercased().filter { $0.isLetter || $0.isNumber })"
    }

    func scenes() -> [Scene] {
        steps.map { day, step in
            Scene(day: day) { stage in
                let record = stage.office.namedRecord(.account, by: "demo \(stage.log) \(platform) \(name)")
                try await play(step, on: record, day, stage)
            }
        }
    }

    private func play(_ step: Step, on record: RecordID, _ day: Day, _ stage: Stage) async throws {
        let process = stage.pack.process
        let opener = try stage.part(with: process.accountCreators.value)
        switch step {
        case .apply: try await stage.give("apply", record, by: applicant, try businessCase(stage))
        case .approve:
            try await stage.give("approve", record, by: .head, ["note": ["A clear purpose and two people to run it."]])
        case .sendBack(let reason): try await stage.give("sendBack", record, by: .head, ["reason": [reason]])
        case .reject(let reason): try await stage.give("reject", record, by: .head, ["reason": [reason]])
        case .withdraw(let reason): try await stage.give("withdraw", record, by: applicant, ["reason": [reason]])
        case .open(let administrators, let age):
            try await stage.give("open", record, by: opener, try opening(administrators, age, day, stage))
        case .reveal(let part, let reason): try await stage.give("reveal", record, by: part, ["reason": [reason]])
        case .review:
            var input = ["note": ["Everybody still needs it."]]
            for part in Set([lead, other, opener]) { input["access.\(try stage.id(part))"] = ["keep"] }
            try await stage.give(
                "review", record, by: try stage.part(with: process.accessReviewers.value + [.slt]), input)
        case .close(let reason):
            try await stage.give(
                "close", record, by: opener, ["reason": [reason]].merging(stage.date("on", day)) { first, _ in first })
        case .report(let seen):
            try await stage.give(
                "reportUnofficial", record, by: .assistant,
                ["platform": [platform], "name": [name], "address": [address], "description": [seen]])
        case .act(let done, let isSettled):
            try await stage.give(
                "actOnUnofficial", record, by: .deputy, ["done": [done], "settled": [isSettled ? "yes" : "no"]])
        }
    }

    private func businessCase(_ stage: Stage) throws -> [String: [String]] {
        [
            "platform": [platform], "name": [name], "email": ["office@\(stage.cast.domain)"], "aim": [aim],
            "audience": [audience],
            "promotion": ["In the newsletter and on the school's website."], "openness": ["open"],
            "lead": [try stage.id(lead).rawValue],
            "operators": [try stage.id(other).rawValue],
        ]
    }

    private func opening(_ administrators: [Part], _ age: Int?, _ day: Day, _ stage: Stage) throws -> [String: [String]]
    {
        let yes = ["yes"]
        let plain: [String: [String]] = [
            "address": [address], "masterAccess": yes, "editorialOversight": yes,
            "fewAdministrators": yes, "privacyNotice": yes,
            "privacySetting": ["Public; comments are held for approval."],
            "withPupils": [age == nil ? "no" : "yes"], "youngestAge": age.map { ["\($0)"] } ?? [],
            "parentsTold": age == nil ? [] : yes,
            "posters": try [lead, other].map { try stage.id($0).rawValue },
            "administrators": try administrators.map { try stage.id($0).rawValue },
            "password": ["office@\(stage.cast.domain), invented-\(stage.ids.next())"],
        ]
        return plain.merging(stage.date("on", day)) { first, _ in first }
    }
}
