import CPictures

/// Covers a part of a picture: nine flat colours stand where it was, so that nothing of a face can be won back.
enum Mosaic {
    static let tiles = 3

    /// - Parameter area: in thousandths of the picture; what lies outside is left out.
    static func cover(_ image: hb_image, _ area: Thousandths) {
        let width = Int(image.width), height = Int(image.height)
        let box = area.pixels(width: width, height: height)
        guard let start = image.pixels, !box.x.isEmpty, !box.y.isEmpty else { return }
        let pixels = UnsafeMutableBufferPointer(start: start, count: width * height * 3)
        for rows in parts(of: box.y) {
            for columns in parts(of: box.x) { flatten(pixels, width, columns, rows) }
        }
    }

    private static func parts(of range: Range<Int>) -> [Range<Int>] {
        (0..<tiles).map { part in
            (range.lowerBound + range.count * part / tiles)..<(range.lowerBound + range.count * (part + 1) / tiles)
        }
    }

    private static func flatten(
        _ pixels: UnsafeMutableBufferPointer<UInt8>, _ width: Int, _ columns: Range<Int>, _ rows: Range<Int>
    ) {
        let count = columns.count * rows.count
        guard count > 0 else { return }
        for channel in 0..<3 {
            var sum = 0
            for y in rows { for x in columns { sum += Int(pixels[(y * width + x) * 3 + channel]) } }
            let mean = UInt8(clamping: sum / count)
            for y in rows { for x in columns { pixels[(y * width + x) * 3 + channel] = mean } }
        }
    }
}

/// A part of a picture in thousandths of its width and height, from its top left.
struct Thousandths: Equatable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    /// - Returns: nil unless it is four whole numbers from 0 to 1000 with commas between.
    init?(_ text: String) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2],
            let height = numbers[3], [x, y, width, height].allSatisfy((0...1000).contains)
        else { return nil }
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Rounded outward, so that no edge of what is to be covered is left.
    func pixels(width full: Int, height tall: Int) -> (x: Range<Int>, y: Range<Int>) {
        func range(_ start: Int, _ length: Int, of whole: Int) -> Range<Int> {
            let first = min(start * whole / 1000, whole)
            let last = min(((start + length) * whole + 999) / 1000, whole)
            return first..<max(first, last)
        }
        return (range(x, width, of: full), range(y, height, of: tall))
    }
}
