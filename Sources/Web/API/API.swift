import Foundation
import HTTPTypes
import Ledger
import Office
import Policy
import Records

/// Every command, list and record over JSON, with a token. The same office, the same walls.
enum API {
    static var routes: [Route] {
        [
            .member(.get, "/api/today", .api, today),
            .member(.get, "/api/ask", .api, ask),
            .member(.get, "/api/analysis", .api, PolicyAPI.analysis),
            .member(.get, "/api/compare", .api, PolicyAPI.compare),
            .member(.get, "/api/questions", .api, PolicyAPI.questions),
            .member(.get, "/api/:kind", .api, list),
            .member(.post, "/api/answers", .api, keep),
            .member(.post, "/api/check", .api, CheckAPI.check),
            .member(.get, "/api/:kind/:key", .api, record),
            .member(.post, "/api/:kind/:key/:command", .api, command),
        ]
    }

    private struct DutyJSON: Encodable {
        var record: String
        var title: String
        var about: String
        var command: String
        var due: Instant?
        var since: Instant
        var urgency: String
    }

    @Sendable private static func today(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try .encoded(
            try await visit.office.today(caller).map {
                DutyJSON(
                    record: $0.record.description, title: $0.title, about: $0.about, command: $0.action, due: $0.due,
                    since: $0.since, urgency: $0.urgency.rawValue)
            })
    }

    @Sendable private static func ask(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        var facts = Facts()
        var notKnown: Set<String> = []
        for (name, values) in visit.query.values where name != "words" {
            if values.first == Asked.notKnownMark { notKnown.insert(name) } else { facts[name] = values.first }
        }
        let vocabulary = visit.school.pack.vocabulary
        do {
            if visit.query.values["words"] != nil {
                // Facts given beside the words are to be known ones too.
                _ = try vocabulary.request(facts)
                return try .encoded(
                    UnderstandingJSON(vocabulary.match(visit.query["words"]).adding(facts), in: vocabulary))
            }
            return try .encoded(
                InquiryJSON(try await visit.office.ask(facts, notKnown: notKnown, at: visit.id), in: vocabulary))
        } catch let error as EvaluationError {
            return try .encoded(APIProblem(error: "\(error)", fields: []), status: .unprocessableContent)
        }
    }

    private struct RowJSON: Encodable {
        var record: String
        var title: String
        var status: String
        var revision: Int64
        var changed: Instant
    }

    private struct PageJSON: Encodable {
        var total: Int
        var rows: [RowJSON]
    }

    @Sendable private static func list(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        guard let kind = Kind(path: visit.parameter("kind")) else { throw Refusal.notFound }
        let wanted = ListRequest(visit.query, defaultOrder: .title)
        let status = visit.query["status"]
        let page = try await visit.office.list(
            wanted.query(kind: kind, statuses: status.isEmpty ? [] : [status], pageSize: 100), as: caller)
        return try .encoded(
            PageJSON(
                total: page.total,
                rows: page.rows.map {
                    RowJSON(
                        record: $0.record, title: $0.title, status: $0.status, revision: $0.revision,
                        changed: Instant(seconds: $0.changed))
                }))
    }

    private struct RecordJSON<R: Record>: Encodable {
        var record: String
        var revision: Int64
        var state: R
        var commands: [String]
    }

    @Sendable private static func record(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let record = try id(visit)
        return switch record.kind {
        case .account: try await show(Account.self, record, visit, caller, \.withoutSecret)
        case .person: try await show(Person.self, record, visit, caller, \.self)
        case .declaration: try await show(Declaration.self, record, visit, caller, \.self)
        case .training: try await show(Training.self, record, visit, caller, \.self)
        case .school: try await show(School.self, record, visit, caller, \.self)
        case .answer: try await show(KeptAnswer.self, record, visit, caller, \.self)
        case .judgement: try await show(Judgement.self, record, visit, caller, \.self)
        case .post:
            try await show(
                Post.self, record, visit, caller,
                { caller.seesPupils ? $0 : $0.withoutPupils })
        case .pupil:
            try await show(
                Pupil.self, record, visit, caller,
                { pupil in
                    let shown = visit.admits(.pupilRoll) ? pupil : pupil.withoutParents
                    return caller.keepsConsents(under: visit.school.pack) ? shown : shown.withoutConsent
                })
        case .picture:
            try await show(
                Picture.self, record, visit, caller,
                { caller.keepsConsents(under: visit.school.pack) ? $0 : $0.withoutClocks })
        case .takedown:
            try await show(
                Takedown.self, record, visit, caller,
                { caller.keepsConsents(under: visit.school.pack) ? $0 : $0.withoutPupils })
        case .edition: try await show(Edition.self, record, visit, caller, \.self)
        }
    }

