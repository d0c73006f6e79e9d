package import Policy

extension Picture {
    package enum Command: Sendable, Equatable {
        /// What the store holds and the machine saw: given by the office alone, once the bytes are safe.
        case take(TakenPicture)
        case describe(altText: String)
        case tag(PupilID, PictureArea)
        case untag(PupilID)
        /// That what the machine saw there is no face.
        case dismissFace(Int)
        case restoreFace(Int)
        case sayNobody
        case unsayNobody
        /// Parts are covered and the bytes made anew: given by the office alone.
        case cover([PictureArea], StoredImage)
        /// A child in it has left, or what may be shown of them has changed: given by the office alone.
        case noteChange(PupilID)
        case discard
        /// Its day has come: given by the office alone.
        case expire
    }

    package enum Event: RecordEvent {
        case uploaded(id: PictureID, upload: Upload, image: StoredImage, faces: [PictureArea]?)
        case described(altText: String, by: PersonID, at: Instant)
        case tagged(tag: PictureTag, by: PersonID, at: Instant)
        case untagged(pupil: PupilID, by: PersonID, at: Instant)
        case faceDismissed(face: Int, by: PersonID, at: Instant)
        case faceRestored(face: Int, by: PersonID, at: Instant)
        case nobodySaid(by: PersonID, at: Instant)
        case nobodyUnsaid(by: PersonID, at: Instant)
        case covered(areas: [PictureArea], image: StoredImage, by: PersonID, at: Instant)
        /// The day on which it must go is another now; nil for none.
        ///
        /// - clocks: those of children of whom nothing may be shown, where they are others now.
        case dated(goesOn: Day?, clocks: [PictureClock]? = nil)
        case removed(removal: Removal)

        package var name: String {
            switch self {
            case .uploaded: "uploaded"
            case .described: "described"
            case .tagged: "tagged"
            case .untagged: "untagged"
            case .faceDismissed: "faceDismissed"
            case .faceRestored: "faceRestored"
            case .nobodySaid: "nobodySaid"
            case .nobodyUnsaid: "nobodyUnsaid"
            case .covered: "covered"
            case .dated: "dated"
            case .removed: "removed"
            }
        }
    }

    package static func pupils(in command: Command) -> Set<PupilID> {
        switch command {
        case .tag(let pupil, _), .untag(let pupil), .noteChange(let pupil): [pupil]
        case .take, .describe, .dismissFace, .restoreFace, .sayNobody, .unsayNobody, .cover, .discard, .expire: []
        }
    }
}

/// A picture that was just brought into the store.
package struct TakenPicture: Sendable, Equatable {
    package var id: PictureID
    package var fileName: String
    package var image: StoredImage
    /// Nil where nothing could look for faces.
    package var faces: [PictureArea]?

    package init(id: PictureID, fileName: String, image: StoredImage, faces: [PictureArea]?) {
        self.id = id
        self.fileName = fileName
        self.image = image
        self.faces = faces
    }
}
