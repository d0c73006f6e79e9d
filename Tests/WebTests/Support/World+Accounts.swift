import HTTPTypes
import Ledger
import Office
import Policy
import Records
import Testing

/// The stages at which an account of the world can stand.
enum Stage: String, CaseIterable {
    case applied, returned, rejected, withdrawn, approved, open, closed, unofficial, settled

    var key: String { "account-\(rawValue)" }
    var record: String { "account/\(key)" }
}

extension World {
    /// Makes the people ready who run an account: the teacher, the member of staff and the administrator.
    func makeReady(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        for role in [Role.teacher, .staff, .administrator] {
            let person = try school.id(role)
            try await submit("declare", on: "declaration/\(person)", as: role, of: school, ["understood": ["yes"]])
            try await submit(
                "record", on: "training/\(person)", as: .headteacher, of: school, try good("record", school))
        }
    }

    /// - Parameter first: what the account begins with, where it is not the usual.
    func make(_ stage: Stage, _ school: TestSchool? = nil, named first: [String: [String]]? = nil) async throws {
        let school = school ?? here
        func act(_ command: String, _ role: Role) async throws {
            let beginning = ["apply", "reportUnofficial"].contains(command) ? first : nil
            try await submit(command, on: stage.record, as: role, of: school, try beginning ?? good(command, school))
        }
        switch stage {
        case .unofficial: try await act("reportUnofficial", .teacher)
        case .settled:
            try await act("reportUnofficial", .teacher)
            try await act("actOnUnofficial", .headteacher)
        case .applied, .returned, .rejected, .withdrawn, .approved, .open, .closed: try await act("apply", .teacher)
        }
        switch stage {
        case .returned: try await act("sendBack", .headteacher)
        case .rejected: try await act("reject", .headteacher)
        case .withdrawn: try await act("withdraw", .teacher)
        case .approved, .open, .closed: try await act("approve", .headteacher)
        case .applied, .unofficial, .settled: break
        }
        if stage == .open || stage == .closed { try await act("open", .administrator) }
        if stage == .closed { try await act("close", .administrator) }
    }

    /// Ready people and an account at every stage.
    func makeEverything(_ school: TestSchool? = nil) async throws {
        try await makeReady(school)
        for stage in Stage.allCases { try await make(stage, school) }
        try await makeAsked(school)
        try await makeDraft(school)
        try await makePost(school)
        try await makePicture(school)
        try await makePupil(school)
    }

    /// The key of the draft of the policy that ``makeDraft(_:)`` makes.
    static let draft = "draft-000001"

    /// A draft of the policy that differs from the edition in force by its name and a line.
    func makeDraft(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        let text = try draftText(school)
        try await submit(
            "startDraft", on: "edition/\(Self.draft)", as: .headteacher, of: school,
            ["title": ["\(school.accounts) draft"], "reason": ["\(school.accounts) reason"], "text": [text]])
    }

    /// - Parameter line: stands at the end of the text.
    func draftText(_ school: TestSchool? = nil, line: String = "") throws -> String {
        try #require(try Self.nextEditions[(school ?? here).log.rawValue]?.get()) + line
    }