    private static func show<R: Record>(
        _: R.Type, _ record: RecordID, _ visit: Visit, _ caller: Caller, _ shown: (R) -> R
    ) async throws -> Reply {
        let detail = try await visit.office.detail(R.self, record, as: caller)
        return try .encoded(
            RecordJSON(
                record: record.description,
                // How often a pupil's record changed tells who was asked.
                revision: record.kind == .pupil && !caller.keepsConsents(under: visit.school.pack)
                    ? 0 : detail.revision,
                state: shown(detail.state),
                commands: detail.available.map(\.name)))
    }

    private struct OutcomeJSON: Encodable {
        var record: String
        var revision: Int64
        var wasDoneBefore: Bool
        var changedNothing: Bool
        /// Only of a `reveal`.
        var secret: String?
    }

    /// `If-Match` carries the revision that was read, `Idempotency-Key` the name of the command.
    @Sendable private static func command(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let isNew = visit.parameter("key") == "new"
        return try await give(
            visit.parameter("command"), on: isNew ? try fresh(visit) : try id(visit), isNew: isNew, visit, caller)
    }

    /// The short way to the one command that begins an answer.
    @Sendable private static func keep(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await give(
            "keep", on: visit.office.namedRecord(.answer, by: visit.idempotencyKey), isNew: true, visit, caller)
    }

    private static func give(
        _ command: String, on record: RecordID, isNew: Bool, _ visit: Visit, _ caller: Caller
    ) async throws -> Reply {
        guard
            let form = Cabinet.drawer(record.kind).forms(at: try await visit.office.bareDesk(visit.id)).first(where: {
                $0.name == command
            })
        else {
            throw Refusal.notFound
        }
        let outcome = try await visit.office.submit(
            Submission(
                record: record, command: command, input: try JSONInput.read(visit.json, for: form),
                expected: isNew ? 0 : visit.ifMatch, cause: visit.idempotencyKey), as: caller)
        let secret =
            record.kind == .account && command == "reveal"
            ? try await visit.office.revealedPassword(outcome, as: caller) : nil
        return try .encoded(
            OutcomeJSON(
                record: outcome.record.description, revision: outcome.revision, wasDoneBefore: outcome.wasDoneBefore,
                changedNothing: outcome.changedNothing, secret: secret),
            status: outcome.changedNothing ? .ok : .created)
    }

    private static func id(_ visit: Visit) throws -> RecordID {
        guard let kind = Kind(path: visit.parameter("kind")),
            let record = RecordID("\(kind.rawValue)/\(visit.parameter("key"))")
        else {
            throw Refusal.notFound
        }
        return record
    }

    /// A new record's name follows from the command's, so that the same call made twice makes one record.
    private static func fresh(_ visit: Visit) throws -> RecordID {
        guard let kind = Kind(path: visit.parameter("kind")),
            [.account, .person, .edition, .answer, .judgement, .pupil].contains(kind)
        else {
            throw Refusal.notFound
        }
        return visit.office.namedRecord(kind, by: visit.idempotencyKey)
    }
}

extension Account {
    /// The sealed secrets are nobody's to read through a list, sealed or not.
    fileprivate var withoutSecret: Account {
        guard case .open(var open) = phase else { return self }
        var copy = self
        open.custody.sealedSecret = ""
        open.link?.sealedSecret = ""
        copy.phase = .open(account: open)
        return copy
    }
}
