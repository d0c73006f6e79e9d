package import Policy

extension Pupil {
    package static func evolve(_ state: Pupil?, _ event: Event) -> Pupil {
        if case .joined(let id, let particulars, let day) = event {
            return Pupil(
                id: id, particulars: particulars, joined: day, leaving: nil, hasLeft: false, answers: [],
                isProtected: false, asking: nil)
        }
        // Every other event follows `joined`: `decide` refuses any other order.
        var pupil = state ?? .empty
        switch event {
        case .joined: break
        case .corrected(let particulars): pupil.particulars = particulars
        case .parentsNamed(let names): pupil.parents = names
        case .leavingSet(let day): pupil.leaving = day
        case .left(let day):
            pupil.leaving = day
            pupil.hasLeft = true
            pupil.asking = nil
            pupil.parents = []
        case .asked(let until, let by, let at): pupil.asking = Asking(by: by, at: at, until: until)
        case .answered(let answers):
            pupil.answers += answers
            pupil.asking = nil
        case .publicationSet(let isProtected, _, _): pupil.isProtected = isProtected
        case .reopened(let until, _):
            for index in pupil.answers.indices where pupil.answers[index].decision == .given {
                guard pupil.answers[index].basis == .consent else { continue }
                pupil.answers[index].until = min(pupil.answers[index].until ?? until, until)
            }
        }
        return pupil
    }

    private static let empty = Pupil(
        id: PupilID(""), particulars: Particulars(first: "", last: ""), joined: Day(number: 0), leaving: nil,
        hasLeft: true, answers: [], isProtected: true, asking: nil)
}
