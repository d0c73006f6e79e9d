import Ledger
package import Policy
import Records

/// What a round of the store did.
package struct PictureRound: Sendable, Equatable {
    package var removed = 0
    /// Pictures that could not be removed; the next round tries again.
    package var failed = 0
}

extension Office {
    /// Removes every picture whose day has come, in every school; the bytes go with the record's word that they went.
    package func removeDuePictures(_ now: Instant) async throws -> PictureRound {
        var round = PictureRound()
        for log in try await ledger.logs() {
            guard let setting = try? await setting(log) else { continue }
            let query = RecordQuery(
                kind: Kind.picture.rawValue, facets: [Facet("goes", "on a day")], audience: nil)
            for record in try await allRecords(log, query) {
                do {
                    guard let loaded = try await ledger.load(log, record.description) else { continue }
                    let picture = try Drawer<Picture>.read(loaded.state)
                    guard let day = picture.goesOn, day <= now.londonDay else { continue }
                    let outcome = try await perform(
                        Drawer<Picture>.intent(.expire), on: record, in: setting, as: .office, cause: newID(),
                        isReaction: true)
                    if !outcome.changedNothing { round.removed += 1 }
                } catch {
                    round.failed += 1
                }
            }
            try await sweepRemoved(log)
        }
        return round
    }

    /// Bytes whose record says that they went: the program ended, or the disk failed, between the two.
    private func sweepRemoved(_ log: LogID) async throws {
        for name in try await ledger.blobs.names(log) {
            guard let words = try await keptWords(name), words.isEmpty else { continue }
            try await ledger.blobs.delete(name)
        }
    }

    /// Destroys all bytes that no record counts as its own: those of an upload or a covering that was never finished,
    /// and those of erased records. Only while nothing else runs, since what is being uploaded has no record yet.
    ///
    /// - Returns: how many.
    @discardableResult
    package func sweepBlobs() async throws -> Int {
        var count = 0
        for log in try await ledger.logs() {
            for name in try await ledger.blobs.names(log) {
                guard try await !(keptWords(name) ?? []).contains(name.word) else { continue }
                try await ledger.blobs.delete(name)
                count += 1
            }
        }
        return count
    }

    /// The words under which a record keeps bytes now: none for one that was removed or erased; nil where there is no
    /// such record.
    private func keptWords(_ name: BlobName) async throws -> Set<String>? {
        guard let record = RecordID(name.record), record.kind == .picture else { return nil }
        do {
            guard let loaded = try await ledger.load(name.log, name.record) else { return nil }
            let picture = try Drawer<Picture>.read(loaded.state)
            return picture.removal == nil ? [picture.image.blob, picture.image.smallBlob] : []
        } catch LedgerError.erased {
            return []
        }
    }
}
