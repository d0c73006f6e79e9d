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
        api: signed in
        """

    @Test("the whole table is as it was agreed")
    func snapshot() {
        let lines = Area.allCases.map { area in
            switch Access.admission(to: area) {
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
        #expect(Access.admits(nil, to: area) == (Access.admission(to: area) == .everyone))
        for role in Role.allCases {
            let caller = Caller(school: school, person: PersonID("p"), name: "", email: "", givenRoles: [role])
            let expected =
                switch Access.admission(to: area) {
                case .everyone, .signedIn: true
                case .roles(let roles): roles.contains { Role.including([role]).contains($0) }
                }
            #expect(Access.admits(caller, to: area) == expected)
        }
    }
}
