package import Ledger
package import Policy
package import Records

/// What a parent's link opens: the child's first name and what is asked, and nothing else of them.
package struct ConsentAsked: Sendable {
    package enum Way: Sendable, Equatable {
        /// Every question is to be answered.
        case ask
        /// To change one's mind: what is left open stays as it is.
        case change
    }

    package let way: Way
    package let first: String
    package let purposes: [ImagePurpose]
}

extension Office {
    private static let askLength = Int64(Pupil.linkDays) * 24 * 3600
    /// As long as a child can be at a primary school: a link to change one's mind lasts as long as what was said can.
    private static let changeLength: Int64 = 8 * 366 * 24 * 3600

    /// A link for each of these pupils, with which a parent answers once. Earlier ones that were not used stop working;
    /// those to change one's mind go on.
    package func askConsent(_ ids: [PupilID], as caller: Caller) async throws(OfficeError) -> [(
        pupil: Pupil, secret: String
    )] {
        do {
            let setting = try await setting(caller.school)
            try requireConsentKeeper(caller, setting.pack.imageConsent)
            var links: [(pupil: Pupil, secret: String)] = []
            for id in ids {
                let outcome = try await perform(
                    Drawer<Pupil>.intent(.ask), on: RecordID(.pupil, id.rawValue), in: setting, as: caller.person,
                    cause: newID())
                try await ledger.store.removeTickets(caller.school, person: id.rawValue, .consent)
                let secret = try await issue(
                    .consent, to: PersonID(id.rawValue), in: caller.school, label: "image consent",
                    lasting: Office.askLength)
                links.append((try Drawer<Pupil>.read(outcome.state), secret))
            }
            return links
        } catch {
            throw OfficeError(error)
        }
    }

    /// What a link asks; nil where it does not work.
    ///
    /// - Parameter source: where the request comes from; only compared.
    /// - Throws: `.wrongState` for a link that does not work while too many of those have come from there.
    package func consentAsked(_ secret: String, in school: LogID, source: String) async throws(OfficeError)
        -> ConsentAsked?
    {
        do {
            guard let found = try await ticket(secret, in: school, source: source) else { return nil }
            let terms = try await setting(school).pack.imageConsent
            return ConsentAsked(
                way: found.ticket.use == .consent ? .ask : .change, first: found.pupil.particulars.first,
                purposes: terms.asked)
        } catch {
            throw OfficeError(error)
        }
    }

    /// Records a parent's answers and uses the link up.
    ///
    /// - Parameter answers: nil withdraws everything.
    /// - Returns: the secret of a new link, with which they can change their mind.
    package func answerConsent(
        _ secret: String, in school: LogID, source: String, answers: [ImagePurpose: Bool]?, by giver: ConsentGiver
    ) async throws(OfficeError) -> String {
        do {
            guard let found = try await ticket(secret, in: school, source: source) else { throw Refusal.notFound }
            let ticket = found.ticket
            guard try await ledger.store.takeTicket(school, ticket.use, hash: ticket.hash) else {
                throw Refusal.notFound
            }
            do {
                _ = try await perform(
                    Drawer<Pupil>.intent(answers.map { .answer($0, by: giver) } ?? .withdrawByLink(by: giver)),
                    on: RecordID(.pupil, found.pupil.id.rawValue), in: try await setting(school), as: .family,
                    cause: newID())
            } catch {
                // Nothing was recorded, so the link must go on working.
                try await ledger.store.addTicket(school, ticket)
                throw error
            }
            return try await issue(
                .consentChange, to: PersonID(found.pupil.id.rawValue), in: school, label: "image consent",
                lasting: Office.changeLength)
        } catch {
            throw OfficeError(error)
        }
    }

    private func ticket(_ secret: String, in school: LogID, source: String) async throws -> (
        ticket: Ticket, pupil: Pupil
    )? {
        let time = now().seconds
        let hash = Digest.sha256(secret)
        for use in [Ticket.Use.consent, .consentChange] {
            guard let ticket = try await ledger.store.ticket(school, use, hash: hash, now: time),
                let state = try await ledger.load(school, RecordID(.pupil, ticket.person).description)?.state
            else { continue }
            let pupil = try Drawer<Pupil>.read(state)
            // Consent is asked only for those who are here; it can be withdrawn at any time.
            if use == .consent, pupil.hasLeft { return nil }
            return (ticket, pupil)
        }
        // Whoever has a link that works is not kept waiting: the parents of a school may share one address with somebody
        // who guesses. A secret is too long to be met by guessing, so this only keeps a guesser from being a nuisance.
        let name = "consent \(school) \(source)"
        guard throttle.wait(name: name, source: source, now: time) == 0 else {
            throw Refusal.wrongState("Too many links that do not work were tried from here. Wait some minutes.")
        }
        throttle.failed(name: name, source: source, now: time)
        return nil
    }
}
