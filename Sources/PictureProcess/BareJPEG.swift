/// Whether bytes are a JPEG that carries a picture and nothing else (ISO/IEC 10918-1, annex B): no application segment but
/// JFIF's and Adobe's, which tell of colours, no comment, and nothing after the end. So no place, time or camera is in it.
enum BareJPEG {
    static func isOne(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 4, bytes.starts(with: [0xFF, 0xD8]), bytes.suffix(2) == [0xFF, 0xD9] else { return false }
        var place = 2
        while place + 3 < bytes.count {
            guard bytes[place] == 0xFF else { return false }
            let marker = bytes[place + 1]
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            let content = bytes.dropFirst(place + 4)
            switch marker {
            // Start of scan: what follows are pixels, in which no other marker but a restart may stand.
            case 0xDA: return isScan(bytes, from: place + 2 + length)
            case 0xE0: guard content.starts(with: Array("JFIF\0".utf8)), length == 16 else { return false }
            case 0xEE: guard content.starts(with: Array("Adobe".utf8)), length == 14 else { return false }
            case 0xC0...0xCF, 0xDB, 0xDD: break
            default: return false
            }
            place += 2 + length
        }
        return false
    }

    private static func isScan(_ bytes: [UInt8], from start: Int) -> Bool {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF {
                switch bytes[place + 1] {
                case 0x00, 0xD0...0xD7: place += 1
                case 0xD9: return place + 2 == bytes.count
                default: return false
                }
            }
            place += 1
        }
        return false
    }
}
