/// The words of every action, each weighed by how few actions have it.
struct ActionWords {
    private struct Entry {
        var label: Set<String>
        var words: Set<String>
        /// To be found with their words side by side.
        var phrases: [[String]]
    }

    private let entries: [Entry]
    private let weights: [String: Double]

    init(_ actions: [Vocabulary.Action]) {
        entries = actions.map { action in
            let phrases = action.words.map { PlainWords($0).folded }
            let label = PlainWords(action.label).folded
            return Entry(
                label: Set(label), words: Set(phrases.joined()), phrases: phrases + [label])
        }
        var counts: [String: Int] = [:]
        for entry in entries { for word in entry.label.union(entry.words) { counts[word, default: 0] += 1 } }
        weights = counts.mapValues { 1 / Double($0) }
    }

    /// How far the words speak for the action, and which of them do.
    func match(_ words: [String], _ action: Int) -> (score: Double, places: Set<Int>) {
        let entry = entries[action]
        var score = 0.0
        var places: Set<Int> = []
        for (place, word) in words.enumerated() where words.firstIndex(of: word) == place {
            guard entry.words.contains(word) || entry.label.contains(word), let weight = weights[word] else { continue }
            // Words of their own speak louder than one that only stands in the label.
            score += (0.5 + weight) * (entry.words.contains(word) ? 1 : 0.8)
            places.insert(place)
        }
        let said = entry.phrases.filter { words.firstPlace(of: $0) != nil }.map { Double($0.count) }
        return (score + (said.max() ?? 0), places)
    }
}

extension [String] {
    /// Where the words of a phrase stand side by side.
    func firstPlace(of phrase: [String]) -> Int? {
        guard !phrase.isEmpty, phrase.count <= count else { return nil }
        return (0...(count - phrase.count)).first { self[$0..<($0 + phrase.count)].elementsEqual(phrase) }
    }
}
