package import Policy
package import Records

/// How image consent stands for every pupil who is here: for those who keep consents alone.
package struct ConsentOverview: Sendable {
    package struct Line: Sendable {
        package let pupil: Pupil
        /// For each purpose that the school has, in order.
        package let standings: [(purpose: ImagePurpose, standing: ConsentStanding)]

        /// Somebody must be asked, for something.
        package var wantsAsking: Bool { !pupil.isProtected && standings.contains { $0.standing.wantsAsking } }
        package var isRefused: Bool { standings.contains { $0.standing == .refused || $0.standing == .withdrawn } }

        /// The first day on which an answer that counts ends.
        package var ends: Day? {
            standings.compactMap { if case .given(let until) = $0.standing { until } else { nil } }.min()
        }
    }

    /// What a list of it shows.
    package enum Concern: String, Sendable, CaseIterable {
        case missing, expiring, refused, protected

        package var label: String {
            switch self {
            case .missing: "No answer, or it has ended"
            case .expiring: "Ends within six weeks"
            case .refused: "Refused or withdrawn"
            case .protected: "Never to be shown"
            }
        }
    }

    package let terms: ConsentTerms
    package let lines: [Line]
    package let day: Day

    /// How long before its end an answer is one that ends soon, in days.
    static let soon = 42

    init(_ pupils: some Sequence<Pupil>, under terms: ConsentTerms, on day: Day) {
        self.terms = terms
        self.day = day
        lines = pupils.filter { $0.isHere(on: day) }
            .sorted {
                ($0.particulars.className, $0.particulars.last, $0.particulars.first, $0.id)
                    < ($1.particulars.className, $1.particulars.last, $1.particulars.first, $1.id)
            }
            .map { pupil in
                Line(
                    pupil: pupil,
                    standings: terms.used.map { ($0, pupil.standing($0, under: terms, on: day)) })
            }
    }

    package func concerns(_ line: Line) -> Set<Concern> {
        var found: Set<Concern> = []
        if line.pupil.isProtected { found.insert(.protected) }
        if line.wantsAsking { found.insert(.missing) }
        if line.isRefused { found.insert(.refused) }
        if let ends = line.ends, Day.days(from: day, to: ends) <= Self.soon, !line.pupil.isProtected {
            // The last day at the school ends everything, and nobody is asked for a child who leaves.
            if line.pupil.leaving.map({ ends < $0 }) ?? true { found.insert(.expiring) }
        }
        return found
    }

    package var classes: [String] { Set(lines.map(\.pupil.particulars.className)).sorted() }
}

extension Office {
    /// - Throws: `.notAuthorised` for somebody who does not keep consents.
    package func consentOverview(as caller: Caller) async throws(OfficeError) -> ConsentOverview {
        do {
            let terms = try await setting(caller.school).pack.imageConsent
            try requireConsentKeeper(caller, terms)
            return ConsentOverview(try await roll(caller.school).pupils.values, under: terms, on: now().londonDay)
        } catch {
            throw OfficeError(error)
        }
    }

    func requireConsentKeeper(_ caller: Caller, _ terms: ConsentTerms) throws(Refusal) {
        guard !caller.roles.isDisjoint(with: terms.keepers) else {
            throw .notAuthorised(reason: "You may not see what parents answered.", whoMay: terms.keepers)
        }
    }

    /// One duty for a school, not one for each child: whoever keeps consents finds them all on one list.
    func consentDuty(of caller: Caller, in setting: SchoolSetting) async throws -> DutyItem? {
        let terms = setting.pack.imageConsent
        guard !caller.roles.isDisjoint(with: terms.keepers) else { return nil }
        let time = now()
        let overview = ConsentOverview(
            try await roll(setting.id).pupils.values, under: terms, on: time.londonDay)
        let missing = overview.lines.filter { overview.concerns($0).contains(.missing) }
        let expiring = overview.lines.filter { overview.concerns($0).contains(.expiring) }
        guard !missing.isEmpty || !expiring.isEmpty else { return nil }
        let begun = missing.map { line in
            line.standings.compactMap { if case .ended(let day) = $0.standing { day } else { nil } }.min()
                ?? line.pupil.joined
        }.min()
        let since = begun.map { London.instant($0, .midnight) } ?? time
        let dues =
            (begun == nil ? [] : [setting.calendar.due(from: since, within: terms.askedWithin).due])
            + expiring.compactMap(\.ends).map { London.instant($0, .midnight) }
        let parts = [
            missing.isEmpty ? nil : "\(Office.pupils(missing.count)) without an answer that counts",
            expiring.isEmpty ? nil : "\(Office.pupils(expiring.count)) whose answers end soon",
        ].compactMap(\.self)
        return DutyItem(
            "Ask for image consent: \(parts.joined(separator: ", "))", at: "/pupils/consent", due: dues.min(),
            since: since, now: time)
    }

    static func pupils(_ count: Int) -> String { count == 1 ? "1 pupil" : "\(count) pupils" }
}
