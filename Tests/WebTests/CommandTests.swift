import HTTPTypes
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// Who may do what, on a school whose policy has senior leaders decide and everybody apply.
struct Permission: Sendable, CustomTestStringConvertible {
    var command: String
    var path: String
    var roles: Set<Role>
    var stage: Stage?
    /// Where a question must stand.
    var asked: AskedStage?
    /// The policy that the school must have.
    var pack = "oakdene"
    var testDescription: String { "\(command) \(path)" }

    static let leaders: Set<Role> = [.slt, .headteacher, .dsl]
    static let keepers: Set<Role> = [.administrator, .headteacher]
    /// Safeguarding leads are of the senior leaders.
    static let editors: Set<Role> = [.administrator, .headteacher, .slt, .dsl]
    static let all: [Permission] =
        [
            Permission(command: "apply", path: "/accounts/new/apply", roles: Set(Role.allCases)),
            Permission(
                command: "reportUnofficial", path: "/accounts/new/reportUnofficial",
                roles: Set(Role.allCases)),
            Permission(
                command: "revise", path: "/accounts/account-returned/revise", roles: [.teacher], stage: .returned),
            Permission(
                command: "withdraw", path: "/accounts/account-applied/withdraw", roles: [.teacher], stage: .applied),
            Permission(command: "approve", path: "/accounts/account-applied/approve", roles: leaders, stage: .applied),
            Permission(
                command: "sendBack", path: "/accounts/account-applied/sendBack", roles: leaders, stage: .applied),
            Permission(command: "reject", path: "/accounts/account-applied/reject", roles: leaders, stage: .applied),
            Permission(
                command: "open", path: "/accounts/account-approved/open", roles: [.administrator], stage: .approved),
            Permission(command: "reveal", path: "/accounts/account-open/reveal", roles: [.administrator], stage: .open),
            Permission(
                command: "changePassword", path: "/accounts/account-open/changePassword", roles: [.administrator],
                stage: .open),
            Permission(
                command: "setPeople", path: "/accounts/account-open/setPeople", roles: leaders.union([.administrator]),
                stage: .open),
            Permission(
                command: "review", path: "/accounts/account-open/review", roles: leaders.union([.administrator]),
                stage: .open),
            Permission(
                command: "handOver", path: "/accounts/account-open/handOver",
                roles: leaders.union([.administrator, .teacher]), stage: .open),
            Permission(
                command: "close", path: "/accounts/account-open/close", roles: leaders.union([.administrator]),
                stage: .open
            ),
            Permission(
                command: "actOnUnofficial", path: "/accounts/account-unofficial/actOnUnofficial",
                roles: leaders.union([.administrator]),
                stage: .unofficial),
            Permission(command: "join", path: "/people/new/join", roles: keepers),
            Permission(command: "changeRoles", path: "/people/TEACHER/changeRoles", roles: keepers),
            Permission(command: "correct", path: "/people/TEACHER/correct", roles: keepers),
            Permission(command: "leave", path: "/people/TEACHER/leave", roles: keepers),
            Permission(command: "declare", path: "/declarations/TEACHER/declare", roles: [.teacher]),
            Permission(command: "record", path: "/training/TEACHER/record", roles: leaders.union([.administrator])),
            Permission(command: "setCalendar", path: "/school/school/setCalendar", roles: keepers),
            Permission(command: "addBlackout", path: "/school/school/addBlackout", roles: leaders),
            Permission(command: "setEmailDomains", path: "/school/school/setEmailDomains", roles: keepers),
            Permission(
                command: "connect", path: "/accounts/account-open/connect", roles: [.administrator], stage: .open),
        ] + asking + children

    private static let children: [Permission] = [
        Permission(command: "nameParents", path: "/pupils/\(World.pupil)/nameParents", roles: keepers),
        Permission(command: "setLeaving", path: "/pupils/\(World.pupil)/setLeaving", roles: keepers),
        Permission(
            command: "recordConsent", path: "/pupils/\(World.pupil)/recordConsent",
            roles: keepers.union([.dsl, .dpo])),
        Permission(command: "protect", path: "/pupils/\(World.pupil)/protect", roles: keepers.union([.dsl])),
        Permission(command: "describe", path: "/pictures/\(World.picture)/describe", roles: seers),
        Permission(command: "tag", path: "/pictures/\(World.picture)/tag", roles: seers),
        Permission(command: "dismissFace", path: "/pictures/\(World.picture)/dismissFace", roles: seers),
        Permission(command: "discard", path: "/pictures/\(World.picture)/discard", roles: seers),
    ]
    private static let seers = Set(Role.allCases.filter { !Role.including([$0]).isDisjoint(with: Picture.seers) })

