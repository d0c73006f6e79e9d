/// What plain words may mean, as choices for whoever typed them: nothing here is an answer.
package struct Understanding: Sendable, Equatable {
    /// At most five, the likeliest first; none when nothing was understood.
    package var candidates: [Candidate]

    /// One question that may be meant.
    package struct Candidate: Sendable, Equatable {
        /// The action, and each fact that the words name and that the action turns on.
        package var facts: Facts
        package var action: String
        /// Words that speak for it, as typed and in their order.
        package var used: [String]
        /// Words that it makes nothing of, leaving out those that say nothing, such as "the".
        package var unused: [String]
    }

    /// Together with facts that are known already: they stand, and candidates for another action fall away.
    package func adding(_ known: Facts) -> Understanding {
        Understanding(
            candidates: candidates.filter { known["action"] == nil || known["action"] == $0.action }.map { candidate in
                var more = candidate
                for (fact, value) in known.values { more.facts[fact] = value }
                return more
            })
    }
}

extension Vocabulary {
    /// Finds the actions and facts that plain words name, by the vocabulary's own labels and other words.
    package func match(_ text: String) -> Understanding {
        let typed = PlainWords(text)
        guard !typed.words.isEmpty else { return Understanding(candidates: []) }
        let index = ActionWords(actions)
        let named = actions.map { FactWords.named(in: typed.folded, of: $0.facts.compactMap(fact)) }
        var found: [(score: Double, candidate: Understanding.Candidate)] = []
        for (place, action) in actions.enumerated() {
            let speaking = index.match(typed.folded, place)
            let score = speaking.score + named[place].reduce(0) { $0 + FactWords.weight * Double($1.places.count) }
            guard score > 0 else { continue }
            let used = named[place].reduce(speaking.places) { $0.union($1.places) }
            var facts = Facts(["action": action.id])
            for fact in named[place] { facts[fact.fact] = fact.value }
            func words(_ wanted: (Int) -> Bool) -> [String] {
                typed.words.indices.filter(wanted).map { typed.words[$0].typed }
            }
            found.append(
                (
                    score,
                    Understanding.Candidate(
                        facts: facts, action: action.id, used: words(used.contains),
                        unused: words { !used.contains($0) })
                ))
        }
        // Of equals the first of the vocabulary; what is far behind the best is no help to anybody.
        let best = found.map(\.score).max() ?? 0
        let ranked = found.enumerated().filter { $0.element.score >= best * 0.4 }
            .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        return Understanding(candidates: ranked.prefix(5).map(\.element.candidate))
    }
}
