/// How a school carries its policy out: who does each step, how soon and how often. The keys stand in packs for ever.
package struct Process: Sendable, Equatable {
    /// `account-approved-by`: any one of these decides.
    package var accountApprovers = Setting.assumed([Role.headteacher])
    /// `account-decided-within`
    package var accountDecisionWithin = Setting.assumed(Span.working(10))
    /// `account-opened-by`
    package var accountCreators = Setting.assumed([Role.administrator])
    /// `account-opened-within`, from the approval.
    package var accountCreationWithin = Setting.assumed(Span.working(10))
    /// `operators-at-least`
    package var operatorsAtLeast = Setting.assumed(2)
    /// `operators-need`
    package var operatorsNeed = Setting.assumed(OperatorNeed.allCases)
    /// `operators-may-be`
    package var operatorsMayBe = Setting.assumed(Process.employeesAndGovernors)
    /// `applicants-may-be`
    package var applicantsMayBe = Setting.assumed(Process.employeesAndGovernors)
    /// `school-email`
    package var schoolEmail = Setting.assumed(SchoolEmailRule.always)
    /// `privacy-notice-listing`: the platform is named in the privacy notice before the account opens.
    package var privacyNoticeListing = Setting.assumed(true)
    /// `official-platform-test`: master access, editorial oversight and few administrators are confirmed.
    package var officialPlatformTest = Setting.assumed(true)
    /// `tell-parents`: parents are told when an account is used with pupils.
    package var tellParentsWhenUsedWithPupils = Setting.assumed(true)
    /// `account-administrators-at-most`
    package var administratorsAtMost = Setting.assumed(3)
    /// `access-review-every`
    package var accessReviewEvery = Setting.assumed(Months(12))
    /// `access-reviewed-by`
    package var accessReviewers = Setting.assumed([Role.administrator])
    /// `credentials-rotated-within`, from the day when someone who has seen them leaves.
    package var credentialRotationWithin = Setting.assumed(Span.working(1))
    /// `handover-within`
    package var handoverWithin = Setting.assumed(Span.working(5))
    /// `declaration-within`, from joining or from a new edition.
    package var declarationWithin = Setting.assumed(Span.working(10))
    /// `declaration-repeats-every`: nil when only a new edition asks for another.
    package var declarationRepeatsEvery = Setting.assumed(Months?.none)
    /// `training-valid-for`
    package var trainingValidFor = Setting.assumed(Months(12))
    /// `training-recorded-by`
    package var trainingRecorders = Setting.assumed([Role.administrator, .slt, .headteacher])
    /// `unofficial-account-acted-on-within`
    package var unofficialActionWithin = Setting.assumed(Span.working(5))
    /// `policy-review-every`
    package var policyReviewEvery = Setting.assumed(Months(12))
    /// `departures-told-to`
    package var departuresToldTo = Setting.assumed([Role.headteacher])
    /// `departures-answered-within`
    package var departuresAnsweredWithin = Setting.assumed(Span.working(5))
    /// `contact-declared-to`
    package var contactDeclaredTo = Setting.assumed([Role.headteacher])
    /// `incidents-told-to`
    package var incidentsToldTo = Setting.assumed([Role.headteacher, .dsl])
    /// `safeguarding-told-to`
    package var safeguardingToldTo = Setting.assumed([Role.dsl])
    /// `complaints-told-to`
    package var complaintsToldTo = Setting.assumed([Role.headteacher])
    /// `press-approved-by`
    package var pressApprovers = Setting.assumed([Role.headteacher])
    /// `name-and-logo-approved-by`
    package var nameAndLogoApprovers = Setting.assumed([Role.headteacher])
    /// `controversial-posts-approved-by`
    package var controversialPostApprovers = Setting.assumed([Role.headteacher, .slt])
    /// `posts-watched-every`
    package var postsWatchedEvery = Setting.assumed(Span.working(1))
    /// `replies-within`, from arrival. An acknowledgement counts as an answer.
    package var repliesWithin = Setting.assumed(
        ResponseClock(within: .hours(24), onDayOff: .nextWorkingDayAfterWeekend))
    /// `images-removed-within`, from the day when a child has left or consent is withdrawn.
    package var imagesRemovedWithin = Setting.assumed(Span.working(10))
    /// `policy-reviewed-by`
    package var policyReviewers = Setting.assumed([Role.governor])
    /// `policy-ratified-by`
    package var policyRatifiers = Setting.assumed([Role.governor])
    /// `posts-written-by`
    package var postWriters = Setting.assumed(PostWriters.operators)
    /// `posts-approved-by`: any one of these but the author; nobody where the policy asks for no approval.
    package var postApprovers = Setting.assumed([Role.headteacher, .slt])
    /// `posts-decided-within`, from when a post is submitted.
    package var postsDecidedWithin = Setting.assumed(Span.working(2))
    /// `post-approval-lasts`, from the approval. A post that was not published by then is approved anew.
    package var postApprovalLasts = Setting.assumed(Span.days(14))
    /// `blackouts-asked-by`
    package var blackoutRequesters = Setting.assumed([Role.headteacher, .slt, .dsl])
    /// `barred-links`
    package var barredLinks = Setting.assumed([LinkCategory.lookalike, .adult, .gambling])
    /// `name-or-image`: what the check `name-with-image` does by default follows from it.
    package var nameOrImage = Setting.assumed(true)
    /// `image-consent-for`
    package var imageUses = Setting.assumed(
        ImageUses([
            .classroom: .publicTask, .display: .consent, .website: .consent, .socialMedia: .consent, .press: .consent,
            .prospectus: .consent, .video: .consent,
        ]))
    /// `image-consent-within`, from the day when a child comes to the school or an answer ends.
    package var imageConsentWithin = Setting.assumed(Span.working(10))
    /// `image-consent-lasts`, from the answer: nil for as long as the child is at the school.
    package var imageConsentLasts = Setting.assumed(Months?.none)
    /// `image-consent-asked-again`: the years at whose start an earlier answer ends; that of juniors, by default.
    package var imageConsentAskedAgain = Setting.assumed([SchoolYear(3)].compactMap(\.self))
    /// `consents-kept-by`
    package var consentKeepers = Setting.assumed([Role.administrator, .headteacher, .dsl, .dpo])
    /// `pictures-kept-for`, from the day when a child in the picture leaves.
    package var picturesKeptFor = Setting.assumed(Span.days(30))

    /// Every setting at its default.
    package init() {}

    package static let employeesAndGovernors = Role.allCases.filter { $0.isEmployee || $0 == .governor }
}
