import Ledger
import Policy
import Records
import Testing

@testable import Office

@Suite("The table of access")
struct AccessTests {
    private static let table = """
        publicPage: everyone
        signIn: everyone
        setPassword: everyone
        assets: everyone
        health: everyone
        openAPI: everyone
        today: signed in
        ask: signed in
        answers: signed in
        judgements: signed in
        posts: signed in
        policy: signed in
        accounts: signed in
        accountLog: signed in
        people: signed in
        ownSessions: signed in
        ownTokens: signed in
        peopleImport: administrator, headteacher
        invitations: administrator, headteacher
        schoolSettings: administrator, headteacher
        policyDrafts: administrator, headteacher, slt
        ledger: administrator, slt, dpo, dsl, governor, clerk
        verification: administrator, slt, dpo, governor, clerk
        checkpoints: administrator, slt, dpo, governor, clerk
        proofs: administrator, slt, dpo, dsl, governor, clerk
        pictures: staff, teacher, administrator, slt, headteacher, dsl, dpo
        pupils: staff, teacher, administrator, slt, headteacher, dsl, dpo
        pupilRoll: administrator, headteacher
        consents: administrator, headteacher, dsl, dpo
        takedowns: signed in
        consentForm: everyone
        blackouts: headteacher, slt, dsl
        api: signed in
        """

    @Test("the whole table is as it was agreed")
    func snapshot() throws {
        let pack = try #require(try Pack.embedded("oakdene"))
        let lines = Area.allCases.map { area in
            switch Access.admission(to: area, under: pack) {
            case .everyone: "\(area): everyone"
            case .signedIn: "\(area): signed in"
            case .roles(let roles): "\(area): \(roles.map(\.rawValue).joined(separator: ", "))"
            }
        }
        #expect(lines.joined(separator: "\n") == Self.table)
    }

    @Test("each area lets in exactly those whom its line names", arguments: Area.allCases)
    func admits(area: Area) throws {
        let school = try #require(LogID("oakdene"))
        let pack = try #require(try Pack.embedded("oakdene"))
        let admission = Access.admission(to: area, under: pack)
        #expect(Access.admits(nil, to: area, under: pack) == (admission == .everyone))
        for role in Role.allCases {
            let caller = Caller(school: school, person: PersonID("p"), name: "", email: "", givenRoles: [role])
            let expected =
                switch admission {
                case .everyone, .signedIn: true
                case .roles(let roles): roles.contains { Role.including([role]).contains($0) }
                }
            #expect(Access.admits(caller, to: area, under: pack) == expected)
        }
    }

    private static let schools: [(settings: String, consents: Set<Role>, blackouts: Set<Role>)] = [
        ("", [.administrator, .headteacher, .dsl, .dpo], [.headteacher, .slt, .dsl]),
        (
            "  consents-kept-by: {value: [dpo]}\n  blackouts-asked-by: {value: [administrator]}\n", [.dpo],
            [.administrator]
        ),
        (
            "  consents-kept-by: {value: [slt]}\n  blackouts-asked-by: {value: [governor]}\n",
            [.slt, .headteacher, .dsl], [.governor, .chair]
        ),
    ]

    @Test("what the policy gives to a role is that role's alone, school by school", arguments: schools.indices)
    func byPolicy(index: Int) throws {
        let (settings, consents, blackouts) = Self.schools[index]
        let source = try #require(try Pack.embedded("oakdene")).source.replacing(
            "\nprocess:\n", with: "\nprocess:\n\(settings)")
        let pack = try Pack.load(yaml: source, file: "oakdene.yaml", vocabulary: try Vocabulary.embedded())
        let school = try #require(LogID("oakdene"))
        for role in Role.allCases {
            let caller = Caller(school: school, person: PersonID("p"), name: "", email: "", givenRoles: [role])
            #expect(Access.admits(caller, to: .consents, under: pack) == consents.contains(role), "\(role)")
            #expect(caller.keepsConsents(under: pack) == consents.contains(role), "\(role)")
            #expect(Access.admits(caller, to: .blackouts, under: pack) == blackouts.contains(role), "\(role)")
        }
    }
}
