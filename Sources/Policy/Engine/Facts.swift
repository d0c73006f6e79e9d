/// What is known of a question: some facts, each with one value. The others are unknown.
package struct Facts: Sendable, Hashable {
    /// Values by fact, both as identifiers of the vocabulary.
    package private(set) var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }

    package subscript(_ fact: String) -> String? {
        get { values[fact] }
        set { values[fact] = newValue }
    }

    package func adding(_ fact: String, _ value: String) -> Facts {
        var more = self
        more[fact] = value
        return more
    }

    /// Reads pairs parted by spaces: `who=teacher action=connect with=former-pupil`.
    package init(parsing text: String, in vocabulary: Vocabulary) throws(EvaluationError) {
        var values: [String: String] = [:]
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .notAPair(String(pair)) }
            _ = try vocabulary.code(fact: parts[0], value: parts[1])
            if let before = values[parts[0]], before != parts[1] {
                throw .contradiction(fact: parts[0], values: [before, parts[1]])
            }
            values[parts[0]] = parts[1]
        }
        self.values = values
    }

    /// `who=teacher action=connect`, in the vocabulary's order: what ``init(parsing:in:)`` reads.
    package func text(in vocabulary: Vocabulary) -> String {
        vocabulary.facts.compactMap { fact in values[fact.id].map { "\(fact.id)=\($0)" } }.joined(separator: " ")
    }
}

extension Facts: Codable {
    package init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: String].self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(values)
    }
}

extension Vocabulary {
    /// The places of a fact and of its value; the value's counts from 1.
    func code(fact: String, value: String) throws(EvaluationError) -> (fact: Int, value: Int) {
        guard let place = place(of: fact) else {
            throw .unknownFact(fact, nearest: Spelling.nearest(to: fact, among: facts.map(\.id)))
        }
        let known = facts[place].values
        guard let index = known.firstIndex(where: { $0.id == value }) else {
            throw .unknownValue(
                fact: fact, value: value, nearest: Spelling.nearest(to: value, among: known.map(\.id)))
        }
        return (place, index + 1)
    }

    /// The facts laid out for evaluation.
    /// - Throws: when a fact or a value is not of this vocabulary.
    package func request(_ facts: Facts) throws(EvaluationError) -> Request {
        var request = Request(shape: shape)
        // Sorted, so that of several wrong facts the same one is always named.
        for (fact, value) in facts.values.sorted(by: { $0.key < $1.key }) {
            let code = try code(fact: fact, value: value)
            request.set(code.fact, to: code.value)
        }
        return request
    }

    /// The facts that a request holds.
    package func facts(of request: Request) -> Facts {
        var values: [String: String] = [:]
        for (fact, value) in zip(facts, request.values) where value > 0 && Int(value) <= fact.values.count {
            values[fact.id] = fact.values[Int(value) - 1].id
        }
        return Facts(values)
    }
}
