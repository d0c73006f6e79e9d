import CPictures

/// The search for faces, where what OpenCV learnt of them is on this machine.
struct Faces {
    private let search: OpaquePointer

    /// - Parameter folder: holds `haarcascade_frontalface_alt2.xml` and `haarcascade_profileface.xml`.
    init?(folder: String) {
        guard
            let search = hb_faces_open(
                "\(folder)/haarcascade_frontalface_alt2.xml", "\(folder)/haarcascade_profileface.xml")
        else { return nil }
        self.search = search
    }

    /// In thousandths of the picture, from left to right.
    func find(in image: hb_image) -> [(x: Int, y: Int, width: Int, height: Int)] {
        var image = image
        var found = [hb_area](repeating: hb_area(), count: PictureWorker.mostFaces)
        let count = hb_faces_find(search, &image, &found, Int32(found.count))
        guard count > 0 else { return [] }
        let width = max(Int(image.width), 1), height = max(Int(image.height), 1)
        return found.prefix(Int(count)).map { face in
            let x = min(max(Int(face.x) * 1000 / width, 0), 999), y = min(max(Int(face.y) * 1000 / height, 0), 999)
            return (
                x, y, min(max(Int(face.width) * 1000 / width, 1), 1000 - x),
                min(max(Int(face.height) * 1000 / height, 1), 1000 - y)
            )
        }
    }
}
