@testable import Policy

extension Corpus {
    static let grange: [CorpusQuestion] = [
        .init("who=teacher action=use-school-name", .needsApproval, by: [[.headteacher]], ["grange-31"]),
        .init("who=governor action=use-logo", .needsApproval, by: [[.headteacher]], ["grange-31"]),
        .init("who=teacher action=open-account", .needsApproval, by: [[.headteacher]], ["grange-16"]),
        .init("who=staff action=share-password", .prohibited, ["grange-99"]),
        .init("who=teacher action=send-friend-request with=pupil", .prohibited, ["grange-42"]),
        .init("who=volunteer action=accept-friend-request with=pupil", .prohibited, ["grange-42"]),
        .init("who=teacher action=message with=parent channel=school-email", .permitted, ["grange-40"]),
        .init("who=teacher action=message with=parent channel=class-dojo", .permitted, ["grange-89"]),
        .init("who=teacher action=message with=pupil channel=class-dojo", .prohibited, ["grange-89"]),
        .init("who=teacher action=message with=pupil channel=personal-social-media", .prohibited, ["grange-12"]),
        .init(
            "who=teacher action=message with=parent channel=own-phone subject=school-business", .needsApproval,
            by: [[.slt]], ["grange-94"]),
        .init(
            "who=teacher action=give-personal-contact with=parent contact-detail=own-email-address", .prohibited,
            ["grange-87"]),
        .init(
            "who=teacher action=give-personal-contact with=pupil contact-detail=own-phone-number", .prohibited,
            ["grange-93"]),
        .init("who=teacher action=report-contact", .required, ["grange-27"]),
        .init("who=teacher action=depart-from-policy", .permitted, ["grange-55", "grange-56"]),
        .init("who=teacher action=follow with=colleague", .notCovered, ["grange-55"]),
    ]
}
