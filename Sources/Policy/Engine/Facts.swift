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
        for pair in text.unicodeScalars.split(whereSeparator: Facts.isSpace) {
            guard let sign = pair.firstIndex(of: "=") else { throw .notAPair(String(pair)) }
            let (fact, value) = (String(pair[..<sign]), String(pair[sign...].dropFirst()))
            guard !fact.isEmpty, !value.isEmpty else { throw .notAPair(String(pair)) }
            _ = try vocabulary.code(fact: fact, value: value)
            if let before = values.updateValue(value, forKey: fact), before != value {
                throw .contradiction(fact: fact, values: [before, value])
            }
        }
        self.values = values
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
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
            throw unknownFact(fact)
        }
        let known = facts[place].values
        guard let index = known.firstIndex(where: { $0.id == value }) else {
            throw unknown(value, of: facts[place])
        }
        return (place, index + 1)
    }

    /// The facts laid out for evaluation.
    /// - Throws: when a fact or a value is not of this vocabulary; of several the same one is always named.
    package func request(_ known: Facts) throws(EvaluationError) -> Request {
        var request = Request(shape: shape)
        var found = 0
        for place in facts.indices {
            guard let value = known.values[facts[place].id] else { continue }
            guard let index = facts[place].values.firstIndex(where: { $0.id == value }) else {
                throw unknown(value, of: facts[place])
            }
            request.set(place, to: index + 1)
            found += 1
        }
        guard found == known.values.count else {
            throw unknownFact(known.values.keys.filter { place(of: $0) == nil }.min() ?? "")
        }
        return request
    }

    private func unknownFact(_ id: String) -> EvaluationError {
        .unknownFact(id, nearest: Spelling.nearest(to: id, among: facts.map(\.id)))
    }

    private func unknown(_ value: String, of fact: Fact) -> EvaluationError {
        .unknownValue(
            fact: fact.id, value: value, nearest: Spelling.nearest(to: value, among: fact.values.map(\.id)))
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
