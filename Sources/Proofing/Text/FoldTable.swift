/// What a character is read as: a small Latin letter, a sign of its own, or nothing.
///
/// Letters that only look like Latin ones are read as those, because that is how a word is hidden from a filter.
enum Fold {
    /// A letter that has no Latin likeness.
    static let letter: UInt8 = 1
    /// Any other sign: an emoji, a bullet.
    static let sign: UInt8 = 2
    static let pound: UInt8 = 3
    static let euro: UInt8 = 4
    static let copyright: UInt8 = 5

    enum Reading {
        /// Left out: joins, directions, accents that stand as characters of their own.
        case nothing
        case one(UInt8, isUpper: Bool, isDisguised: Bool)
        case two(UInt8, UInt8, isUpper: Bool)
    }

    static func read(_ scalar: Unicode.Scalar) -> Reading {
        let value = scalar.value
        switch value {
        case 0x00AD, 0x0300...0x036F, 0x034F, 0x061C, 0x180E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F,
            0x202A...0x202E, 0x2060...0x2069, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF,
            0xE0000...0xE0FFF:
            return .nothing
        case 0x0085, 0x2028, 0x2029: return sign(UInt8(ascii: "\n"))
        case 0x0080...0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return sign(UInt8(ascii: " "))
        case 0x00B4, 0x02B9, 0x02BB...0x02BD, 0x2018...0x201B, 0x2032, 0xFF07: return sign(UInt8(ascii: "'"))
        case 0x00AB, 0x00BB, 0x201C...0x201F, 0x2033: return sign(UInt8(ascii: "\""))
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return sign(UInt8(ascii: "-"))
        case 0x2024, 0x2026, 0x3002: return sign(UInt8(ascii: "."))
        case 0x00B7, 0x2022, 0x2027, 0x22C5: return sign(UInt8(ascii: "."))
        case 0x2044, 0x2215: return sign(UInt8(ascii: "/"))
        case 0x2217, 0x204E: return sign(UInt8(ascii: "*"))
        case 0x00A3: return sign(pound)
        case 0x20AC: return sign(euro)
        case 0x00A9: return sign(copyright)
        case 0x00DF: return .two(UInt8(ascii: "s"), UInt8(ascii: "s"), isUpper: false)
        case 0x00C6, 0x00E6: return .two(UInt8(ascii: "a"), UInt8(ascii: "e"), isUpper: value == 0x00C6)
        case 0x0152, 0x0153: return .two(UInt8(ascii: "o"), UInt8(ascii: "e"), isUpper: value == 0x0152)
        case 0x00DE, 0x00FE: return .two(UInt8(ascii: "t"), UInt8(ascii: "h"), isUpper: value == 0x00DE)
        case 0x00C0...0x017F: return base(latin[Int(value - 0xC0)], scalar)
        case 0x1E00...0x1EFF: return base(vietnamese[Int(value - 0x1E00)], scalar)
        case 0xFF01...0xFF5E: return plain(UInt8(value - 0xFEE0), isDisguised: true)
        case 0x1D400...0x1D6A3:
            let place = (value - 0x1D400) % 52
            return .one(UInt8(ascii: "a") + UInt8(place % 26), isUpper: place < 26, isDisguised: true)
        case 0x1D7CE...0x1D7FF:
            return .one(UInt8(ascii: "0") + UInt8((value - 0x1D7CE) % 10), isUpper: false, isDisguised: true)
        case 0x24B6...0x24E9:
            return .one(UInt8(ascii: "a") + UInt8((value - 0x24B6) % 26), isUpper: value < 0x24D0, isDisguised: true)
        case 0x1F130...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189:
            return .one(UInt8(ascii: "a") + UInt8((value - 0x1F130) % 32), isUpper: true, isDisguised: true)
        // Arrows, shapes and emoji: nothing there is a letter or a figure, but for those above.
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF: return sign(sign)
        default: return other(scalar)
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Reading {
        if let like = likenesses[scalar.value] {
            return .one(like, isUpper: scalar.properties.isUppercase, isDisguised: true)
        }
        if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
            return sign(UInt8(ascii: "0") + UInt8(value))
        }
        return .one(
            scalar.properties.isAlphabetic ? letter : sign, isUpper: scalar.properties.isUppercase, isDisguised: false)
    }

    private static func sign(_ byte: UInt8) -> Reading { .one(byte, isUpper: false, isDisguised: false) }

    private static func base(_ byte: UInt8, _ scalar: Unicode.Scalar) -> Reading {
        let isLetter = byte != UInt8(ascii: "?")
        return .one(isLetter ? byte : sign, isUpper: scalar.properties.isUppercase, isDisguised: false)
    }

    private static func plain(_ byte: UInt8, isDisguised: Bool) -> Reading {
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        return .one(isUpper ? byte | 0x20 : byte, isUpper: isUpper, isDisguised: isDisguised)
    }

    /// U+00C0 to U+017F without their accents; `?` is no letter.
    static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
            + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

    /// U+1E00 to U+1EFF without their accents.
    static let vietnamese = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy").utf8)

    /// Letters of other alphabets that look like a Latin one.
    private static let likenesses: [UInt32: UInt8] = {
        let pairs: [(String, String)] = [
            ("a", "аАαΑɑᴀⱥ"), ("b", "ВЬβΒʙ"), ("c", "сСϲϹᴄ"), ("d", "ԁᴅɗ"), ("e", "еЕεΕєЄᴇəёҽ"), ("f", "ƒꜰ"),
            ("g", "ɡɢԍ"), ("h", "һНΗʜհ"), ("i", "іІιΙɪıїӀⅰ"), ("j", "јЈᴊ"), ("k", "кКκΚᴋ"), ("l", "ⅼʟɭ"),
            ("m", "мМΜᴍⅿ"), ("n", "ηΝɴпո"), ("o", "оОοΟσᴏօөӨ"), ("p", "рРρΡᴘ"), ("q", "ԛ"), ("r", "гᴦʀɾ"),
            ("s", "ѕЅꜱʂ"), ("t", "тТτΤᴛ"), ("u", "υᴜսџ"), ("v", "νѵᴠ"), ("w", "ԝωшᴡѡ"), ("x", "хХχΧ"),
            ("y", "уУүγΥʏ"), ("z", "ΖᴢƶȤ"),
        ]
        var table: [UInt32: UInt8] = [:]
        for (letter, likes) in pairs {
            for scalar in likes.unicodeScalars { table[scalar.value] = letter.utf8.first }
        }
        return table
    }()
}
