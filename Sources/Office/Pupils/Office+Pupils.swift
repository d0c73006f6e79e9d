package import Ledger
package import Policy
package import Proofing
package import Records

extension Office {
    /// What may be shown of every pupil who is here, by name.
    package func pupilCards(_ school: LogID) async throws -> [PupilCard] {
        let terms = try await setting(school).pack.imageConsent
        let today = now().londonDay
        return try await roll(school).pupils.values.filter { $0.isHere(on: today) }
            .map { $0.card(under: terms, on: today) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The names of pupils who stand on a record that the caller sees, for those who keep consents.
    package func pupilNames(_ ids: [PupilID], as caller: Caller) async throws(OfficeError) -> [PupilID: String] {
        do {
            try requireConsentKeeper(caller, try await setting(caller.school).pack.imageConsent)
            let pupils = try await roll(caller.school).pupils
            var names: [PupilID: String] = [:]
            for id in ids { names[id] = pupils[id]?.particulars.name }
            return names
        } catch {
            throw OfficeError(error)
        }
    }

    /// The names that a draft is checked for, and what they stand at: the same edition has the same names.
    package func proofNames(_ school: LogID) async throws -> (names: [ProofName], edition: String) {
        let roll = try await roll(school)
        let today = now().londonDay
        let setting = try await setting(school)
        let terms = setting.pack.imageConsent
        let edition = "\(roll.edition) \(today.iso) \(setting.school.adopted.hash)"
        if let known = names.names(of: school, at: edition) { return (known, edition) }
        var found: [ProofName] = []
        for pupil in roll.pupils.values.sorted(by: { $0.id < $1.id }) where pupil.isHere(on: today) {
            let particulars = pupil.particulars
            let card = pupil.card(under: terms, on: today)
            found.append(
                ProofName(
                    id: pupil.id.rawValue, first: particulars.first, last: particulars.last,
                    nicknames: particulars.nicknames, standing: .pupil, year: particulars.year,
                    className: particulars.className, mayBeNamed: card.mayBeNamed(on: today)))
        }
        for entry in try await directory(school) where entry.isHere {
            let (first, last) = Office.parts(of: entry.name)
            found.append(ProofName(id: entry.id.rawValue, first: first, last: last, standing: .staff))
        }
        let families = Set(
            roll.pupils.values.filter { $0.isHere(on: today) }.flatMap { $0.answers.map(\.giver.name) + $0.parents })
        for name in families.sorted() where !name.isEmpty {
            let (first, last) = Office.parts(of: name)
            found.append(ProofName(id: "", first: first, last: last, standing: .parent))
        }
        names.keep(found, of: school, at: edition)
        return (found, edition)
    }

    /// A whole name as first names and a last one: titles such as “Mrs” are left out.
    static func parts(of name: String) -> (first: String, last: String) {
        let titles: Set = ["mr", "mrs", "ms", "miss", "mx", "dr", "revd", "rev", "sir", "dame", "prof"]
        let words = name.split(separator: " ").map(String.init).filter { word in
            !titles.contains(word.lowercased().filter { $0 != "." })
        }
        guard let last = words.last, words.count > 1 else { return ("", words.first ?? "") }
        return (words.dropLast().joined(separator: " "), last)
    }
}

extension PupilCard {
    /// A child of whom nothing may be shown to the public is not named to it either: refused, never asked and never to
    /// be shown are alike in this too.
    package func mayBeNamed(on day: Day) -> Bool {
        let outside: [ImagePurpose] = [.website, .socialMedia, .press, .prospectus, .video]
        return outside.contains { leave(for: $0, on: nil, day: day).isGiven }
    }
}
