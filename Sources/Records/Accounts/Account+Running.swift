package import Policy

extension OpenAccount {
    func settingPeople(_ posters: [PersonID], _ administrators: [PersonID], at desk: Desk) throws(Refusal) -> [Account
        .Event]
    {
        try desk.require(anyOf: desk.pack.process.accountCreators.value + [.slt], to: "change who runs an account")
        let problems = desk.unready(posters, field: "posters") + desk.problems(administrators: administrators)
        guard problems.isEmpty else { throw .incomplete(problems) }
        let removed = Set(people).subtracting(posters + administrators + [lead].compactMap { $0 })
        guard Set(posters) != Set(self.posters) || Set(administrators) != Set(self.administrators) else { return [] }
        return [
            .peopleSet(
                posters: posters.sorted(), administrators: administrators.sorted(), by: desk.person,
                rotation: rotation(because: removed, at: desk), at: desk.now)
        ]
    }

    func reviewed(
        _ verdicts: [PersonID: Account.Command.Verdict], note: String, at desk: Desk
    ) throws(Refusal) -> Account.Event {
        let process = desk.pack.process
        try desk.require(anyOf: process.accessReviewers.value + [.slt], to: "review who has access")
        let unanswered = people.filter { verdicts[$0] == nil }
        guard unanswered.isEmpty else {
            throw .incomplete(
                unanswered.map { FieldProblem("access.\($0)", "Choose whether \(desk.name($0)) keeps access") })
        }
        let removed = people.filter { verdicts[$0] == .remove }
        let kept = people.filter { verdicts[$0] == .keep }
        guard kept.contains(where: { administrators.contains($0) }) else {
            let fields = administrators.isEmpty ? [""] : administrators.map { "access.\($0)" }
            throw .incomplete(
                fields.map {
                    FieldProblem(
                        $0, "An account needs at least one administrator. Name another first, or close the account")
                })
        }
        return .accessReviewed(
            review: AccessReview(by: desk.person, at: desk.now, kept: kept, removed: removed, note: note),
            rotation: rotation(because: Set(removed), at: desk),
            handover: lead.flatMap {
                removed.contains($0) ? handover("Its lead no longer has access.", at: desk) : nil
            },
            nextDue: desk.due(within: .months(process.accessReviewEvery.value)))
    }

    func handedOver(to heir: PersonID, note: String, at desk: Desk) throws(Refusal) -> Account.Event {
        if lead != desk.person {
            try desk.require(anyOf: desk.pack.process.accountCreators.value + [.slt], to: "hand an account over")
        }
        guard heir != lead else {
            throw .incomplete([
                FieldProblem("to", "\(desk.name(heir)) leads this account already. Choose somebody else")
            ])
        }
        let problems = desk.unready([heir], field: "to")
        guard problems.isEmpty else { throw .incomplete(problems) }
        return .handedOver(to: heir, from: lead, note: note, by: desk.person, at: desk.now)
    }

    func closed(on day: Day, reason: String, at desk: Desk) throws(Refusal) -> Account.Event {
        try desk.require(anyOf: desk.pack.process.accountCreators.value + [.slt], to: "close an account")
        guard day <= desk.today else {
            throw .incomplete([FieldProblem("on", "Date it was closed must be today or earlier")])
        }
        guard day >= opening.on else {
            throw .incomplete([
                FieldProblem("on", "Date it was closed must not be before \(opening.on.longText), when it was opened")
            ])
        }
        return .closed(on: day, reason: reason, by: desk.person, at: desk.now)
    }

    /// What a leaver leaves behind: a password that they know, an account without a lead or without an administrator.
    func demands(whenLeaving person: PersonID, at desk: Desk) -> (rotation: Demand?, handover: Demand?) {
        let wasLead = lead == person
        let wasLastAdministrator = administrators == [person]
        let reason =
            switch (wasLead, wasLastAdministrator) {
            case (true, _): "Its lead has left the school."
            case (false, true): "Its only administrator has left the school."
            case (false, false): ""
            }
        return (rotation(because: [person], at: desk), reason.isEmpty ? nil : handover(reason, at: desk))
    }

    /// Whether this person has known the password, and nobody has asked yet for it to be changed.
    func mustChangePassword(because person: PersonID) -> Bool {
        custody.rotationDue == nil && custody.seenBy.contains(person)
    }

    /// A password is to be changed when somebody who has known it loses access.
    private func rotation(because removed: Set<PersonID>, at desk: Desk) -> Demand? {
        guard custody.seenBy.contains(where: { removed.contains($0) }) else { return nil }
        return Demand(
            reason: "Somebody who has seen the password no longer has access.", since: desk.now,
            due: desk.due(within: desk.pack.process.credentialRotationWithin.value))
    }

    private func handover(_ reason: String, at desk: Desk) -> Demand {
        Demand(reason: reason, since: desk.now, due: desk.due(within: desk.pack.process.handoverWithin.value))
    }
}
