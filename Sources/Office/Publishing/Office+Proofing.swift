import Ledger
import Policy
package import Proofing
package import Records

extension Office {
    /// What the checks say of a post: its hash, and what was found in its words and pictures.
    ///
    /// - Parameter pictures: the cards of its pictures, as they stand.
    package func proof(
        _ content: PostContent, pictures: [PictureID: PictureCard], in setting: SchoolSetting
    ) async throws -> PostProof {
        let reader = try await proofreader(of: setting)
        var remarks: [PostRemark] = []
        for (accounts, words) in content.texts {
            let draft = ProofDraft(
                words: words, pictures: content.pictures.map { ProofDraft.Picture(pictures[$0]) }, voice: .school,
                source: content.source)
            // Words that several accounts share belong to none of them.
            let own = accounts.first.flatMap { content.ownWords[$0] == nil ? nil : $0 }
            for remark in reader.proof(draft) {
                let known = PostRemark(remark, account: own)
                if !remarks.contains(known) { remarks.append(known) }
            }
        }
        return PostProof(hash: Digest.hex(of: content.canonical(pictures: pictures)), remarks: remarks)
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
