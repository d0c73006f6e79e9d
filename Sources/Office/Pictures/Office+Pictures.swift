import Foundation
import Ledger
import Policy
package import Records

extension Office {
    /// Brings a file into the store as a picture. The bytes are safe on the disk before the record says that they are
    /// there; what a crash leaves between the two is swept away at the next start.
    ///
    /// - Parameter cause: names this file of this form, so that a form sent twice adds it once.
    /// - Throws: ``PictureFault`` for a file of which there is no picture.
    package func takePicture(
        _ file: IncomingFile, named name: String, cause: String, as caller: Caller
    ) async throws -> RecordID {
        guard caller.seesPictures else {
            throw OfficeError.refused(.notAuthorised(reason: "You may not add a picture.", whoMay: Picture.seers))
        }
        let record = namedRecord(.picture, by: "\(caller.person) \(cause)")
        do {
            if try await visible(record, to: caller) != nil { return record }
        } catch {
            throw OfficeError(error)
        }
        let worked = try await pictures.read(file)
        do {
            let setting = try await setting(caller.school)
            let prepared = try ledger.prepareKey(caller.school, record.description)
            let image = try await keep(worked, for: record, in: caller.school, prepared: prepared)
            let taken = TakenPicture(
                id: PictureID(record.key), fileName: Self.plain(name), image: image, faces: worked.faces)
            _ = try await perform(
                Drawer<Picture>.intent(.take(taken)), on: record, in: setting, as: caller.person, expected: 0,
                cause: cause, prepared: prepared)
            return record
        } catch {
            throw OfficeError(error)
        }
    }

    /// Covers parts of a picture for good: new bytes stand in the place of the old, which are destroyed.
    package func coverPicture(
        _ record: RecordID, _ areas: [PictureArea], expected: Int64?, cause: String, as caller: Caller
    ) async throws {
        do {
            let (loaded, picture) = try await picture(record, as: caller)
            guard picture.removal == nil else { throw Refusal.wrongState("This picture has gone from the store.") }
            // Sent twice, it is done once.
            if expected != loaded.row.revision,
                try await ledger.history(caller.school, record.description).contains(where: { $0.stamp.cause == cause })
            {
                return
            }
            guard expected == nil || expected == loaded.row.revision else { throw Refusal.superseded }
            guard !areas.isEmpty, areas.allSatisfy(\.isWithinPicture) else {
                throw Refusal.incomplete([FieldProblem("area", "Draw the box within the picture")])
            }
            let before = try await bytes(of: picture.image.blob, record, in: caller.school)
            let worked: WorkedPicture
            do { worked = try await pictures.cover(before, areas) } catch {
                throw Refusal.incomplete([FieldProblem("area", error.text)])
            }
            let image = try await keep(worked, for: record, in: caller.school, prepared: nil)
            let outcome = try await perform(
                Drawer<Picture>.intent(.cover(areas, image)), on: record, in: try await setting(caller.school),
                as: caller.person, expected: loaded.row.revision, cause: cause)
            guard !outcome.changedNothing else { return }
            await drop(picture.image, of: record, in: caller.school)
        } catch {
            throw OfficeError(error)
        }
    }

    /// The bytes of a picture, for those who may see it.
    package func pictureBytes(_ record: RecordID, small: Bool, as caller: Caller) async throws -> [UInt8] {
        do {
            let (_, picture) = try await picture(record, as: caller)
            guard picture.removal == nil else { throw Refusal.notFound }
            return try await bytes(of: small ? picture.image.smallBlob : picture.image.blob, record, in: caller.school)
        } catch {
            throw OfficeError(error)
        }
    }

    /// The bytes of a picture of a post that waits for the caller's decision, who may see no other picture: what is approved
    /// is what was looked at. Every other picture, post and person is told that there is nothing.
    package func pictureBytes(
        _ record: RecordID, of post: RecordID, small: Bool, as caller: Caller
    ) async throws(OfficeError) -> [UInt8] {
        do {
            let detail = try await detail(Post.self, post, as: caller)
            guard record.kind == .picture, detail.state.content.pictures.contains(PictureID(record.key)),
                detail.state.awaitsDecision(at: detail.desk),
                let loaded = try await ledger.load(caller.school, record.description)
            else { throw Refusal.notFound }
            let picture = try Drawer<Picture>.read(loaded.state)
            guard picture.removal == nil else { throw Refusal.notFound }
            return try await bytes(of: small ? picture.image.smallBlob : picture.image.blob, record, in: caller.school)
        } catch {
            throw OfficeError(error)
        }
    }

    private func picture(_ record: RecordID, as caller: Caller) async throws -> (Loaded, Picture) {
        guard caller.seesPictures, record.kind == .picture,
            let loaded = try await visible(record, to: caller)
        else { throw Refusal.notFound }
        return (loaded, try Drawer<Picture>.read(loaded.state))
    }

    private func bytes(of word: String, _ record: RecordID, in school: LogID) async throws -> [UInt8] {
        guard let name = BlobName(school, record.description, word), let bytes = try await ledger.blob(name) else {
            throw LedgerError.corrupt(record: record.description, reason: "its picture is not in the store")
        }
        return bytes
    }

    private func keep(
        _ worked: WorkedPicture, for record: RecordID, in school: LogID, prepared: PreparedKey?
    ) async throws -> StoredImage {
        let image = StoredImage(
            blob: newID(), hash: Digest.hex(of: worked.picture), width: worked.width, height: worked.height,
            byteCount: worked.picture.count)
        for (word, bytes) in [(image.blob, worked.picture), (image.smallBlob, worked.thumbnail)] {
            guard let name = BlobName(school, record.description, word) else {
                throw OfficeError.unreadable("an identifier that is no name")
            }
            try await ledger.putBlob(name, bytes, prepared: prepared)
        }
        return image
    }

    /// What cannot be destroyed now is destroyed by the next sweep.
    func drop(_ image: StoredImage, of record: RecordID, in school: LogID) async {
        for word in [image.blob, image.smallBlob] {
            guard let name = BlobName(school, record.description, word) else { continue }
            try? await ledger.blobs.delete(name)
        }
    }

    /// The last part of a path, without what does not belong in a name.
    private static func plain(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String(String.UnicodeScalarView(kept)).trimmed.prefix(150))
    }
}
