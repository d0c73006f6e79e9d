package import Policy

/// Something that the checks found in a post, as it stands on the post's record.
package struct PostRemark: Sendable, Hashable, Codable {
    package enum Place: Sendable, Hashable, Codable {
        /// The words; on one account where that has words of its own.
        case words(account: String?)
        /// The description of a picture, by its place among the post's pictures, from 0.
        case altText(Int)
        case fileName(Int)
        case picture(Int)
        case whole
    }

    package var kind: CheckKind
    package var severity: Severity
    package var place: Place
    /// First byte and the byte after the last, of the UTF-8 of the text at `place`; nil where there is no text.
    package var start: Int?
    package var end: Int?
    package var says: String
    package var mend: String
    /// Identifiers of the pack's clauses that ask for the check.
    package var clauses: [String]
    /// The child whom it is about, where it is about one.
    package var pupil: PupilID?

    package init(
        kind: CheckKind, severity: Severity, place: Place, start: Int? = nil, end: Int? = nil, says: String,
        mend: String, clauses: [String] = [], pupil: PupilID? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.place = place
        self.start = start
        self.end = end
        self.says = says
        self.mend = mend
        self.clauses = clauses
        self.pupil = pupil
    }

    /// Names the remark: the same whenever the same thing is found in the same place. FNV-1a of what it says and where.
    package var key: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let whole = "\(kind.rawValue)|\(place.text)|\(start ?? -1)|\(end ?? -1)|\(says)|\(pupil?.rawValue ?? "")"
        for byte in whole.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension PostRemark {
    /// What it says where it is kept for long: the words of the post have the name, what is written about it has not.
    var saysWithoutName: String {
        guard pupil != nil else { return says }
        switch (kind, place) {
        case (_, .picture): return says
        case (.pupilFullName, _), (.pupilPartialName, _), (.pupilFirstName, _):
            return "\(kind.label) stands in \(place.inWords)."
        case (.consent, _): return "A child who may not be named is named in \(place.inWords)."
        default: return start == nil ? says : "\(kind.label): in \(place.inWords)."
        }
    }
}

extension PostRemark.Place {
    fileprivate var inWords: String {
        switch self {
        case .words, .whole: "the words"
        case .altText(let picture): "the description of picture \(picture + 1)"
        case .fileName(let picture): "the file’s name of picture \(picture + 1)"
        case .picture(let picture): "picture \(picture + 1)"
        }
    }

    fileprivate var text: String {
        switch self {
        case .words(let account): "words \(account ?? "")"
        case .altText(let picture): "alt \(picture)"
        case .fileName(let picture): "file \(picture)"
        case .picture(let picture): "picture \(picture)"
        case .whole: "whole"
        }
    }
}

/// What the checks say of a post as it stands: laid on the desk by the office.
package struct PostProof: Sendable, Equatable {
    /// SHA-256 of ``PostContent/canonical(pictures:)``, lower-case hexadecimal.
    package var hash: String
    /// What was found in words and pictures; leave to show a child is looked up when the post is decided on.
    package var remarks: [PostRemark]

    package init(hash: String, remarks: [PostRemark]) {
        self.hash = hash
        self.remarks = remarks
    }
}

/// Why somebody sends a post on although the checks warn of something.
package struct RemarkConfirmation: Sendable, Equatable, Codable {
    package var remark: PostRemark
    package var why: String
    package var by: PersonID
    package var at: Instant
}
