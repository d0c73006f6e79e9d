import Crypto

/// A public key that checkpoints are checked against, read from its text `name+hash+key` (C2SP signed-note).
struct CheckpointKey: Sendable {
    let name: String
    let id: [UInt8]
    private let key: Curve25519.Signing.PublicKey

    init(name: String, publicKey: [UInt8]) throws(ProofFault) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            throw ProofFault("The public key is not an Ed25519 key.")
        }
        self.name = name
        self.key = key
        id = Array(SHA256.hash(data: Array(name.utf8) + [0x0A, 0x01] + publicKey).prefix(4))
    }

    init(_ text: String) throws(ProofFault) {
        // The key itself may hold a `+`; the name and the hash may not.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let bytes = BaseText.bytes(parts[2]), bytes.count == 33,
            bytes[0] == 0x01
        else { throw ProofFault("The public key is not in the form name+hash+key.") }
        try self.init(name: String(parts[0]), publicKey: Array(bytes.dropFirst()))
        let hash = id.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard parts[1].count == 8, UInt32(parts[1], radix: 16) == hash else {
            throw ProofFault("The public key's hash does not match its name and key: it was copied wrongly.")
        }
    }

    func verifies(_ signature: some Sequence<UInt8>, of text: String) -> Bool {
        key.isValidSignature(Array(signature), for: Array(text.utf8))
    }
}

/// A checkpoint whose signature was found good.
struct ReadCheckpoint: Sendable, Equatable {
    var origin: String
    var size: Int64
    var root: Hash32

    /// Reads a signed note (C2SP signed-note) whose text is a tlog-checkpoint, and checks it against a key.
    init(_ note: String, against key: CheckpointKey) throws(ProofFault) {
        guard let split = note.range(ofLast: "\n\n") else {
            throw ProofFault("The checkpoint has no signature.")
        }
        let text = String(note[..<split]) + "\n"
        let signatures = note[note.index(split, offsetBy: 2)...]
        guard note.hasSuffix("\n") else { throw ProofFault("The checkpoint is cut short.") }
        var isSigned = false
        for line in signatures.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, words[0] == "\u{2014}", let bytes = BaseText.bytes(words[2]), bytes.count > 4 else {
                throw ProofFault("The checkpoint has a signature line that cannot be read.")
            }
            // Other keys may have signed too; only the one that is known says anything.
            guard words[1] == key.name, bytes.prefix(4).elementsEqual(key.id) else { continue }
            guard key.verifies(bytes.dropFirst(4), of: text) else {
                throw ProofFault("The checkpoint's signature is not good: its text was changed.")
            }
            isSigned = true
        }
        guard isSigned else { throw ProofFault("The checkpoint is not signed by the key `\(key.name)`.") }
        let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0] == key.name, let size = Int64(lines[1]), size >= 0, String(size) == lines[1],
            let bytes = BaseText.bytes(lines[2]), let root = Hash32(bytes)
        else { throw ProofFault("The checkpoint's text does not say a log, a size and a root.") }
        origin = String(lines[0])
        self.size = size
        self.root = root
    }
}

extension String {
    /// Where the last occurrence of two adjoining newlines begins.
    fileprivate func range(ofLast pair: String) -> Index? {
        var found: Index?
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(pair) { found = index }
            index = self.index(after: index)
        }
        return found
    }
}
