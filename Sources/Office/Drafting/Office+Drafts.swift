package import Ledger
package import Policy
package import Records

/// A draft edition with what its text comes to.
package struct DraftDetail: Sendable {
    package let detail: RecordDetail<Edition>
    /// The text as a pack; nil while it cannot be understood.
    package let pack: Pack?
    /// Everything that is wrong with the text.
    package let errors: [PackError]

    package var edition: Edition { detail.state }
    package var key: String { detail.record.key }
}

extension Office {
    package func draft(_ key: String, as caller: Caller) async throws(OfficeError) -> DraftDetail {
        guard let record = RecordID("\(Kind.edition.rawValue)/\(key)") else { throw .refused(.notFound) }
        let detail = try await detail(Edition.self, record, as: caller)
        let school: SchoolSetting
        do { school = try await setting(caller.school) } catch { throw OfficeError(error) }
        do {
            let pack = try shelf.draft(detail.state)
            return DraftDetail(detail: detail, pack: pack, errors: misplaced(pack, detail.state.text, in: school))
        } catch {
            return DraftDetail(detail: detail, pack: nil, errors: error.errors)
        }
    }

    /// Everything that is wrong with a text as a pack of this school; nothing is kept.
    package func check(_ yaml: String, in school: SchoolSetting) -> [PackError] {
        let file = school.pack.fileName
        do {
            let pack = try Pack.load(yaml: yaml, file: file, vocabulary: vocabulary)
            return misplaced(pack, yaml, in: school)
        } catch {
            return error.errors
        }
    }

    /// A text may be sound and yet another school's.
    private func misplaced(_ pack: Pack, _ yaml: String, in school: SchoolSetting) -> [PackError] {
        guard pack.id != school.pack.id else { return [] }
        let line = yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("pack:") }
        return [
            PackError(
                file: school.pack.fileName, line: (line ?? 0) + 1, column: 1,
                message: "This is the pack `\(pack.id)`, but the school’s own was expected.", nearest: school.pack.id)
        ]
    }

    /// What changes when a draft takes the place of the edition in force.
    ///
    /// - Throws: `.wrongState` with the reason when the rules are too tangled to be compared.
    package func impact(of pack: Pack, in school: SchoolSetting) async throws(OfficeError) -> Impact {
        do {
            return school.pack.impact(
                of: pack, answers: try await differences(school.pack, pack), before: await findings(of: school.pack),
                after: await findings(of: pack))
        } catch {
            throw .refused(.wrongState("What would change cannot be told. \(error)"))
        }
    }

    /// Saves a draft's text as a part of it was changed in a form.
    package func save(
        _ pack: Pack, note: String, in draft: DraftDetail, expected: Int64, cause: String, as caller: Caller
    ) async throws(OfficeError) -> Outcome {
        try await submit(
            Submission(
                record: draft.detail.record, command: "saveDraft",
                input: Input(["text": [pack.source], "note": [note]]), expected: expected, cause: cause),
            as: caller)
    }

    /// Begins a draft on the installation's own authority, with a text from the terminal.
    package func importDraft(_ yaml: String, title: String, reason: String, to school: LogID) async throws(OfficeError)
        -> RecordID
    {
        do {
            let record = RecordID(.edition, newID())
            let text = Edition.Text(yaml: yaml, hash: Digest.hex(of: yaml))
            _ = try await perform(
                Drawer<Edition>.intent(.start(title: title, reason: reason, text: text)), on: record,
                in: try await setting(school), as: .office, expected: 0, cause: newID(), isReaction: true)
            return record
        } catch {
            throw OfficeError(error)
        }
    }
}

extension Office {
    /// Whether a command that is named by `cause` has been carried out on a record.
    package func isDone(_ cause: String, on record: RecordID, as caller: Caller) async throws(OfficeError) -> Bool {
        do {
            guard !cause.isEmpty, try await visible(record, to: caller) != nil else { return false }
            return try await ledger.history(caller.school, record.description).contains { $0.stamp.cause == cause }
        } catch {
            throw OfficeError(error)
        }
    }
}
