extension PictureArea {
    /// Within the picture, and large enough to be something.
    package var isWithinPicture: Bool {
        x >= 0 && y >= 0 && width >= 5 && height >= 5 && x + width <= 1000 && y + height <= 1000
    }

    package var size: Int { width * height }

    func common(with other: PictureArea) -> Int {
        let across = min(x + width, other.x + other.width) - max(x, other.x)
        let down = min(y + height, other.y + other.height) - max(y, other.y)
        return max(across, 0) * max(down, 0)
    }

    /// How far they are the same place, in thousandths: what they share of what they cover between them.
    func likeness(to other: PictureArea) -> Int {
        let shared = common(with: other)
        let all = size + other.size - shared
        return all == 0 ? 0 : shared * 1000 / all
    }

    /// Nearly all of it lies under the other.
    func isCovered(by other: PictureArea) -> Bool { size > 0 && common(with: other) * 10 >= size * 9 }
}

extension Picture {
    /// How a face that was seen is accounted for.
    package enum FaceState: Sendable, Equatable {
        case open, dismissed, covered
        case tagged(PupilID)
    }

    /// Each face's state, in their order. One tag accounts for one face, the one that it is most like, so that a box
    /// drawn around two children leaves one of them to be tagged.
    package var faceStates: [FaceState] {
        var states = faces.map { face -> FaceState in
            if face.dismissed != nil { return .dismissed }
            return covered.contains { face.area.isCovered(by: $0) } ? .covered : .open
        }
        var pairs: [(likeness: Int, tag: Int, face: Int)] = []
        for (tag, drawn) in tags.enumerated() {
            for (face, seen) in faces.enumerated() where states[face] == .open {
                let likeness = drawn.area.likeness(to: seen.area)
                // A box drawn by hand is often larger than what the machine saw, or takes in the shoulders too.
                if likeness >= 100 || seen.area.isCovered(by: drawn.area) && likeness >= 40 {
                    pairs.append((likeness, tag, face))
                }
            }
        }
        var used: Set<Int> = []
        for pair in pairs.sorted(by: { ($0.likeness, $1.tag, $1.face) > ($1.likeness, $0.tag, $0.face) })
        where !used.contains(pair.tag) && states[pair.face] == .open {
            states[pair.face] = .tagged(tags[pair.tag].pupil)
            used.insert(pair.tag)
        }
        return states
    }

    package var openFaces: Int { faceStates.count { $0 == .open } }

    package var card: PictureCard {
        PictureCard(
            id: id, fileName: upload.fileName, hash: image.hash, altText: altText,
            pupils: Set(tags.map(\.pupil)).sorted(), untaggedFaces: openFaces, isNobodyIdentifiable: nobody != nil,
            isKept: removal == nil, goesOn: goesOn, hands: hands)
    }
}
