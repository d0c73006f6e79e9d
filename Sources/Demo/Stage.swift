import Ledger
import Office
import Policy
import Records

/// Where a story is played: one school's office, its clock, and who has which part.
struct Stage: Sendable {
    let office: Office
    let clock: StageClock
    let log: LogID
    let cast: Cast
    let ids: SeededIdentifiers
    let pack: Pack
    var people: [Part: PersonID] = [:]

    func id(_ part: Part) throws -> PersonID {
        guard let person = people[part] else { throw DemoFault(description: "\(log) has nobody as \(part.rawValue)") }
        return person
    }

    /// The first of the cast who is given one of these roles, whether outright or with another.
    func part(with roles: [Role]) throws -> Part {
        guard
            let part = Part.allCases.first(where: {
                cast.names[$0] != nil && !Role.including($0.roles).isDisjoint(with: roles)
            })
        else {
            throw DemoFault(description: "\(log) has nobody with the roles \(roles.map(\.rawValue))")
        }
        return part
    }

    func caller(_ part: Part) async throws -> Caller {
        guard let caller = try await office.caller(log, try id(part)) else {
            throw DemoFault(description: "\(part.rawValue) of \(log) has left")
        }
        return caller
    }

    /// Gives a command as its form does.
    @discardableResult
    func give(_ command: String, _ record: RecordID, by part: Part, _ input: [String: [String]] = [:]) async throws
        -> Outcome
    {
        let caller = try await caller(part)
        do {
            let outcome = try await office.submit(
                Submission(record: record, command: command, input: Input(input), expected: nil, cause: ids.next()),
                as: caller)
            clock.pass()
            return outcome
        } catch {
            throw DemoFault(description: "\(log): \(part.rawValue) cannot \(command) \(record): \(error)")
        }
    }

    func date(_ name: String, _ day: Day) -> [String: [String]] {
        ["\(name)-day": ["\(day.day)"], "\(name)-month": ["\(day.month)"], "\(name)-year": ["\(day.year)"]]
    }
}

/// One thing that happens on one day.
struct Scene: Sendable {
    var day: Day
    var play: @Sendable (inout Stage) async throws -> Void
}
