@testable import Policy
@testable import Records

/// Pupils and takedowns, as ``GoldenSamples`` has the other kinds.
extension GoldenSamples {
    private static let day = Day(number: 20_777)
    private static let at = Instant(seconds: 1_795_168_800)
    private static let due = Instant(seconds: 1_795_798_800)
    private static let ann = PersonID("p-ann")
    private static let ada = PupilID("c-ada")

    static func next(_ event: Pupil.Event?) -> Pupil.Event? {
        switch event {
        case nil:
            .joined(
                pupil: ada,
                particulars: Pupil.Particulars(
                    first: "Ada", last: "Lark", nicknames: ["Addie"], className: "Oak", year: 0),
                on: day)
        case .joined: .corrected(particulars: Pupil.Particulars(first: "Ada", last: "Lark"))
        case .corrected: .parentsNamed(names: ["Jo Lark"])
        case .parentsNamed: .leavingSet(on: day)
        case .leavingSet: .left(on: day)
        case .left: .asked(until: day, by: ann, at: at)
        case .asked:
            .answered(answers: [
                ConsentAnswer(
                    purpose: .socialMedia, decision: .given,
                    giver: ConsentGiver(name: "Jo Lark", relation: .localAuthority), means: .onlineForm,
                    platforms: ["facebook"], on: day, until: day, recordedBy: .family, recordedAt: at),
                ConsentAnswer(
                    purpose: .classroom, decision: .withdrawn, basis: .publicTask,
                    giver: ConsentGiver(name: "", relation: .notSaid), means: .list, on: day, until: nil,
                    recordedBy: ann, recordedAt: at),
            ])
        case .answered: .publicationSet(isProtected: true, by: ann, at: at)
        case .publicationSet: .reopened(until: day, at: at)
        case .reopened: nil
        }
    }

    static let barePupil: [Pupil.Event] = [.leavingSet(on: nil)]

    /// With the roles that keep consents, which were not written down at first.
    static let fullTakedown: [Takedown.Event] = [
        .joined(
            ground: Takedown.Ground(pupil: ada, by: .family, at: at, keepers: [.headteacher, .dpo]), copies: [],
            due: due)
    ]

    static func next(_ event: Takedown.Event?) -> Takedown.Event? {
        switch event {
        case nil:
            .opened(
                title: "Sports day", ground: Takedown.Ground(pupil: ada, by: .family, at: at),
                copies: [Takedown.Copy(place: copy)], pictures: [PictureID("pic1")], due: due)
        case .opened:
            .joined(
                ground: Takedown.Ground(pupil: nil, askedBy: "A parent", says: "Please.", by: ann, at: at), copies: [],
                due: due)
        case .joined:
            .gone(account: "account1", gone: Takedown.Gone(seen: .readBack, by: .office, at: at, note: "Not found"))
        case .gone: .closed(at: at)
        case .closed: .setAside(reason: "It shows nobody.", by: ann, at: at)
        case .setAside: nil
        }
    }

    private static let copy = PublishedCopy(
        account: "account1", accountName: "@oak", platform: "Facebook", address: "https://social.example/1",
        purpose: .socialMedia, people: [ann])
}
