extension Ledger {
    /// The verifier of this installation. It is given the store and the key, and nothing that the writer computed.
    package var verifier: Verifier { Verifier(store: store, master: master, origin: origin) }
}
