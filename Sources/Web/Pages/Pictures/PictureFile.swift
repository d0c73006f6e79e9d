import Office
import Records

/// The bytes of a picture: to those alone whom the page of pictures admits, and never kept by a cache.
enum PictureFile {
    @Sendable static func whole(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await file(visit, caller, small: false)
    }

    @Sendable static func small(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        try await file(visit, caller, small: true)
    }

    private static func file(_ visit: Visit, _ caller: Caller, small: Bool) async throws -> Reply {
        reply(try await visit.office.pictureBytes(try record(visit), small: small, as: caller))
    }

    /// As an attachment it is shown within our pages and never as a page of its own.
    static func reply(_ bytes: [UInt8]) -> Reply { .bytes(bytes, type: "image/jpeg", fileName: "picture.jpg") }

    static func record(_ visit: Visit) throws -> RecordID {
        guard let record = RecordID("picture/\(visit.parameter("key"))") else { throw Refusal.notFound }
        return record
    }
}
