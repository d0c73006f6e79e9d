import Crypto

/// Seals a secret, such as an account's password, before it goes into an event; opened only to be revealed by name.
///
/// It has a key of its own, so that whoever reads an event's content does not read the secret in it.
package struct Vault: Sendable {
    private let seal: SyntheticSeal

    init(key: SymmetricKey) { seal = SyntheticSeal(key: key) }

    /// - Parameter context: What the secret belongs to, such as `oakdene/account-1`: it opens nowhere else.
    /// - Returns: Base 64 text.
    package func seal(secret: String, context: String) throws(LedgerError) -> String {
        do {
            return Base64.encode(try seal.seal(Array(secret.utf8), context: SealContext.secret(context)))
        } catch {
            throw .corrupt(record: context, reason: "the secret could not be sealed")
        }
    }

    package func open(_ sealed: String, context: String) throws(LedgerError) -> String {
        guard let bytes = Base64.decode(sealed),
            let opened = try? seal.open(bytes, context: SealContext.secret(context)),
            let secret = String(validating: opened, as: UTF8.self)
        else { throw .corrupt(record: context, reason: "the sealed secret does not open") }
        return secret
    }
}
