@testable import Policy

extension Corpus {
    static let oakdene: [CorpusQuestion] = [
        // Parents and volunteers may ask for an account, as anybody in the school community may.
        .init("who=parent action=apply-for-account operators-named=two-or-more", .permitted, ["oakdene-57"]),
        .init("who=teacher action=apply-for-account operators-named=fewer-than-two", .prohibited, ["oakdene-63"]),
        .init("who=teacher action=open-account application=not-approved", .needsApproval, by: [[.slt]], ["oakdene-42"]),
        .init("who=administrator action=open-account application=approved", .required, ["oakdene-44"]),
        .init("who=parent action=run-account policy-read=not-read", .prohibited, ["oakdene-66", "oakdene-68"]),
        .init("who=volunteer action=run-account training=not-trained", .prohibited, ["oakdene-67", "oakdene-68"]),
        .init("who=volunteer action=run-account policy-read=read training=trained", .permitted, ["oakdene-66"]),
        .init("who=administrator action=settle-leaver-account", .required, ["oakdene-48"]),
        .init("who=slt action=decide-application", .required, ["oakdene-65"]),
        .init("who=teacher action=use-logo account=personal", .prohibited, ["oakdene-151"]),
        // No age, time or family limit: unlike the other schools.
        .init("who=teacher action=follow with=pupil account=personal", .prohibited, ["oakdene-132"]),
        .init(
            "who=staff action=accept-friend-request with=former-pupil account=personal", .prohibited, ["oakdene-133"]),
        .init(
            "who=teacher action=send-friend-request with=former-pupil account=personal age=18-or-over relation=family",
            .prohibited, ["oakdene-133"]),
        .init("who=teacher action=message with=pupil channel=school-website", .permitted, ["oakdene-31"]),
        .init("who=teacher action=message with=pupil channel=class-dojo", .prohibited, ["oakdene-31"]),
        .init("who=teacher action=accept-friend-request with=parent", .notCovered),
    ]
}
