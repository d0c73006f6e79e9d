/// Finds values of facts by their labels and other words.
enum FactWords {
    struct Named: Equatable {
        var fact: String
        var value: String
        /// Which of the words named it.
        var places: Set<Int>
    }

    /// What a word of a fact adds to the score of an action that turns on it.
    static let weight = 0.5

    /// Each fact of which the words name just one value. The longest phrase speaks, so that "ex-pupil" is no pupil; of a
    /// fact that is named with two values nothing is known, and it will be asked.
    static func named(in words: [String], of facts: [Fact]) -> [Named] {
        facts.compactMap { fact in
            let phrases = fact.values.flatMap { value in self.phrases(of: value).map { (value: value.id, phrase: $0) } }
            var free = words.map { Optional($0) }
            var found: [String: Set<Int>] = [:]
            for (value, phrase) in phrases.sorted(by: { $0.phrase.count > $1.phrase.count }) {
                while let start = free.map({ $0 ?? "" }).firstPlace(of: phrase) {
                    let places = start..<(start + phrase.count)
                    found[value, default: []].formUnion(places)
                    for place in places { free[place] = nil as String? }
                }
            }
            guard found.count == 1, let (value, places) = found.first else { return nil }
            return Named(fact: fact.id, value: value, places: places)
        }
    }

    private static func phrases(of value: FactValue) -> [[String]] {
        let isYesOrNo = ["Yes", "No"].contains { value.label == $0 || value.label.hasPrefix("\($0),") }
        return ((isYesOrNo ? [] : [value.label]) + value.words).map { PlainWords($0).folded }.filter { !$0.isEmpty }
    }
}
