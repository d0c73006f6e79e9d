@testable import Policy

extension Corpus {
    static let stMartins: [CorpusQuestion] = [
        .init(
            "who=teacher action=open-account email=school-address", .needsApproval, by: [[.slt]], ["st-martins-87"]),
        .init(
            "who=teacher action=open-account email=private-address platform-kind=any-other-platform", .prohibited,
            ["st-martins-89"]),
        .init(
            "who=teacher action=use-private-account-for-school platform-kind=any-other-platform", .prohibited,
            ["st-martins-88"]),
        .init(
            "who=teacher action=use-private-account-for-school platform-kind=for-professionals", .permitted,
            ["st-martins-90"]),
        .init("who=teacher action=use-with-pupils platform-age=too-young", .prohibited, ["st-martins-111"]),
        .init("who=teacher action=use-with-pupils parents-told=not-told", .prohibited, ["st-martins-112"]),
        .init(
            "who=teacher action=use-with-pupils platform-age=allowed-at-that-age parents-told=told", .needsApproval,
            by: [[.slt]], ["st-martins-114"]),
        .init(
            "who=governor action=accept-friend-request with=pupil relation=not-family", .prohibited,
            ["st-martins-179"]),
        .init(
            "who=teacher action=accept-friend-request with=former-pupil age=16-to-17 relation=not-family", .prohibited,
            ["st-martins-179"]),
        .init(
            "who=teacher action=accept-friend-request with=pupil-elsewhere age=under-13 relation=family", .permitted,
            ["st-martins-183"]),
        .init(
            "who=teacher action=accept-friend-request with=former-pupil age=18-or-over relation=not-family", .notCovered
        ),
        .init("who=teacher action=accept-friend-request with=parent", .permitted, ["st-martins-184"]),
        .init("who=teacher action=report-contact safeguarding-concern=concern", .required, ["st-martins-92"]),
    ]
}
