import Ledger
import Office
import Policy
import Records

/// Everything that writing a post needs: the accounts and pictures that can be chosen, and the post as it stands.
struct ComposeDesk {
    var visit: Visit
    var caller: Caller
    var record: RecordID
    /// nil for a post that is not yet on record.
    var detail: RecordDetail<Post>?
    /// Every open account that this person sees.
    var open: [AccountCard] = []
    /// Those for which they may write.
    var accounts: [(key: String, title: String, platform: String)] = []
    var pictures: [(key: String, title: String, isUntagged: Bool)] = []

    init(_ visit: Visit, _ caller: Caller, record: RecordID, detail: RecordDetail<Post>?) async throws {
        self.visit = visit
        self.caller = caller
        self.record = record
        self.detail = detail
        let open = try await visit.office.openAccounts(as: caller)
        let known = Set(detail?.state.content.accounts ?? [])
        self.open = open.map(\.card)
        accounts = open.filter { $0.mayWrite || known.contains($0.card.key) }.map {
            ($0.card.key, $0.card.title, $0.card.platform)
        }
        let kept = try await visit.office.list(
            RecordQuery(
                kind: Kind.picture.rawValue, statuses: [Picture.Status.untagged, .ready].map(\.rawValue), audience: [],
                order: .changed, descending: true, limit: 60), as: caller)
        pictures = kept.rows.compactMap { row in
            RecordID(row.record).map { ($0.key, row.title, row.status == Picture.Status.untagged.rawValue) }
        }
    }

    static func open(_ visit: Visit, _ caller: Caller) async throws -> ComposeDesk {
        guard let record = RecordID("post/\(visit.parameter("key"))") else { throw Refusal.notFound }
        let detail = try await visit.office.detail(Post.self, record, as: caller)
        guard detail.available.contains(where: { $0.name == "save" }) else {
            throw Refusal.wrongState("This post cannot be changed here, or not by you, as things stand.")
        }
        return try await ComposeDesk(visit, caller, record: record, detail: detail)
    }

    /// What the form begins with. Who runs one account alone has it chosen.
    var begun: Input {
        if let post = detail?.state { return ComposeInput.unfolded(post.prefill("save"), post.content) }
        return Input(accounts.count == 1 ? ["accounts": [accounts[0].key]] : [:])
    }

    var crumbs: [Link] {
        [Link("Posts", visit.url("/posts"))] + (detail.map { [Link($0.state.title, visit.url(record.pagePath))] } ?? [])
    }
}

/// Between the fields of the page, where each account has words of its own and each picture its place, and those of the
/// form, which are plain text.
enum ComposeInput {
    /// As the form of the record takes it.
    static func folded(_ sent: Input) -> Input {
        var input = sent
        let accounts = sent.all("accounts").flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
        input.values["accounts"] = [accounts.joined(separator: "\n")]
        let own = accounts.compactMap { key in
            sent["own.\(key)"].trimmed.isEmpty ? nil : "[\(key)]\n\(sent["own.\(key)"])"
        }
        if !own.isEmpty { input.values["ownWords"] = [own.joined(separator: "\n")] }
        let pictures = sent.all("pictures").flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
        let ordered = pictures.enumerated().sorted { a, b in
            (Int(sent["order.\(a.element)"]) ?? 1000, a.offset) < (Int(sent["order.\(b.element)"]) ?? 1000, b.offset)
        }
        input.values["pictures"] = [ordered.map(\.element).joined(separator: "\n")]
        return input
    }

    /// As the page shows it.
    static func unfolded(_ prefill: Input, _ content: PostContent) -> Input {
        var input = prefill
        input.values["accounts"] = content.accounts
        input.values["pictures"] = content.pictures.map(\.rawValue)
        for (account, own) in content.ownWords { input.values["own.\(account)"] = [own] }
        for (place, picture) in content.pictures.enumerated() {
            input.values["order.\(picture)"] = ["\(place + 1)"]
        }
        return input
    }

    /// What would be saved, as far as it can be read.
    static func content(_ input: Input) -> PostContent {
        let folded = folded(input)
        // What is only checked has met no form yet, which would have refused more than these.
        func lines(_ name: String) -> [String] {
            folded[name].split(whereSeparator: \.isNewline).prefix(50).map(String.init)
        }
        func text(_ name: String, _ most: Int) -> String { String(folded[name].trimmed.prefix(most)) }
        var own: [String: String] = [:]
        for key in lines("accounts") where !folded["own.\(key)"].trimmed.isEmpty {
            own[key] = text("own.\(key)", 10_000)
        }
        return PostContent(
            words: text("words", 10_000), ownWords: own, accounts: lines("accounts"),
            pictures: lines("pictures").map(PictureID.init), speaker: text("speaker", 120),
            source: text("source", 300))
    }
}
