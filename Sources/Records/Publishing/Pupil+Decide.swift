package import Policy

extension Pupil {
    package static func decide(_ state: Pupil?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        guard let pupil = state else {
            guard case .join(let id, let particulars, let day) = command else { throw .notFound }
            try desk.requireRollKeeper(to: "add pupils")
            return [.joined(pupil: id, particulars: particulars, on: day)]
        }
        switch command {
        case .join: throw .wrongState("This pupil has been added already.")
        case .correct(let particulars):
            try desk.requireRollKeeper(to: "change what is kept of a pupil")
            return pupil.correcting(particulars, at: desk)
        case .nameParents(let names):
            try desk.requireRollKeeper(to: "change the names of parents that the checks know")
            try pupil.requireHere()
            return try pupil.naming(names)
        case .setLeaving(let day):
            try desk.requireRollKeeper(to: "change when a pupil leaves")
            try pupil.requireHere()
            if let day, day < pupil.joined { throw beforeJoining(pupil) }
            if let day, day < desk.today {
                // Whoever's last day is over has left, and what shows them goes at once.
                throw .incomplete([
                    FieldProblem(
                        "on", "Last day must be today or later. For an earlier one, record that the pupil has left")
                ])
            }
            return day == pupil.leaving ? [] : [.leavingSet(on: day)]
        case .leave(let day):
            try desk.requireRollKeeper(to: "record that a pupil has left")
            return try pupil.leavingNow(on: day, at: desk)
        case .recordConsent(let answers, let said, let until, let platforms):
            try desk.requireConsentKeeper(to: "record what a parent answered")
            return try pupil.recording(answers, said, until: until, platforms: platforms, at: desk)
        case .withdraw(let purposes, let said):
            try desk.requireConsentKeeper(to: "record that consent is withdrawn")
            guard !purposes.isEmpty else {
                throw .incomplete([FieldProblem("purposes", "Choose what is withdrawn")])
            }
            try said.check(at: desk)
            return [.answered(answers: purposes.sorted().map { answer(.withdrawn, for: $0, said, at: desk) })]
        case .protect, .unprotect:
            if !desk.isReaction {
                try desk.require(
                    anyOf: desk.pack.imageConsent.protectors, to: "change the list of children who are never shown")
            }
            let isProtected = command == .protect
            return isProtected == pupil.isProtected
                ? [] : [.publicationSet(isProtected: isProtected, by: desk.person, at: desk.now)]
        case .ask:
            try desk.requireConsentKeeper(to: "make a link for a parent")
            try pupil.requireHere()
            return [.asked(until: desk.today.adding(days: linkDays), by: desk.person, at: desk.now)]
        case .answer(let answers, let giver):
            try desk.requireFamily()
            guard !answers.isEmpty else { throw .incomplete([FieldProblem("", "Answer at least one question")]) }
            return try pupil.recording(
                answers, Said(giver: giver, means: .onlineForm, on: desk.today), until: nil, platforms: [], at: desk)
        case .withdrawByLink(let giver):
            try desk.requireFamily()
            let said = Said(giver: giver, means: .onlineForm, on: desk.today)
            return [.answered(answers: ImagePurpose.allCases.map { answer(.withdrawn, for: $0, said, at: desk) })]
        }
    }

    /// No more than these, and no longer, are kept of a family.
    package static let mostParents = 6
    package static let longestParent = 100

    private func naming(_ names: [String]) throws(Refusal) -> [Event] {
        guard names.count <= Pupil.mostParents else {
            throw .incomplete([FieldProblem("parents", "Enter \(Pupil.mostParents) names at most")])
        }
        guard names.allSatisfy({ $0.count <= Pupil.longestParent }) else {
            throw .incomplete([FieldProblem("parents", "Shorten each name to \(Pupil.longestParent) characters")])
        }
        return names == parents ? [] : [.parentsNamed(names: names)]
    }

    /// How long a link for a parent works, in days.
    package static let linkDays = 28

    private func correcting(_ now: Particulars, at desk: Desk) -> [Event] {
        guard now != particulars else { return [] }
        let terms = desk.pack.imageConsent
        let entered = terms.askedAgainIn.contains { year in
            guard let was = particulars.year, let now = now.year else { return false }
            return was < year && year <= now
        }
        let counts = answers.contains { $0.decision == .given && $0.basis == .consent && $0.counts(on: desk.today) }
        guard entered, counts, !hasLeft else { return [.corrected(particulars: now)] }
        let until = desk.due(within: terms.askedWithin).londonDay
        return [.corrected(particulars: now), .reopened(until: until, at: desk.now)]
    }

    private func leavingNow(on day: Day, at desk: Desk) throws(Refusal) -> [Event] {
        try requireHere()
        guard day >= joined else { throw Self.beforeJoining(self) }
        guard day <= desk.today else {
            throw .incomplete([
                FieldProblem(
                    "on", "Last day must be today or earlier. Enter a later one as the day on which they will leave")
            ])
        }
        return [.left(on: day)]
    }

    private func recording(
        _ given: [ImagePurpose: Bool], _ said: Said, until: Day?, platforms: [String], at desk: Desk
    ) throws(Refusal) -> [Event] {
        guard !given.isEmpty else {
            throw .incomplete([FieldProblem("", "Enter the answer to at least one question")])
        }
        try said.check(at: desk)
        if given.values.contains(true) { try requireHere() }
        if let until, until < said.on {
            throw .incomplete([FieldProblem("until", "The last day must not be before the day on which it was said")])
        }
        let lasts = desk.pack.imageConsent.lasts.map { said.on.adding(months: $0.count) }
        return [
            .answered(
                answers: given.sorted { $0.key < $1.key }.map { purpose, isYes in
                    var answer = Self.answer(isYes ? .given : .refused, for: purpose, said, at: desk)
                    guard isYes else { return answer }
                    answer.until = [until, lasts].compactMap(\.self).min()
                    if purpose == .socialMedia { answer.platforms = platforms }
                    return answer
                })
        ]
    }

    private static func answer(
        _ decision: ConsentAnswer.Decision, for purpose: ImagePurpose, _ said: Said, at desk: Desk
    ) -> ConsentAnswer {
        ConsentAnswer(
            purpose: purpose, decision: decision, basis: desk.pack.imageConsent.bases[purpose] ?? .consent,
            giver: said.giver,
            means: said.means, on: said.on, until: nil, recordedBy: desk.person, recordedAt: desk.now)
    }

    private func requireHere() throws(Refusal) {
        guard !hasLeft else { throw .wrongState("This pupil has left the school.") }
    }

    private static func beforeJoining(_ pupil: Pupil) -> Refusal {
        .incomplete([FieldProblem("on", "Last day must not be before \(pupil.joined.longText), when they joined")])
    }
}

extension Pupil.Said {
    fileprivate func check(at desk: Desk) throws(Refusal) {
        guard on <= desk.today else {
            throw .incomplete([FieldProblem("on", "The day on which it was said must be today or earlier")])
        }
    }
}

extension Desk {
    fileprivate func requireRollKeeper(to act: String) throws(Refusal) {
        if !isReaction { try require(anyOf: Desk.keepers, to: act) }
    }

    fileprivate func requireConsentKeeper(to act: String) throws(Refusal) {
        if !isReaction { try require(anyOf: pack.imageConsent.keepers, to: act) }
    }

    fileprivate func requireFamily() throws(Refusal) {
        guard person == .family else {
            throw .notAuthorised(reason: "Only a parent answers with the link that they were given.", whoMay: [])
        }
    }
}
