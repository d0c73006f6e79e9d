@testable import Policy
@testable import Records

/// Pictures, as ``GoldenSamples`` has the other kinds.
extension GoldenSamples {
    private static let day = Day(number: 20_777)
    private static let at = Instant(seconds: 1_795_168_800)
    private static let ann = PersonID("p-ann")
    private static let bob = PersonID("p-bob")
    private static let ada = PupilID("c-ada")
    private static let area = PictureArea(x: 100, y: 200, width: 150, height: 160)

    private static func image(_ blob: String) -> StoredImage {
        StoredImage(blob: blob, hash: "00ff", width: 2048, height: 1365, byteCount: 412_345)
    }

    static func next(_ event: Picture.Event?) -> Picture.Event? {
        switch event {
        case nil:
            .uploaded(
                id: PictureID("harvest"), upload: .init(by: ann, at: at, fileName: "IMG_0001.JPG"),
                image: image("blob1"), faces: [area])
        case .uploaded: .described(altText: "Children / planting “beans”", by: ann, at: at)
        case .described: .tagged(tag: PictureTag(pupil: ada, area: area), by: ann, at: at)
        case .tagged: .untagged(pupil: ada, by: bob, at: at)
        case .untagged: .faceDismissed(face: 0, by: ann, at: at)
        case .faceDismissed: .faceRestored(face: 0, by: ann, at: at)
        case .faceRestored: .nobodySaid(by: ann, at: at)
        case .nobodySaid: .nobodyUnsaid(by: bob, at: at)
        case .nobodyUnsaid: .covered(areas: [area], image: image("blob2"), by: ann, at: at)
        case .covered: .dated(goesOn: day)
        case .dated: .removed(removal: .init(reason: .byHand, on: day, by: bob))
        case .removed: nil
        }
    }

    /// With the children's own days, which were not written down at first.
    static let fullPicture: [Picture.Event] = [
        .dated(goesOn: day, clocks: [PictureClock(pupil: ada, goesOn: day)])
    ]

    /// Without faces looked for, without a day, and gone by itself.
    static let barePicture: [Picture.Event] = [
        .uploaded(
            id: PictureID("harvest"), upload: .init(by: ann, at: at, fileName: ""), image: image("blob1"), faces: nil),
        .dated(goesOn: nil), .removed(removal: .init(reason: .due, on: day, by: .office)),
    ]
}
