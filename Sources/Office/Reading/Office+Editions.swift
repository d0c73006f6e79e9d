package import Ledger
package import Policy
package import Records

/// An edition of the policy that a school took, now in force or earlier.
package struct AdoptedEdition: Sendable {
    package let pack: AdoptedPack
    package let at: Instant
    package let isInForce: Bool
}

extension Office {
    /// Every edition that a school has taken, each text once, the newest first.
    package func editions(of school: LogID) async throws -> [AdoptedEdition] {
        let inForce = try await setting(school).school.adopted.hash
        var found: [AdoptedEdition] = []
        for event in try await ledger.history(school, RecordID(.school, School.key).description).reversed() {
            guard let payload = event.payload else { continue }
            let change = try Coding.decode(School.Event.self, from: payload)
            guard let (pack, at) = change.adoption, !found.contains(where: { $0.pack.hash == pack.hash }) else {
                continue
            }
            found.append(AdoptedEdition(pack: pack, at: at, isInForce: pack.hash == inForce))
        }
        return found
    }

    /// An edition's text as a pack.
    /// - Throws: `PackErrors` when this program cannot read it any more.
    package func pack(of edition: AdoptedPack) throws -> Pack {
        try shelf.pack(edition.hash) ?? shelf.read(edition)
    }

    /// The packs that are built in, by name.
    package func builtInPacks() throws -> [Pack] {
        try Pack.embeddedIDs.compactMap { try Pack.embedded($0, vocabulary: vocabulary) }
    }

    /// What analysis finds in a pack. Worked out once for each text.
    package func findings(of pack: Pack) async -> [Finding] { await analyses.findings(of: pack) }

    /// Where two packs differ. Worked out once for each pair of texts.
    package func differences(_ a: Pack, _ b: Pack) async throws -> [Difference] {
        try await analyses.differences(a, b)
    }
}

extension School.Event {
    fileprivate var adoption: (pack: AdoptedPack, at: Instant)? {
        if case .founded(_, let pack, let at) = self { return (pack, at) }
        if case .adopted(let pack, let at) = self { return (pack, at) }
        return nil
    }
}
