import Policy

/// The rules of a ``PeerWorkload`` said as rules of a pack, and its answers read back. The engine is used as it is.
///
/// A prohibition and a plain permission are one rule each. A permission with an approver has two meanings in one: until
/// the leave is given it asks for it, and from then on it permits. It becomes two rules:
///
/// - *leave*: needs approval, with one more condition: `approved_by` is anything but the approver;
/// - *given*: permitted, with one more condition: `approved_by` is the approver.
///
/// In any request exactly one of the two further conditions holds, so the permission is matched when either rule is, and
/// lifted when either is: their exceptions are the permission's own.
///
/// The verdicts need no translation: prohibited beats needs-approval beats permitted in both, and `required` is said by
/// no rule here. `who` is the same in every request, because the workload's own `actor` is a fact like any other.
struct PeerPolicy {
    let vocabulary: Vocabulary
    let rules: [Rule]
    let compiled: CompiledPolicy
    private let names: [String]
    /// For each place in ``rules``: the place of the rule of the workload.
    let origin: [Int]

    enum Fault: Error { case unknownApprover(String), noActions, unknownWord(String) }

    /// Approvers of the workload as parts in a school.
    static let approvers: [(name: String, role: Role)] = [
        ("line-manager", .slt), ("headteacher", .headteacher), ("dsl", .dsl), ("governors", .governor),
    ]

    init(_ workload: PeerWorkload) throws {
        guard let actions = workload.facts["action"] else { throw Fault.noActions }
        let others = workload.facts.keys.filter { $0 != "action" }.sorted()
        vocabulary = Vocabulary(
            topics: [.init(id: "workload", label: "Workload")],
            actions: actions.map { .init(id: $0, label: $0, topic: "workload", words: [], facts: others) },
            facts: others.map { fact in
                Fact(
                    id: fact, label: fact, question: fact,
                    values: (workload.facts[fact] ?? []).map { FactValue(id: $0, label: $0) })
            })
        var (rules, origin): ([Rule], [Int]) = ([], [])
        for (place, peer) in workload.rules.enumerated() {
            let when = Self.conditions(peer.when)
            let unless = (peer.unless ?? []).map(Self.conditions)
            func add(_ half: String, _ when: [Condition], _ unless: [[Condition]], _ effect: RuleEffect, _ by: [Role]) {
                rules.append(
                    Rule(
                        id: peer.id + half, says: peer.id, clauses: [], when: when, unless: unless, effect: effect,
                        approval: by))
                origin.append(place)
            }
            guard peer.kind == .permit, let approver = peer.approver else {
                add("", when, unless, peer.kind == .prohibit ? .prohibited : .permitted, [])
                continue
            }
            guard let role = Self.approvers.first(where: { $0.name == approver })?.role else {
                throw Fault.unknownApprover(approver)
            }
            let missing = (workload.facts["approved_by"] ?? []).filter { $0 != approver }
            add("-leave", when + [Condition(fact: "approved_by", values: missing)], unless, .needsApproval, [role])
            add("-given", when + [Condition(fact: "approved_by", values: [approver])], unless, .permitted, [])
        }
        self.rules = rules
        self.origin = origin
        names = workload.rules.map(\.id)
        compiled = CompiledPolicy(rules: rules, vocabulary: vocabulary)
    }

    private static func conditions(_ clause: PeerWorkload.Clause) -> [Condition] {
        clause.keys.sorted().map { Condition(fact: $0, values: clause[$0] ?? []) }
    }

    /// A request's facts in the pack's words.
    func facts(_ request: PeerWorkload.Request) -> Facts {
        Facts(request.facts).adding("who", Role.staff.rawValue)
    }

    /// The names of the rules that match, in the workload's order.
    func matched(_ scratch: DecisionScratch) -> [String] { compiled.rules(in: scratch).map { names[origin[$0]] } }

    /// All that the workload asks of an answer.
    func answer(_ id: String, _ request: Request, using scratch: inout DecisionScratch) throws -> PeerWorkload.Answer {
        let verdict = try compiled.decide(request, using: &scratch)
        let asked = verdict == .needsApproval ? compiled.rules(in: scratch).flatMap { rules[$0].approval } : []
        return PeerWorkload.Answer(
            id: id, verdict: verdict.rawValue, matched: matched(scratch),
            lifted: compiled.liftedRules(in: scratch).map { names[origin[$0]] },
            ask: Self.approvers.filter { asked.contains($0.role) }.map(\.name).sorted())
    }
}
