import Ledger
import Policy
import Records

extension Office {
    /// What each duty is about, where two of a kind are told apart by that: which post, who sent it on and when it is
    /// wanted; what was told or asked.
    func dutySubjects(_ duties: [DutyRow], in school: LogID) async throws -> [RecordID: String] {
        let records = Set(duties.compactMap { RecordID($0.record) }.filter { Self.told.contains($0.kind) })
        guard !records.isEmpty else { return [:] }
        let names = Dictionary(
            try await directory(school).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var subjects: [RecordID: String] = [:]
        for record in records {
            guard let loaded = try await ledger.load(school, record.description) else { continue }
            switch record.kind {
            case .post: subjects[record] = try Drawer<Post>.read(loaded.state).subject(names)
            case .takedown: subjects[record] = try Drawer<Takedown>.read(loaded.state).subject
            default: subjects[record] = try Drawer<Judgement>.read(loaded.state).title
            }
        }
        return subjects
    }

    private static let told: Set<Kind> = [.post, .takedown, .judgement]
}

extension Post {
    /// `“The winter concert begins at six.” Sent by Ewan Driftwell. Wanted on 24 November 2026 at 15:30.`
    fileprivate func subject(_ names: [PersonID: String]) -> String {
        func name(_ person: PersonID) -> String { names[person] ?? "somebody who is not on record" }
        var parts = ["“\(title)”"]
        switch phase {
        case .submitted(let submission): parts.append("Sent by \(name(submission.by)).")
        case .returned(_, let back): parts.append("Sent back by \(name(back.by)).")
        case .approved(_, let approval), .held(_, let approval, _):
            if approval.by != .office { parts.append("Approved by \(name(approval.by)).") }
        case .publishing, .published, .withdrawing: parts.append("Written by \(name(author)).")
        case .draft, .refused, .scheduled, .withdrawn, .discarded: break
        }
        switch phase {
        case .submitted, .returned, .approved:
            if let wantedAt { parts.append("Wanted on \(wantedAt.londonText).") }
        case .held(_, _, let hold): parts.append("It was to be published on \(hold.due.londonText).")
        case .draft, .refused, .scheduled, .publishing, .published, .withdrawing, .withdrawn, .discarded: break
        }
        return parts.joined(separator: " ")
    }
}

extension Takedown {
    /// `“Digging, sowing, watering.” Still on @school on Facebook.`
    fileprivate var subject: String {
        let places = standing.map(\.place.accountName).joined(separator: ", ")
        return places.isEmpty ? "“\(title)”" : "“\(title)” Still on \(places)."
    }
}

extension Instant {
    fileprivate var londonText: String {
        let (day, time) = London.local(self)
        return "\(day.longText) at \(time)"
    }
}
