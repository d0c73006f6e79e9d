package import Ledger
package import Policy
package import Records

/// A kept answer beside what would be answered today.
package struct AnswerStanding: Sendable {
    package enum Today: Sendable, Equatable {
        /// The edition that answered is still in force.
        case sameEdition
        /// Another is in force, and says the same.
        case sameAnswer(edition: String)
        case otherAnswer(edition: String, GivenAnswer)
        /// The edition in force does not know the question.
        case notAsked(edition: String)
    }

    /// The edition that it was answered under; nil when this program no longer reads it.
    package let pack: Pack?
    package let replay: Replay
    package let today: Today
}

extension Office {
    package func standing(of answer: GivenAnswer, at school: LogID) async throws -> AnswerStanding {
        let today = today(answer, try await setting(school))
        let pack: Pack
        do { pack = try await edition(answer.editionHash, of: school) } catch let error as PackErrors {
            return AnswerStanding(pack: nil, replay: .unanswerable("\(error)"), today: today)
        }
        return AnswerStanding(pack: pack, replay: try Replay.of(try answer.file, under: pack), today: today)
    }

    private func today(_ answer: GivenAnswer, _ setting: SchoolSetting) -> AnswerStanding.Today {
        let edition = setting.pack.edition
        guard setting.school.adopted.hash != answer.editionHash else { return .sameEdition }
        do {
            let now = try GivenAnswer(
                answer.facts, notKnown: Set(answer.notKnown), of: setting.pack,
                editionHash: setting.school.adopted.hash)
            return now.isSame(as: answer) ? .sameAnswer(edition: edition) : .otherAnswer(edition: edition, now)
        } catch {
            return .notAsked(edition: edition)
        }
    }

    /// Every answer that was kept at a school, for the installation's own work: no audience is asked.
    package func keptAnswers(at school: LogID) async throws -> [(record: RecordID, answer: GivenAnswer)] {
        var found: [(record: RecordID, answer: GivenAnswer)] = []
        for record in try await allRecords(school, RecordQuery(kind: Kind.answer.rawValue, audience: nil)) {
            if let answer = try await keptAnswer(record, at: school) { found.append((record, answer)) }
        }
        return found
    }

    /// One of them; nil when there is none of that name.
    package func keptAnswer(_ record: RecordID, at school: LogID) async throws -> GivenAnswer? {
        guard record.kind == .answer, let loaded = try await ledger.load(school, record.description) else { return nil }
        return try Drawer<KeptAnswer>.read(loaded.state).answer
    }

    /// Answers a kept question again under the edition of then.
    package func replay(_ answer: GivenAnswer, at school: LogID) async throws -> Replay {
        try await standing(of: answer, at: school).replay
    }
}

extension GivenAnswer {
    /// Whether both ask the same of a person; the rules and their wording may differ.
    fileprivate func isSame(as other: GivenAnswer) -> Bool {
        verdicts == other.verdicts && isSettled == other.isSettled && approvals == other.approvals
            && duties == other.duties
    }
}
