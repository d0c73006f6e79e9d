import Foundation
import Ledger
import Policy
import Records
import Testing

@testable import Office
@testable import Web

/// Reads pictures without any library: the text of a file says what came of it.
struct FakePictures: PictureWorking {
    var isMissing: String?

    func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture {
        var bytes: [UInt8] = []
        do {
            try file.rewind()
            var piece = [UInt8](repeating: 0, count: 65_536)
            while case let count = Foundation.read(file.descriptor, &piece, piece.count), count > 0 {
                bytes += piece.prefix(count)
            }
        } catch { throw .failed }
        let text = String(decoding: bytes.prefix(100), as: UTF8.self)
        if bytes.isEmpty { throw .empty }
        if text.hasPrefix("heic") { throw .heic }
        if text.hasPrefix("broken") { throw .broken }
        let faces = text.hasPrefix("faces") ? [PictureArea(x: 100, y: 100, width: 200, height: 200)] : []
        return WorkedPicture(
            picture: Array("picture of \(bytes.count) bytes".utf8), thumbnail: Array("small".utf8), width: 400,
            height: 300, faces: faces)
    }

    func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture {
        WorkedPicture(
            picture: picture + Array(" covered".utf8), thumbnail: Array("small covered".utf8), width: 400, height: 300,
            faces: nil)
    }
}

extension World {
    static let picture = "picture-0001"
    static let child = "c-child-0000001"

    /// A picture with one face, added by the teacher.
    func makePicture(_ school: TestSchool? = nil) async throws {
        let school = school ?? here
        let record = RecordID(.picture, Self.picture)
        let prepared = try office.ledger.prepareKey(school.log, record.description)
        for (word, bytes) in [("blob", "the whole picture"), ("blob-small", "the small one")] {
            let name = try #require(BlobName(school.log, record.description, word))
            try await office.ledger.putBlob(name, Array(bytes.utf8), prepared: prepared)
        }
        let taken = TakenPicture(
            id: PictureID(Self.picture), fileName: "IMG_<b>.jpg",
            image: StoredImage(blob: "blob", hash: "00", width: 400, height: 300, byteCount: 17),
            faces: [PictureArea(x: 100, y: 100, width: 200, height: 200)])
        _ = try await office.perform(
            Drawer<Picture>.intent(.take(taken)), on: record, in: try await office.setting(school.log),
            as: try school.caller(.teacher).person, expected: 0, cause: office.newID(), prepared: prepared)
    }

    /// A picture with the child in it.
    func makeTaggedPicture() async throws {
        try await makePicture()
        try await makeChild()
        try await submit(
            "tag", on: "picture/\(Self.picture)", as: .teacher,
            ["pupil": [Self.child], "area": ["100,100,200,200"]])
    }

    /// A pupil who is here.
    func makeChild(_ first: String = "Robin", _ last: String = "Thrushcross", key: String = World.child) async throws {
        try await submit(
            "join", on: "pupil/\(key)", as: .administrator,
            [
                "first": [first], "last": [last], "class": ["Owls"], "year": ["2"], "on": ["2026-09-01"],
            ])
    }
}