    /// The text of a pack as its next edition, made once: a pack is read for it, and it does not change.
    private static let nextEditions = Dictionary(
        uniqueKeysWithValues: ["oakdene", "grange"].map { id in
            (id, Result { try #require(try Pack.embedded(id)).renamed(edition: "2027.1").source })
        })

    /// Answers with which a command is accepted from the right person, each name as the form has it.
    func good(_ command: String, _ school: TestSchool? = nil) throws -> [String: [String]] {
        let school = school ?? here
        let (teacher, staff, administrator) = (
            try school.id(.teacher), try school.id(.staff), try school.id(.administrator)
        )
        let application = [
            "platform": ["facebook"], "name": ["\(school.accounts) class blog"], "email": ["social@office.example"],
            "aim": ["To show work"],
            "audience": ["Parents"], "promotion": ["By letter"], "openness": ["open"], "lead": [teacher],
            "operators": [staff],
        ]
        let reason = ["reason": ["Because of \(school.accounts)"]]
        return switch command {
        case "apply", "revise": application
        case "withdraw": reason.merging(World.said) { $1 }.merging(["purposes": ["website"]]) { $1 }
        case "sendBack", "reject", "reveal": reason
        case "approve": ["note": ["Good"]]
        case "open":
            [
                "address": ["https://social.example/\(school.accounts.lowercased())"], "on": ["2026-11-23"],
                "masterAccess": ["yes"],
                "editorialOversight": ["yes"], "fewAdministrators": ["yes"], "privacyNotice": ["yes"],
                "privacySetting": ["Public"],
                "withPupils": ["no"], "posters": [teacher, staff], "administrators": [administrator],
                "password": [World.secret],
            ]
        case "review":
            [
                "access.\(teacher)": ["keep"], "access.\(staff)": ["keep"], "access.\(administrator)": ["keep"],
                "note": ["Checked"],
            ]
        case "setPeople": ["posters": [teacher], "administrators": [administrator]]
        case "handOver": ["to": [staff], "note": ["New class"]]
        case "changePassword": reason.merging(["password": ["new-\(World.secret)"]]) { $1 }
        case "connect":
            ["way": ["mastodon"], "server": ["https://social.example"], "secret": ["token-\(World.secret)"]]
        case "disconnect": reason
        case "close": reason.merging(["on": ["2026-11-23"]]) { $1 }
        case "reportUnofficial":
            [
                "platform": ["x"], "name": ["\(school.accounts) gossip"], "address": ["https://x.example/gossip"],
                "description": ["Gossip"],
            ]
        case "actOnUnofficial": ["done": ["Reported to the platform"], "settled": ["yes"]]
        case "join":
            [
                "name": ["\(school.people) newcomer"], "email": ["newcomer@office.example"], "roles": ["teacher"],
                "on": ["2026-11-23"], "first": ["\(school.people)"], "last": ["Newcomer"],
            ]
        case "changeRoles": ["roles": ["teacher", "dsl"]]
        case "correct":
            [
                "name": ["\(school.people) corrected"], "email": ["corrected@office.example"],
                "first": ["\(school.people)"], "last": ["Corrected"],
            ]
        case "recordConsent": World.said.merging(["consent-website": ["yes"]]) { $1 }
        case "setLeaving": ["on": ["2026-12-18"]]
        case "nameParents": ["parents": ["\(school.people) Parent"]]
        case "protect", "unprotect": [:]
        case "openByHand": ["askedBy": ["A parent"], "says": ["Please"]]
        case "markGone": ["account": ["account-1"], "looked": ["yes"]]
        case "setAside": reason
        case "leave": ["on": ["2026-11-23"]]
        case "declare": ["understood": ["yes"]]
        case "record": ["title": ["Social media"], "on": ["2026-11-20"]]
        case "setCalendar": ["terms": ["Autumn 1 2026-09-02 to 2026-10-23"], "insetDays": ["2026-09-01"]]
        case "setEmailDomains": ["emailDomains": ["office.example"]]
        case "keep":
            ["facts": ["who=teacher action=follow with=pupil"], "note": ["About \(school.accounts)"]]
        case "writeNote": ["note": ["Still about \(school.accounts)"]]
        case "ask": ["facts": ["who=teacher action=follow with=pupil"], "situation": ["May \(school.accounts)?"]]
        case "tell":
            [
                "situation": ["The line to \(school.accounts) is down"], "stage": ["done"], "on": ["2026-11-20"],
                "reasons": ["Nobody else was there"],
            ]
        case "askMore": ["question": ["Who saw it?"]]
        case "explain": ["text": ["Nobody"]]
        case "answer": ["outcome": ["permitted"], "text": ["Yes"]]
        case "acknowledge": ["read": ["yes"]]
        case "recordAdvice": ["from": ["The HR adviser"], "said": ["Write it down"]]
        case "askForChange": ["says": ["Say more of storms"]]
        case "settleChange": ["done": ["In the next edition"]]
        case "startDraft", "describeDraft":
            ["title": ["\(school.accounts) again"], "reason": ["\(school.accounts) once more"]]
        case "saveDraft": ["text": [try draftText(school, line: "# \(school.accounts)\n")], "note": ["A line"]]
        case "readyDraft": ["read": ["yes"]]
        case "discardDraft": reason
        case "start", "save", "submit", "refuse", "schedule", "unschedule", "correct", "discard", "recordAddress",
            "tryAgain", "putUpByHand", "abandon", "recordRemoved", "takeDown", "addBlackout", "removeBlackout":
            goodPost(command, school)
        case "describe": ["altText": ["A pond of \(school.people)"]]
        case "tag", "untag": ["pupil": [World.pupil], "area": ["10,10,50,50"]]
        case "dismissFace", "restoreFace": ["face": ["1"]]
        case "sayNobody": ["looked": ["yes"]]
        case "unsayNobody": [:]
        default: throw UnknownCommand(name: command)
        }
    }

    /// A form was added: say with which answers it is accepted.
    struct UnknownCommand: Error { let name: String }
}
