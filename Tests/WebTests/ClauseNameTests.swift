import HTTPTypes
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// What a clause says honours it must be there: a name without anything behind it would be a promise to nobody.
@Suite("What clauses may name")
struct ClauseNameTests {
    private enum Proof {
        case form(Kind, String)
        case field(Kind, String, String)
        case route(HTTPRequest.Method, String)
        /// What the record says once it is done.
        case event(String)
    }

    /// Where each piece of work is done.
    private static func proofs(_ workflow: Workflow) -> [Proof] {
        switch workflow {
        case .accountApplication: [.form(.account, "apply"), .form(.account, "revise"), .form(.account, "withdraw")]
        case .accountDecision: [.form(.account, "approve"), .form(.account, "sendBack"), .form(.account, "reject")]
        case .accountOpening: [.form(.account, "open")]
        case .accountDetails: [.field(.account, "open", "password"), .form(.account, "reveal")]
        case .operators: [.field(.account, "apply", "operators"), .form(.account, "setPeople")]
        case .accessReview: [.form(.account, "review")]
        case .leaverHandover: [.form(.person, "leave"), .form(.account, "handOver")]
        case .passwordChange: [.form(.account, "changePassword")]
        case .accountClosing: [.form(.account, "close")]
        case .unofficialAccount: [.form(.account, "reportUnofficial"), .form(.account, "actOnUnofficial")]
        case .privacyNoticeListing: [.field(.account, "open", "privacyNotice")]
        case .schoolEmail: [.field(.account, "apply", "email"), .form(.school, "setEmailDomains")]
        case .officialPlatformTest:
            [
                .field(.account, "open", "masterAccess"), .field(.account, "open", "editorialOversight"),
                .field(.account, "open", "fewAdministrators"),
            ]
        case .parentsTold: [.field(.account, "open", "parentsTold")]
        case .declaration: [.form(.declaration, "declare")]
        case .training: [.form(.training, "record")]
        case .peopleImport: [.route(.post, "/people/import/confirm")]
        case .departure: [.form(.judgement, "tell"), .form(.judgement, "answer")]
        case .questionToHead: [.form(.judgement, "ask"), .form(.judgement, "answer")]
        case .keptAnswer: [.form(.answer, "keep")]
        case .packEditing:
            [
                .form(.edition, "startDraft"), .form(.edition, "saveDraft"), .form(.edition, "readyDraft"),
                .route(.post, "/policy/drafts/:key/rules/:rule"),
                .route(.post, "/policy/drafts/:key/settings/:setting"),
            ]
        case .postApproval: [.form(.post, "submit"), .form(.post, "approve"), .form(.post, "sendBack")]
        case .proofing: [.route(.post, "/posts/:key/save"), .form(.post, "submit")]
        case .imageConsent:
            [.form(.pupil, "recordConsent"), .form(.pupil, "withdraw"), .route(.post, "/consent/:secret")]
        case .takedown: [.form(.takedown, "openByHand"), .form(.takedown, "markGone")]
        case .pictureTagging: [.form(.picture, "tag"), .form(.picture, "sayNobody"), .route(.get, "/pictures/:key")]
        // A school takes its edition when it is set up, and shows it to everybody from then on.
        case .editionAdoption: [.event("school.founded"), .event("school.adopted"), .route(.get, "/policy")]
        }
    }

    @Test("every piece of work has a form or an address where it is done", arguments: Workflow.allCases)
    func workflows(_ workflow: Workflow) async throws {
        let world = try await World()
        let desk = try await world.office.bareDesk(world.here.log)
        #expect(!Self.proofs(workflow).isEmpty)
        for proof in Self.proofs(workflow) {
            switch proof {
            case .form(let kind, let name):
                #expect(Cabinet.drawer(kind).forms(at: desk).contains { $0.name == name }, "\(kind) \(name)")
            case .field(let kind, let name, let field):
                let form = Cabinet.drawer(kind).forms(at: desk).first { $0.name == name }
                #expect(form?.field(field) != nil, "\(kind) \(name) \(field)")
            case .route(let method, let path):
                #expect(Routes.all.contains { $0.method == method && $0.path == path }, "\(method) \(path)")
            case .event(let type):
                #expect(EventTitle.of(type) != type, "\(type) has no words")
            }
        }
    }

    @Test("every screen stands at an address of the site", arguments: Screen.allCases)
    func screens(_ screen: Screen) {
        #expect(Routes.all.contains { $0.method == .get && $0.path == screen.path })
    }
}
