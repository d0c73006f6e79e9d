import Ledger
import Policy
import Records

extension Office {
    /// Somebody says that a copy of a post is gone: where its platform can be asked, it is asked first.
    ///
    /// - Returns: the answers, and with them whether the platform said the same.
    /// - Throws: `.incomplete` where it still shows the post.
    func askingPlatform(
        _ answers: Answers, _ submission: Submission, at desk: Desk, state: [UInt8]?, in setting: SchoolSetting
    ) async throws -> Answers {
        let (kind, command) = (submission.record.kind, submission.command)
        let field: String
        let account: String
        switch (kind, command) {
        case (.takedown, "markGone"): (field, account) = ("looked", answers.text("account"))
        case (.post, "recordRemoved"): (field, account) = ("gone", PostCopy.account(of: answers.text("copy")))
        default: return answers
        }
        // Nobody has a platform asked about what is not theirs to record.
        guard try Cabinet.drawer(kind).available(state, at: desk).contains(command) else { return answers }
        let post = RecordID(.post, submission.record.key)
        switch try await presence(of: post, on: account, in: setting) {
        case .gone: return answers.replacing(Takedown.platformSays, by: Takedown.isGone)
        case .present:
            throw Refusal.incomplete([
                FieldProblem(
                    field,
                    "The platform was asked, and still shows the post. Take it down there, then tick the box again")
            ])
        case .unknown: return answers.replacing(Takedown.platformSays, by: "")
        }
    }

    /// What an account's platform says of a post; unknown where nothing connects it, or where it does not answer.
    private func presence(of post: RecordID, on key: String, in setting: SchoolSetting) async throws -> Presence {
        guard let loaded = try await ledger.load(setting.id, post.description) else { return .unknown }
        let there = try Drawer<Post>.read(loaded.state).copies.compactMap { copy -> SentPost? in
            guard copy.account == key else { return nil }
            switch copy.state {
            case .sent(let sent), .removing(let sent, _, _, _):
                return sent.identifier.isEmpty ? nil : sent
            case .waiting, .sending, .byHand, .failed, .abandoned, .recalled, .removed: return nil
            }
        }
        let record = RecordID(.account, key)
        guard !there.isEmpty, let loaded = try await ledger.load(setting.id, record.description),
            let account = try Drawer<Account>.read(loaded.state).openAccount
        else { return .unknown }
        let destination = try destination(account, record, in: setting.id)
        guard destination.connection.needsSecret, there.allSatisfy({ $0.isReached(by: destination.connection) }) else {
            return .unknown
        }
        var said = Presence.gone
        for sent in there {
            switch try? await connecting.look(at: Delivered(sent), on: destination) {
            case .present(let sameWords)?: return .present(sameWords: sameWords)
            case .gone?: break
            case .unknown?, nil: said = .unknown
            }
        }
        return said
    }
}
