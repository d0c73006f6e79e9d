package import Policy

extension Pupil {
    package enum Command: Sendable, Equatable {
        case join(PupilID, Particulars, on: Day)
        case correct(Particulars)
        /// Every parent and carer whose name the checks are to know, in the place of those before.
        case nameParents([String])
        /// The last day that is foreseen; nil where there is none after all.
        case setLeaving(Day?)
        case leave(on: Day)
        /// What a parent answered on paper or by word of mouth, for each purpose that was answered.
        case recordConsent([ImagePurpose: Bool], Said, until: Day?, platforms: [String])
        case withdraw([ImagePurpose], Said)
        case protect
        case unprotect
        /// Notes that a link was made with which a parent answers.
        case ask
        /// A parent's answers by link: given by the office alone.
        case answer([ImagePurpose: Bool], by: ConsentGiver)
        /// A withdrawal of everything by link, likewise.
        case withdrawByLink(by: ConsentGiver)
    }

    /// Who said something, how and when.
    package struct Said: Sendable, Equatable {
        package var giver: ConsentGiver
        package var means: ConsentMeans
        package var on: Day

        package init(giver: ConsentGiver, means: ConsentMeans, on: Day) {
            self.giver = giver
            self.means = means
            self.on = on
        }
    }

    /// The names of events are seen by more people than what is in them, so none tells a refusal from a consent, nor a
    /// child who was put on the list from one who was taken off it.
    package enum Event: RecordEvent {
        case joined(pupil: PupilID, particulars: Particulars, on: Day)
        case corrected(particulars: Particulars)
        case parentsNamed(names: [String])
        case leavingSet(on: Day?)
        case left(on: Day)
        case asked(until: Day, by: PersonID, at: Instant)
        case answered(answers: [ConsentAnswer])
        case publicationSet(isProtected: Bool, by: PersonID, at: Instant)
        /// What was given counts until then, unless it is given again.
        case reopened(until: Day, at: Instant)

        package var name: String {
            switch self {
            case .joined: "joined"
            case .corrected: "corrected"
            case .parentsNamed: "parentsNamed"
            case .leavingSet: "leavingSet"
            case .left: "left"
            case .asked: "asked"
            case .answered: "answered"
            case .publicationSet: "publicationSet"
            case .reopened: "reopened"
            }
        }
    }
}
