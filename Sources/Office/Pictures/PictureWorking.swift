package import Records

/// What makes a safe picture out of a file from anywhere: the port to a program that runs apart.
package protocol PictureWorking: Sendable {
    /// What must be installed before pictures can be added, in a sentence for the administrator; nil when all is there.
    var isMissing: String? { get }
    /// Decodes a file and makes a picture of it that carries nothing of the file but what can be seen.
    func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture
    /// Covers parts of a picture that ``read(_:)`` made.
    func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture
}

/// A picture that is new from the first byte: JPEG, sRGB, upright, without metadata.
package struct WorkedPicture: Sendable, Equatable {
    package var picture: [UInt8]
    package var thumbnail: [UInt8]
    /// In pixels.
    package var width: Int
    package var height: Int
    /// Nil where nothing could look for faces.
    package var faces: [PictureArea]?

    package init(picture: [UInt8], thumbnail: [UInt8], width: Int, height: Int, faces: [PictureArea]?) {
        self.picture = picture
        self.thumbnail = thumbnail
        self.width = width
        self.height = height
        self.faces = faces
    }
}

/// Why there is no picture of a file.
package enum PictureFault: Error, Sendable, Equatable {
    case notInstalled
    case empty, tooManyBytes, tooManyPixels, broken, failed
    /// What it is instead, by its first bytes.
    case heic, avif, tiff, svg, pdf, video, archive, bmp, unknown

    /// For the person who chose the file: what is wrong with it, and what to do.
    package var text: String {
        switch self {
        case .notInstalled: "Pictures cannot be read on this server yet: ask whoever looks after it"
        case .empty: "The file is empty. Choose it again"
        case .tooManyBytes: "The file is larger than 25 megabytes. Send it smaller, as a JPEG"
        case .tooManyPixels: "The picture has more than 60 million points. Save it smaller, then choose it again"
        case .broken: "The file is damaged or was cut short. Copy it from the camera or telephone again"
        case .failed: "The picture could not be read in time. Save it as a JPEG of a usual size, then choose it again"
        case .heic, .avif:
            "This is an \(self == .heic ? "HEIC" : "AVIF") picture, which many places cannot show. On an iPhone: "
                + "Settings, Camera, Formats, Most Compatible; then take it again, or save it as a JPEG"
        case .tiff: "This is a TIFF file. Save it as a JPEG, then choose that"
        case .svg: "This is a drawing or a web page (SVG), which can hold programs. Save it as a PNG, then choose that"
        case .pdf: "This is a PDF. Save the page as a JPEG or PNG, then choose that"
        case .video: "This is a video. Only pictures are kept here"
        case .archive: "This is an archive or an office document. Take the pictures out of it, then choose those"
        case .bmp: "This is a BMP file. Save it as a JPEG or PNG, then choose that"
        case .unknown: "This is not a picture that can be read. Choose a JPEG, PNG, WebP or GIF"
        }
    }
}

/// An installation without the program that reads pictures.
package struct NoPictureWorker: PictureWorking {
    package init() {}
    package var isMissing: String? { "No program that reads pictures was given to this server." }
    package func read(_ file: IncomingFile) async throws(PictureFault) -> WorkedPicture { throw .notInstalled }
    package func cover(_ picture: [UInt8], _ areas: [PictureArea]) async throws(PictureFault) -> WorkedPicture {
        throw .notInstalled
    }
}
