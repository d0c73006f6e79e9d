import Ledger
import Policy
package import Proofing
package import Records

extension Office {
    /// What the checks say of a post: its hash, and what was found in its words and pictures.
    ///
    /// - Parameter pictures: the cards of its pictures, as they stand.
    package func proof(
        _ content: PostContent, of record: RecordID?, pictures: [PictureID: PictureCard], in setting: SchoolSetting
    ) async throws -> PostProof {
        let reader = try await proofreader(of: setting)
        let earlier =
            setting.pack.check(.jigsaw).severity == .off
            ? [] : try await publishedDrafts(besides: record, in: setting.id)
        var remarks: [PostRemark] = []
        var told: Set<PostRemark> = []
        for (accounts, words) in content.texts {
            let draft = ProofDraft(
                words: words, pictures: content.pictures.map { ProofDraft.Picture(pictures[$0]) }, voice: .school,
                source: content.source)
            // Words that several accounts share belong to none of them.
            let own = accounts.first.flatMap { content.ownWords[$0] == nil ? nil : $0 }
            for remark in reader.proof(draft) + reader.jigsaw(draft, earlier: earlier) {
                let known = PostRemark(remark, account: own)
                if told.insert(known).inserted { remarks.append(known) }
            }
        }
        return PostProof(
            hash: Digest.hex(of: content.canonical(pictures: pictures)), remarks: Self.gravest(remarks))
    }

    /// More than these nobody reads, and they stand on the record of every submission. The gravest stay, in their order.
    static func gravest(_ remarks: [PostRemark], most: Int = 300) -> [PostRemark] {
        guard remarks.count > most else { return remarks }
        return remarks.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .prefix(most).sorted { $0.offset < $1.offset }.map(\.element)
    }

    /// How many posts back the checks look for pieces that together point to one child.
    private static let postsLookedBack = 30

    /// What the school has published lately and still stands, newest first: the words, and who is in the pictures.
    private func publishedDrafts(besides record: RecordID?, in school: LogID) async throws -> [ProofDraft] {
        let page = try await ledger.records(
            school,
            matching: RecordQuery(
                kind: Kind.post.rawValue, facets: [Facet("out", "yes")], audience: nil, order: .changed,
                descending: true, limit: Self.postsLookedBack))
        var drafts: [ProofDraft] = []
        for row in page.rows where row.record != record?.description {
            guard let loaded = try await ledger.load(school, row.record) else { continue }
            guard let live = try Drawer<Post>.read(loaded.state).live else { continue }
            let children = live.children.map(\.rawValue)
            for text in live.content.texts {
                let pictures = live.pictures.map { ProofDraft.Picture(altText: $0.altText, pupils: children) }
                drafts.append(ProofDraft(words: text.words, pictures: pictures, source: live.content.source))
            }
        }
        return drafts
    }

    /// What the checks say of a draft that is nobody's record. It tells who is a pupil: for those who may know.
    package func check(_ draft: ProofDraft, in setting: SchoolSetting) async throws -> [Remark] {
        let reader = try await proofreader(of: setting)
        let isLookedFor = setting.pack.check(.jigsaw).severity != .off
        let earlier = isLookedFor ? try await publishedDrafts(besides: nil, in: setting.id) : []
        return reader.proof(draft) + reader.jigsaw(draft, earlier: earlier)
    }

    /// The school's proofreader, made anew when its names or its policy have changed.
    func proofreader(of setting: SchoolSetting) async throws -> Proofreader {
        let known = try await proofNames(setting.id)
        let edition = ProofShelf.Edition(packHash: setting.school.adopted.hash, names: known.edition)
        if let reader = proofreaders.reader(of: setting.id, edition) { return reader }
        let reader = Proofreader(
            names: known.names, settings: setting.pack.checks,
            barredLinks: Set(setting.pack.process.barredLinks.value.map(\.rawValue)))
        proofreaders.keep(reader, of: setting.id, edition)
        return reader
    }
}

extension ProofDraft.Picture {
    /// A picture that is not there any more has a face that nobody accounts for.
    fileprivate init(_ card: PictureCard?) {
        self.init(
            altText: card?.altText ?? "", fileName: card?.fileName ?? "",
            pupils: card?.pupils.map(\.rawValue) ?? [], untaggedFaces: card?.untaggedFaces ?? 1,
            isNobodyIdentifiable: card?.isNobodyIdentifiable ?? false)
    }
}

extension PostRemark {
    /// - Parameter account: whose own words were checked; nil for words that the accounts share.
    init(_ remark: Remark, account: String?) {
        let place: Place =
            switch remark.place {
            case .words: .words(account: account)
            case .altText(let picture): .altText(picture)
            case .fileName(let picture): .fileName(picture)
            case .picture(let picture): .picture(picture)
            case .whole: .whole
            }
        self.init(
            kind: remark.kind, severity: remark.severity, place: place, start: remark.start, end: remark.end,
            says: remark.says, mend: remark.mend, clauses: remark.clauses, pupil: remark.pupil.map(PupilID.init))
    }
}
