package import Policy

extension Account {
    /// Checks a business case against the pack and the people it names.
    static func application(
        _ identity: AccountIdentity, _ purpose: BusinessCase, _ lead: PersonID, _ operators: [PersonID],
        by applicant: PersonID,
        version: Int, at desk: Desk
    ) throws(Refusal) -> Application {
        let process = desk.pack.process
        let everyone = Set(operators + [lead]).sorted()
        var problems: [FieldProblem] = []
        if everyone.count < process.operatorsAtLeast.value {
            problems.append(
                FieldProblem(
                    "operators",
                    "Name at least \(process.operatorsAtLeast.value) people to run the account, the lead among them"))
        }
        for person in everyone {
            let field = person == lead ? "lead" : "operators"
            guard let card = desk.people[person], card.isActive else {
                problems.append(FieldProblem(field, "\(desk.name(person)) has left the school. Choose somebody else"))
                continue
            }
            if let problem = desk.barred(card, field: field) { problems.append(problem) }
        }
        if let problem = emailProblem(purpose.email, on: identity.platform, at: desk) { problems.append(problem) }
        guard problems.isEmpty else { throw .incomplete(problems) }
        var application = Application(
            applicant: applicant, purpose: purpose, lead: lead, operators: everyone, version: version,
            appliedAt: desk.now,
            decisionDue: desk.due(within: process.accountDecisionWithin.value), deciders: [])
        application.deciders = desk.approvers(of: application)
        return application
    }

    private static func emailProblem(_ email: String, on platform: String, at desk: Desk) -> FieldProblem? {
        let isExcepted =
            switch desk.pack.process.schoolEmail.value {
            case .always: false
            case .exceptProfessionalNetworks: desk.platforms[platform]?.isProfessionalNetwork ?? false
            case .notRequired: true
            }
        if isExcepted { return nil }
        guard !email.isEmpty else {
            return FieldProblem("email", "Enter the school e-mail address that the account will be tied to")
        }
        guard !desk.emailDomains.isEmpty, !desk.emailDomains.contains(email.emailDomain) else { return nil }
        return FieldProblem(
            "email", "Enter an address of the school's own, ending in @\(desk.emailDomains.joined(separator: " or @"))")
    }
}

extension Application {
    /// Approves exactly this version, once every operator has done what the pack asks first.
    func approval(note: String, at desk: Desk) throws(Refusal) -> Account.Event {
        try desk.requireApprover(of: self)
        let process = desk.pack.process
        guard operators.count >= process.operatorsAtLeast.value else {
            throw .incomplete([
                FieldProblem(
                    "",
                    "The policy asks for at least \(process.operatorsAtLeast.value) people to run an account. Send it back so that another is named"
                )
            ])
        }
        let problems = desk.unready(operators, field: "")
        guard problems.isEmpty else { throw .incomplete(problems) }
        var readiness: [String: Readiness] = [:]
        for person in operators { readiness[person.rawValue] = desk.people[person]?.readiness }
        return .approved(
            approval: Approval(
                by: desk.person, at: desk.now, note: note, version: version, readiness: readiness,
                openingDue: desk.due(within: process.accountCreationWithin.value),
                openers: process.accountCreators.value))
    }
}

extension Desk {
    /// What is wrong with a person's running an account, where the policy does not let their roles do it.
    func barred(_ card: PersonCard, field: String) -> FieldProblem? {
        guard card.roles.isDisjoint(with: pack.process.operatorsMayBe.value) else { return nil }
        return FieldProblem(
            field, "\(card.name) may not run an account under the policy: their role is not among those it names")
    }

    /// One problem for each person who has left, may not run an account, or has not done what the pack asks first.
    func unready(_ people: [PersonID], field: String) -> [FieldProblem] {
        people.compactMap { person in
            guard let card = self.people[person], card.isActive else {
                return FieldProblem(field, "\(name(person)) has left the school")
            }
            if let problem = barred(card, field: field) { return problem }
            let missing = card.readiness.missing(under: pack, on: today)
            guard !missing.isEmpty else { return nil }
            return FieldProblem(field, "\(card.name) has not yet \(missing.map(\.undone).joined(separator: " and "))")
        }
    }
}

extension OperatorNeed {
    /// What a person has not done, after "has not yet".
    package var undone: String {
        switch self {
        case .declaration: "confirmed that they have read the policy"
        case .training: "been trained, or their training has run out"
        }
    }
}
