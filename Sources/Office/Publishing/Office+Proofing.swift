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
        let edition = ProofShelf.Edition(
            packHash: setting.school.adopted.hash, names: try await namesEdition(in: setting.id))
        if let reader = proofreaders.reader(of: setting.id, edition) { return reader }
        let reader = Proofreader(
            names: try await proofNames(of: setting), settings: setting.pack.checks,
            barredLinks: Set(setting.pack.process.barredLinks.value.map(\.rawValue)))
        proofreaders.keep(reader, of: setting.id, edition)
        return reader
    }

    private func namesEdition(in school: LogID) async throws -> [Int64] {
        var numbers: [Int64] = []
        for kind in [Kind.person, .pupil] {
            let page = try await ledger.records(
                school,
                matching: RecordQuery(kind: kind.rawValue, audience: nil, order: .changed, descending: true, limit: 1))
            numbers += [Int64(page.total), page.rows.first?.changed ?? 0, page.rows.first?.revision ?? 0]
            // Another change within the same second would look the same: until that has passed, nothing is kept.
            if let changed = page.rows.first?.changed, changed + 2 > now().seconds { numbers.append(now().seconds) }
        }
        return numbers
    }

    /// Everybody whose name the checks look for: the pupils and the staff who are here.
    func proofNames(of setting: SchoolSetting) async throws -> [ProofName] {
        var names: [ProofName] = []
        let pupils = RecordQuery(kind: Kind.pupil.rawValue, audience: nil)
        for record in try await allRecords(setting.id, pupils) {
            guard let loaded = try await ledger.load(setting.id, record.description) else { continue }
            names.append(ProofName(try Drawer<Pupil>.read(loaded.state)))
        }
        for entry in try await directory(setting.id) where entry.isHere {
            let words = entry.name.split(separator: " ").map(String.init)
            guard let first = words.first, let last = words.dropFirst().last else { continue }
            names.append(ProofName(id: entry.id.rawValue, first: first, last: last, standing: .staff))
        }
        return names
    }
}

extension ProofName {
    /// A child who has left is still looked for: their name is as much theirs as before.
    fileprivate init(_ pupil: Pupil) {
        let known = pupil.particulars
        self.init(
            id: pupil.id.rawValue, first: known.first, last: known.last, nicknames: known.nicknames,
            standing: .pupil, year: known.year, className: known.className, mayBeNamed: !pupil.isProtected)
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
