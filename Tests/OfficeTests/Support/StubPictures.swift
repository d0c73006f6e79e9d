import Records

@testable import Office

/// Makes the same small picture of whatever it is given.
struct StubPictures: PictureWorking {
    var isMissing: String? { nil }

    func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture {
        WorkedPicture(picture: [1, 2, 3], thumbnail: [1], width: 300, height: 200, faces: [])
    }

    func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture {
        WorkedPicture(picture: picture + [4], thumbnail: [2], width: 300, height: 200, faces: nil)
    }
}
