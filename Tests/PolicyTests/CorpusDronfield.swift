@testable import Policy

extension Corpus {
    static let dronfield: [CorpusQuestion] = [
        .init(
            "who=headteacher action=treat-as-official master-access=held-by-school editorial-oversight=overseen "
                + "administrators=only-those-needed", .permitted, ["dronfield-40", "dronfield-41", "dronfield-42"]),
        .init("who=teacher action=treat-as-official master-access=held-elsewhere", .prohibited, ["dronfield-40"]),
        .init("who=teacher action=treat-as-official editorial-oversight=not-overseen", .prohibited, ["dronfield-41"]),
        .init("who=teacher action=treat-as-official administrators=more-than-needed", .prohibited, ["dronfield-42"]),
        .init("who=teacher action=open-account", .needsApproval, by: [[.headteacher]], ["dronfield-48"]),
        .init("who=administrator action=run-account privacy-notice=not-listed", .prohibited, ["dronfield-45"]),
        .init("who=administrator action=record-account", .required, ["dronfield-50"]),
        .init("who=headteacher action=close-account", .permitted, ["dronfield-49"]),
        // A relative is the one exception, and boundaries hold for relatives too.
        .init(
            "who=teacher action=send-friend-request with=pupil account=personal relation=not-family", .prohibited,
            ["dronfield-70"]),
        .init(
            "who=teacher action=send-friend-request with=pupil account=personal relation=family boundaries=within",
            .permitted, ["dronfield-70", "dronfield-71"]),
        .init(
            "who=teacher action=send-friend-request with=pupil account=personal relation=family boundaries=beyond",
            .prohibited, ["dronfield-69"]),
        .init("who=teacher action=follow with=former-pupil boundaries=within", .permitted, ["dronfield-68"]),
        .init(
            "who=teacher action=report-contact safeguarding-concern=concern", .required,
            ["dronfield-74", "dronfield-75"]),
        .init("who=teacher action=share-password", .notCovered),
    ]
}
