package import Policy

/// A social media account in the school's name, from the application to its closure; or one that only claims to be.
package struct Account: Record {
    package static let kind = Kind.account

    package var identity: AccountIdentity
    package var phase: Phase

    /// The stages of an account's life. Each carries only what that stage has.
    package enum Phase: Sendable, Equatable, Codable {
        /// Waiting for leadership to decide.
        case applied(application: Application)
        /// Sent back to the applicant to be put right.
        case returned(application: Application, reason: String, by: PersonID, at: Instant)
        case rejected(application: Application, reason: String, by: PersonID, at: Instant)
        case withdrawn(application: Application, reason: String, at: Instant)
        /// Approved, waiting for the administrator to open it.
        case approved(application: Application, approval: Approval)
        case open(account: OpenAccount)
        case closed(account: ClosedAccount)
        /// Bears the school's name but is not the school's.
        case unofficial(account: UnofficialAccount)
    }
}

package struct AccountIdentity: Sendable, Equatable, Codable {
    /// The platform's identifier in the catalogue, or `other`.
    package var platform: String
    /// The platform's name as people know it.
    package var platformName: String
    /// The account's name on the platform, proposed or real.
    package var name: String

    package init(platform: String, platformName: String, name: String) {
        self.platform = platform
        self.platformName = platformName
        self.name = name
    }
}

/// The business case for an account, as its applicant last put it.
package struct Application: Sendable, Equatable, Codable {
    package var applicant: PersonID
    package var purpose: BusinessCase
    /// The person who leads the account; also one of those who run it.
    package var lead: PersonID
    /// Everyone who will run it, the lead included, in order of their identifiers.
    package var operators: [PersonID]
    /// Counts from 1; each time it is put again it is the next. An approval names the one that it approves.
    package var version: Int
    package var appliedAt: Instant
    package var decisionDue: Instant
    /// The roles that the policy then in force had decide.
    package var deciders: [Role]
}

package struct BusinessCase: Sendable, Equatable, Codable {
    package enum Openness: String, Sendable, CaseIterable, Codable { case open, closed }

    package var aim: String
    package var audience: String
    package var promotion: String
    package var openness: Openness
    /// The school's address that the account will be tied to; empty where the policy lets it be.
    package var email: String

    package init(aim: String, audience: String, promotion: String, openness: Openness, email: String) {
        self.aim = aim
        self.audience = audience
        self.promotion = promotion
        self.openness = openness
        self.email = email
    }
}

package struct Approval: Sendable, Equatable, Codable {
    package var by: PersonID
    package var at: Instant
    package var note: String
    /// The version of the application that was read and approved.
    package var version: Int
    /// What each operator had done by then.
    package var readiness: [String: Readiness]
    package var openingDue: Instant
    /// The roles that the policy then in force had open accounts and keep their passwords.
    package var openers: [Role]
}

package struct OpenAccount: Sendable, Equatable, Codable {
    /// The application that it was opened on.
    package var application: Application
    package var approval: Approval
    package var opening: Opening
    package var openedBy: PersonID
    package var lead: PersonID?
    package var posters: [PersonID]
    package var administrators: [PersonID]
    package var custody: Custody
    package var reviewDue: Instant
    /// The roles that the policy in force when it was opened had review who has access.
    package var reviewers: [Role]
    package var lastReview: AccessReview?
    /// Why and by when somebody must take it over; nil when it is in hands.
    package var handoverDue: Demand?
    /// How posts get there, where it is not by hand.
    package var link: AccountLink?

    /// Everybody with access, once each, in order.
    package var people: [PersonID] { Set(posters + administrators + [lead].compactMap { $0 }).sorted() }
}

/// Something that the school must do about an open account, with the reason that stands on the record.
package struct Demand: Sendable, Equatable, Codable {
    package var reason: String
    package var since: Instant
    package var due: Instant
}

/// What was found and set when the account was opened.
package struct Opening: Sendable, Equatable, Codable {
    package var address: String
    package var on: Day
    package var test: OfficialPlatformTest
    /// Whether the platform stands in the school's privacy notice.
    package var isInPrivacyNotice: Bool
    package var privacySetting: String
    package var pupilUse: PupilUse?

    package init(
        address: String, on: Day, test: OfficialPlatformTest, isInPrivacyNotice: Bool, privacySetting: String,
        pupilUse: PupilUse?
    ) {
        self.address = address
        self.on = on
        self.test = test
        self.isInPrivacyNotice = isInPrivacyNotice
        self.privacySetting = privacySetting
        self.pupilUse = pupilUse
    }
}

/// The three tests of an official platform.
package struct OfficialPlatformTest: Sendable, Equatable, Codable {
    package var schoolHoldsMasterAccess: Bool
    package var leadershipHasEditorialOversight: Bool
    package var hasAsFewAdministratorsAsNeeded: Bool

    package init(
        schoolHoldsMasterAccess: Bool, leadershipHasEditorialOversight: Bool, hasAsFewAdministratorsAsNeeded: Bool
    ) {
        self.schoolHoldsMasterAccess = schoolHoldsMasterAccess
        self.leadershipHasEditorialOversight = leadershipHasEditorialOversight
        self.hasAsFewAdministratorsAsNeeded = hasAsFewAdministratorsAsNeeded
    }

    package var isPassed: Bool {
        schoolHoldsMasterAccess && leadershipHasEditorialOversight && hasAsFewAdministratorsAsNeeded
    }
}

/// An account that is used with pupils: their youngest age, and what the platform asked on the day it was opened.
package struct PupilUse: Sendable, Equatable, Codable {
    package var youngestAge: Int
    package var parentsWereTold: Bool

    package init(youngestAge: Int, parentsWereTold: Bool) {
        self.youngestAge = youngestAge
        self.parentsWereTold = parentsWereTold
    }
}

/// Who holds the password and who has seen it. The secret itself is sealed by the office before it gets here.
package struct Custody: Sendable, Equatable, Codable {
    package var sealedSecret: String
    package var storedBy: PersonID
    package var storedAt: Instant
    /// Everyone who has known this password, the one who stored it included.
    package var seenBy: [PersonID]
    /// Why and by when it must be changed; nil while nobody outside knows it.
    package var rotationDue: Demand?
}

package struct AccessReview: Sendable, Equatable, Codable {
    package var by: PersonID
    package var at: Instant
    package var kept: [PersonID]
    package var removed: [PersonID]
    package var note: String
}

package struct ClosedAccount: Sendable, Equatable, Codable {
    package var openedOn: Day
    package var closedOn: Day
    package var address: String
    package var reason: String
    package var by: PersonID
    package var posters: [PersonID]
    package var administrators: [PersonID]
}

package struct UnofficialAccount: Sendable, Equatable, Codable {
    package var address: String
    package var foundBy: PersonID
    package var foundAt: Instant
    package var description: String
    package var actionDue: Instant
    package var actions: [Action]
    package var isSettled: Bool

    package struct Action: Sendable, Equatable, Codable {
        package var by: PersonID
        package var at: Instant
        package var done: String
    }
}

/// A connection that was made, with its secret as the office sealed it.
package struct AccountLink: Sendable, Equatable, Codable {
    package var connection: Connection
    /// Empty where the connection needs none.
    package var sealedSecret: String
    package var by: PersonID
    package var at: Instant
    /// When whoever connected it left, who may have kept its secret; nil while they have not.
    package var connectorLeft: Instant?

    /// Whether somebody must connect it anew once this person leaves.
    func mustBeRenewed(because person: PersonID) -> Bool {
        connectorLeft == nil && by == person && connection.needsSecret
    }
}
