import Yams

/// What is refused in a file whatever it says: shapes that cost far more to read than to write.
enum YAMLShape {
    /// A pack of a thousand clauses has some 300,000.
    static let mostBytes = 1_000_000
    /// Packs nest six deep.
    static let deepest = 60
    /// With so few, aliases of aliases cannot grow beyond what is read in an instant; the tree then tells them exactly.
    static let mostAliases = 20

    /// What is wrong with the text before it is read as YAML at all; nil for nothing.
    static func fault(in yaml: String) -> String? {
        guard yaml.utf8.count <= mostBytes else { return "The file is too large: a pack has at most a million bytes." }
        var (depth, anchors, aliases, dashes) = (0, 0, 0, 0)
        var before = UInt8(ascii: "\n")
        var isAtStart = true
        for byte in yaml.utf8 {
            switch byte {
            // Letters, and whatever is not ASCII: most of a file.
            case 0x61...0x7A, 0x80...0xFF: isAtStart = false
            case UInt8(ascii: " "), UInt8(ascii: "\t"): break
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "&") where mayBegin(after: before): anchors += 1
            case UInt8(ascii: "*") where mayBegin(after: before): aliases += 1
            case UInt8(ascii: "\n"): (dashes, isAtStart) = (0, true)
            case UInt8(ascii: "-") where isAtStart, UInt8(ascii: "?") where isAtStart: dashes += 1
            default: isAtStart = false
            }
            if depth > deepest || dashes > deepest { return "The file nests lists and maps too deeply to be a pack." }
            before = byte
        }
        if anchors > 0, aliases > mostAliases {
            return "Anchors and aliases (`&name` and `*name`) have no place here. Write the values out."
        }
        return nil
    }

    /// Whether a value, and so an anchor or an alias, may begin behind a byte.
    private static func mayBegin(after byte: UInt8) -> Bool { " \t\n[{,".utf8.contains(byte) }

    /// Values that bear an anchor, in the file's order; what stands within one is not looked at.
    static func anchors(in node: Node) -> [Node] {
        if node.anchor != nil { return [node] }
        switch node {
        case .scalar: return []
        case .alias: return [node]
        case .sequence(let sequence): return sequence.flatMap(anchors)
        case .mapping(let mapping): return mapping.flatMap { anchors(in: $0.key) + anchors(in: $0.value) }
        }
    }
}