    private static let asking: [Permission] = [
        Permission(command: "keep", path: "/answers/new/keep", roles: Set(Role.allCases)),
        Permission(command: "writeNote", path: "/answers/\(World.answer)/writeNote", roles: [.teacher]),
        Permission(command: "ask", path: "/judgements/new/ask", roles: Set(Role.allCases)),
        Permission(command: "tell", path: "/judgements/new/tell", roles: Set(Role.allCases), pack: "grange"),
        of(.waiting, "answer", [.headteacher]), of(.waiting, "askMore", [.headteacher]),
        of(.returned, "explain", [.teacher]), of(.answered, "acknowledge", [.teacher]),
        of(.waiting, "withdraw", [.teacher]), of(.answered, "recordAdvice", [.headteacher]),
        of(.answered, "askForChange", [.headteacher]), of(.changeAsked, "settleChange", keepers),
        Permission(command: "startDraft", path: "/editions/new/startDraft", roles: editors),
        Permission(command: "saveDraft", path: "/editions/\(World.draft)/saveDraft", roles: editors),
        Permission(command: "describeDraft", path: "/editions/\(World.draft)/describeDraft", roles: editors),
        Permission(command: "readyDraft", path: "/editions/\(World.draft)/readyDraft", roles: editors),
        Permission(command: "discardDraft", path: "/editions/\(World.draft)/discardDraft", roles: editors),
    ]

    private static func of(_ stage: AskedStage, _ command: String, _ roles: Set<Role>) -> Permission {
        Permission(command: command, path: "/judgements/\(stage.key)/\(command)", roles: roles, asked: stage)
    }

    func path(_ world: World) throws -> String {
        world.here.path + path.replacing("TEACHER", with: try world.here.id(.teacher))
    }

    func world() async throws -> World {
        let world = try await World(pack: pack)
        if path.contains(World.answer) { try await world.makeAnswer() }
        if let asked { try await world.make(asked) }
        if let stage {
            try await world.makeReady()
            try await world.make(stage)
        }
        if path.contains(World.draft) { try await world.makeDraft() }
        if path.contains(World.pupil) || path.contains(World.picture) { try await world.makePupil() }
        if path.contains(World.picture) { try await world.makePicture() }
        return world
    }
}

@Suite("Commands over HTTP")
struct CommandTests {
    @Test("every command of every kind is in the table of this test")
    func complete() async throws {
        let world = try await World()
        let desk = try await world.office.bareDesk(world.here.log)
        // Posts and takedowns have tables of stages, commands and roles of their own.
        let names = Cabinet.drawers.filter { $0.kind != .post && $0.kind != .takedown }
            .flatMap { $0.forms(at: desk).map(\.name) }
        // These undo others, and are offered only where there is something to undo.
        let undoing: Set = [
            "removeBlackout", "unprotect", "untag", "restoreFace", "sayNobody", "unsayNobody", "disconnect",
        ]
        #expect(Set(names).subtracting(undoing) == Set(Permission.all.map(\.command)))
    }

    @Test("those whose command it is get its form and can send it", arguments: Permission.all)
    func permitted(_ permission: Permission) async throws {
        let world = try await permission.world()
        let role =
            permission.command == "handOver"
            ? Role.administrator
            : try #require(permission.roles.sorted().first { $0 != .staff } ?? permission.roles.first)
        var browser = try world.browser(role)
        let before = try await world.size(world.here)
        let answer = try await browser.fillIn(try permission.path(world), nil, try world.good(permission.command))
        #expect(
            permission.command == "reveal"
                ? answer.status == 200 && answer.contains(World.secret) : answer.status == 303)
        #expect(permission.command == "reveal" || answer.location.hasSuffix("?done=recorded"))
        #expect(try await world.size(world.here) > before)
        if answer.status == 303 { #expect(try await browser.get(answer.location).contains("Recorded")) }
    }

    @Test("nobody else gets its form, nor can send it", arguments: Permission.all)
    func others(_ permission: Permission) async throws {
        let world = try await permission.world()
        let before = try await world.size(world.here)
        for role in Role.allCases where !permission.roles.contains(role) {
            var browser = try world.browser(role)
            let path = try permission.path(world)
            let shown = try await browser.get(path)
            #expect([403, 404, 409].contains(shown.status), "\(role) is shown \(path): \(shown.status)")
            var fields = try world.good(permission.command)
            fields["csrf"] = [world.site.formToken(for: try #require(world.here.sessions[role]))]
            fields["record"] = [path.contains("/people/") ? "p-wall-newcomer" : "wall-new-account"]
            fields["once"] = ["wall"]
            if let record = try record(path) {
                fields["revision"] = [
                    "\(try await world.office.ledger.load(world.here.log, record.description)?.row.revision ?? 0)"
                ]
            }
            let sent = try await browser.post(path, fields)
            #expect([403, 404, 409].contains(sent.status), "\(role) sends \(path): \(sent.status)")
            for answer in [shown, sent] {
                #expect(
                    !answer.contains(World.secret) && !answer.contains(world.here.accounts),
                    "\(role) learns of the account at \(path)")
            }
        }
        #expect(try await world.size(world.here) == before)
    }

    private func record(_ path: String) throws -> RecordID? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts[2] != "new" else { return nil }
        let kind = try #require(Kind(path: parts[1]))
        return RecordID(kind, parts[2])
    }

    @Test(
        "an unknown command is not found, shown or sent",
        arguments: ["/accounts/account-open/explode", "/people/new/vanish", "/school/school/sell"])
    func unknown(_ path: String) async throws {
        let world = try await World()
        var browser = try world.browser(.headteacher)
        let token = world.site.formToken(for: try #require(world.here.sessions[.headteacher]))
        #expect(try await browser.get(world.here.path + path).status == 404)
        #expect(try await browser.post(world.here.path + path, ["csrf": [token], "record": ["p-x"]]).status == 404)
    }
}
