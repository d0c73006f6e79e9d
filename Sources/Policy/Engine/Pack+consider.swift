extension Pack {
    /// Answers a question as far as it is known, and says what to ask next.
    ///
    /// A question is settled when every completion of the facts leads to the same verdict, the same approvals and the
    /// same duties. The rules that say so may differ between completions: those that apply in every one are cited, the
    /// others are listed as possible.
    /// - Throws: for a fact or a value that the vocabulary does not have; nothing is answered then. A fact that the
    ///   action does not ask changes nothing.
    package func consider(_ facts: Facts) throws(EvaluationError) -> Consideration {
        let request = try vocabulary.request(facts)
        guard compiled.isWhole else { throw .damagedPolicy }
        let diagram = try Diagram(compiled, request, answer: answer)
        let weighing = Weighing(compiled, request)
        let certain = compiled.rules(in: weighing.certain)
        let open = compiled.rules(in: weighing.possible).filter { rule in
            !certain.contains(rule) && canMatch(rules[rule], request)
        }
        let rulings = zip(diagram.leaves, diagram.examples()).map { answer, example in
            ruling(answer, certain: certain, open: open, example: self.facts(example))
        }
        return Consideration(
            facts: facts, edition: edition, engine: EngineVersion.current,
            possible: rulings.sorted {
                ($0.verdict.rank, $1.example.values.count) > ($1.verdict.rank, $0.example.values.count)
            },
            next: diagram.bestQuestion(compiled.shape).map { vocabulary.facts[$0] })
    }

    /// Answers a question of which every fact is known.
    /// - Throws: ``EvaluationError/incomplete(_:)`` with the facts that are missing.
    package func decide(_ facts: Facts) throws(EvaluationError) -> Ruling {
        let request = try vocabulary.request(facts)
        guard request.isComplete else {
            throw .incomplete(vocabulary.facts.map(\.id).filter { facts[$0] == nil })
        }
        guard compiled.isWhole else { throw .damagedPolicy }
        var scratch = DecisionScratch(for: compiled)
        _ = try compiled.decide(request, using: &scratch)
        return ruling(answer(of: scratch.matching), certain: compiled.rules(in: scratch), open: [], example: Facts())
    }

    /// What the rules in a set say when they are all the rules that match.
    func answer(of bits: [UInt64]) -> Answer {
        let verdict = compiled.verdict(of: bits)
        let speaking = compiled.rules(in: bits).map { rules[$0] }
        var approvals: [[Role]] = []
        if verdict == .needsApproval {
            for rule in speaking where rule.effect == .needsApproval && !rule.approval.isEmpty {
                let roles = rule.approval.sorted()
                if !approvals.contains(roles) { approvals.append(roles) }
            }
        }
        var obligations: [Obligation] = []
        let raised = speaking.filter { verdict.carries.contains($0.effect) }.flatMap(\.obligations)
        for obligation in raised + (verdict == .notCovered ? otherwise?.obligations ?? [] : [])
        where !obligations.contains(obligation) { obligations.append(obligation) }
        return Answer(verdict: verdict, approvals: approvals, obligations: obligations)
    }

    private func ruling(_ answer: Answer, certain: [Int], open: [Int], example: Facts) -> Ruling {
        let beside = answer.verdict.carries
        func cite(_ places: [Int], _ wanted: (RuleEffect) -> Bool) -> [Citation] {
            places.map { rules[$0] }.filter { wanted($0.effect) }.map {
                Citation(rule: $0.id, effect: $0.effect, says: $0.says, clauses: $0.clauses)
            }
        }
        func speaks(_ effect: RuleEffect) -> Bool { effect.verdict == answer.verdict }
        func rides(_ effect: RuleEffect) -> Bool { beside.contains(effect) && effect.verdict != answer.verdict }
        return Ruling(
            verdict: answer.verdict, approvals: answer.approvals, obligations: answer.obligations,
            citations: cite(certain, speaks), possibleCitations: cite(open, speaks), alongside: cite(certain, rides),
            possiblyAlongside: cite(open, rides), otherwise: answer.verdict == .notCovered ? otherwise : nil,
            example: example)
    }

    private func facts(_ path: [(fact: Int, value: Int)]) -> Facts {
        path.reduce(into: Facts()) { facts, step in
            let fact = vocabulary.facts[step.fact]
            facts[fact.id] = fact.values[step.value - 1].id
        }
    }

    private func canMatch(_ rule: Rule, _ request: Request) -> Bool {
        let known = vocabulary.facts(of: request).values.map { Condition(fact: $0.key, values: [$0.value]) }
        return Satisfiability.canHold(rule.when + known, unless: rule.unless, in: vocabulary)
    }
}
