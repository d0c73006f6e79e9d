package import Policy

extension Post {
    /// Whose turn it is to go on writing; once the author has left, of those who run its accounts or approve.
    private var writers: [Assignee] {
        if !authorLeft { return [.person(author)] }
        return circle.isEmpty ? readers.map(Assignee.role) : circle.map(Assignee.person)
    }

    var duties: [Duty] { phaseDuties + copies.flatMap(duties) }

    private var phaseDuties: [Duty] {
        switch phase {
        case .submitted(let submission):
            [
                Duty(
                    "approve", "Decide on a post", for: submission.approvers.map(Assignee.role), except: submission.by,
                    action: "approve", due: min(submission.due, wantedAt ?? submission.due), since: submission.at)
            ]
        case .returned(_, let back):
            [Duty("revise", "Put a post right that was sent back", for: writers, due: wantedAt, since: back.at)]
        case .approved(_, let approval):
            [
                Duty(
                    "schedule", "Publish or schedule a post that is approved", for: writers, action: "schedule",
                    due: approval.until, since: approval.at)
            ]
        case .held(_, let approval, let hold) where !hold.reasons.allSatisfy { $0.kind == .blackout }:
            [
                Duty(
                    "held", "See to a post that was held",
                    for: writers + (approval.by == .office ? [] : [.person(approval.by)]), due: nil,
                    since: hold.since)
            ]
        case .draft, .refused, .scheduled, .held, .publishing, .published, .withdrawing, .withdrawn, .discarded: []
        }
    }

    private func duties(of copy: PostCopy) -> [Duty] {
        let minders = Set(writers + circle.map(Assignee.person)).sorted { $0.token < $1.token }
        switch copy.state {
        case .byHand(let since):
            return [Duty("put-\(copy.id)", "Put a post up on \(copy.title)", for: minders, due: nil, since: since)]
        case .failed(_, _, let at):
            return [
                Duty("failed-\(copy.id)", "A post did not get to \(copy.title)", for: minders, due: nil, since: at)
            ]
        case .removing(_, _, byHand: true, let since):
            return [
                Duty(
                    "take-\(copy.id)", "Take a post down from \(copy.title)", for: minders + [.role(.administrator)],
                    due: nil, since: since)
            ]
        case .waiting, .sending, .sent, .abandoned, .recalled, .removing, .removed: return []
        }
    }
}

extension Post {
    package static func span(ofDuty key: String, under process: Process) -> Span? {
        switch key {
        case "approve": process.postsDecidedWithin.value
        case "schedule": process.postApprovalLasts.value
        default: nil
        }
    }
}
