/// Files that are part of the program.
enum EmbeddedData {
    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
