package import Policy

extension Judgement {
    package static func evolve(_ state: Judgement?, _ event: Event) -> Judgement {
        if case .told(let matter, let recipients, let due, let by, let at) = event {
            return Judgement(
                matter: matter, teller: by, toldAt: at, recipients: recipients, phase: .waiting(since: at, due: due),
                exchange: [], advice: [], change: nil)
        }
        // Every other event follows `told`: `decide` refuses any other order.
        var judgement = state ?? .empty
        switch event {
        case .told: break
        case .moreAsked(let question, let by, let at):
            judgement.phase = .returned(question: question, by: by, at: at)
        case .explained(let text, let due, _, let at):
            if case .returned(let question, let by, let asked) = judgement.phase {
                judgement.exchange.append(
                    Exchange(question: question, askedBy: by, askedAt: asked, reply: text, repliedAt: at))
            }
            judgement.phase = .waiting(since: at, due: due)
        case .answered(let reply): judgement.phase = .answered(reply, readAt: nil)
        case .acknowledged(_, let at):
            if case .answered(let reply, _) = judgement.phase { judgement.phase = .answered(reply, readAt: at) }
        case .withdrawn(let reason, _, let at): judgement.phase = .withdrawn(reason: reason, at: at)
        case .adviceRecorded(let advice): judgement.advice.append(advice)
        case .changeAsked(let says, let by, let at): judgement.change = PolicyChange(says: says, by: by, at: at)
        case .changeSettled(let done, let by, let at):
            judgement.change?.settled = PolicyChange.Settlement(done: done, by: by, at: at)
        case .leaverNoted(_, let due, let at):
            if case .returned(let question, let by, let asked) = judgement.phase {
                judgement.exchange.append(
                    Exchange(question: question, askedBy: by, askedAt: asked, reply: "", repliedAt: at))
            }
            judgement.phase = .waiting(since: at, due: due)
        }
        return judgement
    }

    private static let empty = Judgement(
        matter: Matter(origin: .question, situation: ""), teller: .office, toldAt: Instant(seconds: 0), recipients: [],
        phase: .withdrawn(reason: "", at: Instant(seconds: 0)), exchange: [], advice: [], change: nil)
}
