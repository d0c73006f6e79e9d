import Office
import Policy
import Records

/// The roll, and what parents said: given, refused, ended, ending, withdrawn, never asked; and one child who is never shown.
struct PupilLives {
    let today: Day
    let pack: Pack
    let roll: Roll

    private typealias Place = Roll.Place

    var scenes: [Scene] { [arrival] + answers + changes }

    private func ago(_ days: Int) -> Day { Story.workday(today.adding(days: -days)) }

    private var arrival: Scene {
        Scene(day: ago(420)) { stage in
            _ = try await stage.office.importRoll(
                roll.sheet, leavers: false, cause: Roll.cause(stage), as: try await stage.caller(.administrator))
            stage.clock.pass()
        }
    }

    private var answers: [Scene] {
        let silent: Set = [Place.neverAsked, Place.askedByLink, Place.newcomer, Place.answeredByLink]
        return roll.children.indices.filter { !silent.contains($0) }.map { place in
            Scene(day: ago(412)) { stage in try await record(place, stage) }
        }
    }

    private func record(_ place: Int, _ stage: Stage) async throws {
        let without: Set<ImagePurpose> =
            switch place {
            case Place.refused: Set(ImagePurpose.allCases)
            case Place.withoutSocialMedia: [.socialMedia]
            case Place.withoutPress: [.press]
            default: []
            }
        let means = ConsentMeans.recorded[place % ConsentMeans.recorded.count]
        var input: [String: [String]] = [
            "giver": [roll.children[place].parent], "relation": ["parent"], "means": [means.rawValue],
        ]
        for purpose in pack.imageConsent.asked {
            input[Pupil.fieldName(purpose)] = [without.contains(purpose) ? "no" : "yes"]
        }
        if place == Place.onlyFacebook { input["platforms"] = ["facebook"] }
        let until: Day? =
            switch place {
            case Place.ended: today.adding(days: -12)
            case Place.endsSoon: today.adding(days: 20)
            default: nil
            }
        if let until { input.merge(stage.date("until", until)) { first, _ in first } }
        input.merge(stage.date("on", ago(414))) { first, _ in first }
        try await stage.give("recordConsent", Roll.record(place, stage), by: .administrator, input)
    }

    private var changes: [Scene] {
        let asked = pack.imageConsent.asked
        return [
            Scene(day: ago(410)) { stage in
                let yes = Dictionary(uniqueKeysWithValues: asked.map { ($0, true) })
                try await answer(Place.answeredByLink, yes, stage)
            },
            Scene(day: ago(120)) { stage in
                try await stage.give("protect", Roll.record(Place.protected, stage), by: .deputy)
            },
            Scene(day: ago(60)) { stage in
                try await stage.give(
                    "withdraw", Roll.record(Place.withdrawnInPart, stage), by: .administrator,
                    [
                        "purposes": asked.suffix(1).map(\.rawValue),
                        "giver": [roll.children[Place.withdrawnInPart].parent], "relation": ["parent"],
                        "means": [ConsentMeans.telephone.rawValue],
                    ].merging(stage.date("on", ago(60))) { first, _ in first })
            },
            Scene(day: ago(30)) { stage in
                try await stage.give(
                    "setLeaving", Roll.record(Place.leavesSoon, stage), by: .administrator,
                    stage.date("on", today.adding(days: 40)))
            },
            Scene(day: ago(20)) { stage in
                try await stage.give(
                    "leave", Roll.record(Place.left, stage), by: .administrator, stage.date("on", ago(20)))
            },
            Scene(day: ago(5)) { stage in
                _ = try await stage.office.askConsent(
                    [PupilID(Roll.record(Place.askedByLink, stage).key)],
                    as: try await stage.caller(.administrator))
                stage.clock.pass()
            },
            // After the pictures of them are published: see ``PictureLives``.
            Scene(day: ago(2)) { stage in try await answer(Place.withdrawnByLink, nil, stage) },
        ]
    }

    /// A parent opens their link and answers.
    ///
    /// - Parameter answers: nil withdraws everything.
    private func answer(_ place: Int, _ answers: [ImagePurpose: Bool]?, _ stage: Stage) async throws {
        let links = try await stage.office.askConsent(
            [PupilID(Roll.record(place, stage).key)], as: try await stage.caller(.administrator))
        stage.clock.pass()
        for link in links {
            _ = try await stage.office.answerConsent(
                link.secret, in: stage.log, source: "demo", answers: answers,
                by: ConsentGiver(name: roll.children[place].parent, relation: .parent))
        }
        stage.clock.pass()
    }
}
