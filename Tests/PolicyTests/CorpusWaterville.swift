@testable import Policy

extension Corpus {
    static let waterville: [CorpusQuestion] = [
        .init("who=teacher action=open-account", .needsApproval, by: [[.slt]], ["waterville-58"]),
        .init("who=contractor action=run-account", .needsApproval, by: [[.slt]], ["waterville-58"]),
        .init("who=staff action=use-logo account=personal", .needsApproval, by: [[.slt]], ["waterville-81"]),
        .init("who=staff action=use-work-email account=personal", .needsApproval, by: [[.slt]], ["waterville-79"]),
        .init("who=teacher action=send-friend-request with=pupil", .prohibited, ["waterville-73"]),
        .init("who=teacher action=join-friends with=pupil", .prohibited, ["waterville-76"]),
        .init("who=agency-worker action=look-at-page with=pupil", .prohibited, ["waterville-75"]),
        // Care with a former pupil whose brother or sister is still there; other private contact is one's own affair.
        .init(
            "who=teacher action=accept-friend-request with=former-pupil account=personal sibling=sibling-here",
            .permitted,
            ["waterville-74"]),
        .init(
            "who=teacher action=accept-friend-request with=former-pupil account=personal sibling=no-sibling-here",
            .permitted, ["waterville-56"]),
        .init(
            "who=teacher action=message with=pupil channel=learning-platform boundaries=within", .permitted,
            ["waterville-61"]),
        .init(
            "who=teacher action=message with=pupil channel=learning-platform boundaries=beyond", .prohibited,
            ["waterville-59"]),
        .init(
            "who=teacher action=disclose-social-contact with=parent implications=possible", .required, ["waterville-88"]
        ),
        .init(
            "who=teacher action=depart-from-policy", .permitted, ["waterville-51", "waterville-52", "waterville-53"]),
        // The policy binds school workers, not parents: what it leaves open goes to the headteacher.
        .init("who=parent action=use-logo account=school", .notCovered, ["waterville-52"]),
    ]
}
