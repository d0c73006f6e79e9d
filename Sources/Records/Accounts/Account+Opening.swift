package import Policy

extension Account {
    /// Checks what the administrator found and set against the pack, the platform's age and the approval.
    static func opened(
        _ opening: Opening, _ posters: [PersonID], _ administrators: [PersonID], _ secret: String,
        _ application: Application,
        _ approval: Approval, _ platform: String, at desk: Desk
    ) throws(Refusal) -> Event {
        let process = desk.pack.process
        try desk.require(anyOf: process.accountCreators.value, to: "open accounts")
        var problems: [FieldProblem] = []
        if opening.on > desk.today {
            problems.append(FieldProblem("on", "Date it was opened must be today or earlier"))
        } else if opening.on < approval.at.londonDay {
            problems.append(
                FieldProblem(
                    "on",
                    "Date it was opened must not be before \(approval.at.londonDay.longText), when it was approved"))
        }
        if process.officialPlatformTest.value { problems += opening.test.problems }
        if process.privacyNoticeListing.value, !opening.isInPrivacyNotice {
            problems.append(
                FieldProblem("privacyNotice", "Add the platform to the school's privacy notice first, then answer yes"))
        }
        if let use = opening.pupilUse { problems += use.problems(on: platform, opening.on, at: desk) }
        problems += desk.unready(posters, field: "posters")
        problems += desk.problems(administrators: administrators)
        guard problems.isEmpty else { throw .incomplete(problems) }
        let months = process.accessReviewEvery.value
        return .opened(
            opening: opening, posters: posters.sorted(), administrators: administrators.sorted(), sealedSecret: secret,
            by: desk.person,
            reviewers: process.accessReviewers.value, reviewDue: desk.due(within: .months(months)), at: desk.now)
    }
}

extension OfficialPlatformTest {
    /// One problem for each test that is not passed: an account that fails one is not official.
    fileprivate var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        let mend = "Put that right first; until then the account is not official"
        if !schoolHoldsMasterAccess {
            problems.append(FieldProblem("masterAccess", "The school must hold master access. \(mend)"))
        }
        if !leadershipHasEditorialOversight {
            problems.append(FieldProblem("editorialOversight", "Leadership must have editorial oversight. \(mend)"))
        }
        if !hasAsFewAdministratorsAsNeeded {
            problems.append(
                FieldProblem("fewAdministrators", "There must be no more administrators than are needed. \(mend)"))
        }
        return problems
    }
}

extension PupilUse {
    fileprivate func problems(on platform: String, _ day: Day, at desk: Desk) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if case .years(let age, _) = desk.platforms.minimumAge(platform, on: day), youngestAge < age {
            problems.append(
                FieldProblem(
                    "youngestAge",
                    "\(desk.platforms[platform]?.name ?? platform) is for people of \(age) and over, so it cannot be used with pupils of \(youngestAge)"
                ))
        }
        if desk.pack.process.tellParentsWhenUsedWithPupils.value, !parentsWereTold {
            problems.append(
                FieldProblem(
                    "parentsTold", "Tell the parents that the account is used with their children, then answer yes"))
        }
        return problems
    }
}

extension Desk {
    /// What is wrong with those who are to administer an account: nobody, too many, or somebody not ready.
    func problems(administrators: [PersonID]) -> [FieldProblem] {
        let most = pack.process.administratorsAtMost.value
        guard !administrators.isEmpty else {
            return [FieldProblem("administrators", "Choose who administers the account")]
        }
        guard administrators.count > most else { return unready(administrators, field: "administrators") }
        return [FieldProblem("administrators", "Choose no more than \(most) administrators: as few as the work needs")]
    }
}
