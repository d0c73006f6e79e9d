import Crypto

/// Signs a log's tree head as a checkpoint: a C2SP signed note in the form of tlog-checkpoint.
///
/// ```
/// hornbook.example/oakdene
/// 218
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// — hornbook.example/oakdene Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
/// ```
/// The key's name is the origin line, as tlog-checkpoint recommends, so each log has a key of its own.
/// Sources: c2sp.org/signed-note, c2sp.org/tlog-checkpoint.
struct CheckpointSigner: Sendable {
    /// Signature type of plain Ed25519 in signed-note.
    private static let ed25519: UInt8 = 0x01

    /// The origin line and the key's name.
    let name: String
    private let key: Curve25519.Signing.PrivateKey

    init(master: MasterKey, origin: String, log: LogID) throws(LedgerError) {
        name = "\(origin)/\(log)"
        do {
            key = try Curve25519.Signing.PrivateKey(
                rawRepresentation: master.signingSeed(for: log).withUnsafeBytes { Array($0) })
        } catch {
            throw .unavailable("The key that signs checkpoints could not be made from the master key.")
        }
    }

    private var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    private var keyID: [UInt8] {
        Array(SHA256.hash(data: Array(name.utf8) + [0x0A, Self.ed25519] + publicKey).prefix(4))
    }

    /// The public key as text, `name+hash+key`: what a checkpoint is checked against.
    var verifierKey: String {
        let hash = keyID.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        return "\(name)+\(hash)+\(Base64.encode([Self.ed25519] + publicKey))"
    }

    /// The signed note. The same size and root always give the same text.
    func sign(size: Int64, root: [UInt8]) throws(LedgerError) -> String {
        let text = "\(name)\n\(size)\n\(Base64.encode(root))\n"
        let signature: [UInt8]
        do {
            signature = Array(try key.signature(for: Array(text.utf8)))
        } catch {
            throw .unavailable("The checkpoint could not be signed.")
        }
        return "\(text)\n\u{2014} \(name) \(Base64.encode(keyID + signature))\n"
    }
}
