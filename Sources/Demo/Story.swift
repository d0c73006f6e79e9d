import Ledger
import Office
import Policy

/// A school's story so far, told forward from the day when it was founded.
struct Story: Sendable {
    let cast: Cast
    let log: LogID
    let ledger: Ledger
    let now: Instant
    let pictures: any PictureWorking

    func tell() async throws {
        let founded = now.londonDay.adding(days: -440)
        let clock = StageClock(Self.morning(of: founded))
        let ids = SeededIdentifiers(seed: cast.pack)
        let office = try Office(
            ledger: ledger,
            passwords: PasswordHasher(logarithm: 10, parallelism: 1, newSalt: { Array(ids.next().utf8.prefix(16)) }),
            now: { clock.now }, newID: { ids.next() }, pictures: pictures)
        guard let pack = try Pack.embedded(cast.pack) else {
            throw DemoFault(description: "there is no pack \(cast.pack)")
        }
        _ = try await office.foundSchool(log, name: pack.school.name, packSource: pack.source)
        clock.pass()

        var stage = Stage(office: office, clock: clock, log: log, cast: cast, ids: ids, pack: pack)
        let today = now.londonDay
        let roll = Roll(cast: cast, pack: pack)
        let scenes =
            Staffing(today: today, cast: cast, pack: pack).scenes
            + AccountLives(today: today, pack: pack, cast: cast).scenes
            + JudgementLives(today: today, pack: pack).scenes
            + PupilLives(today: today, pack: pack, roll: roll).scenes
            + PictureLives(today: today).scenes
            + PostLives(today: today, cast: cast, roll: roll).scenes
        let inOrder = scenes.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        for scene in inOrder.map(\.element) {
            let morning = Self.morning(of: scene.day)
            if morning > clock.now { clock.set(morning) }
            try await scene.play(&stage)
        }
    }

    /// The day itself, or the Friday before a weekend.
    static func workday(_ day: Day) -> Day {
        switch day.weekday {
        case .saturday: day.adding(days: -1)
        case .sunday: day.adding(days: -2)
        case .monday, .tuesday, .wednesday, .thursday, .friday: day
        }
    }

    static func morning(of day: Day) -> Instant { London.instant(day, .midnight).adding(seconds: 9 * 3600) }
}
