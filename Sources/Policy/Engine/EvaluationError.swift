/// Why a question got no answer. Nothing is guessed: whoever asked must treat it as a refusal.
package enum EvaluationError: Error, Sendable, Equatable {
    /// Not written as `fact=value`.
    case notAPair(String)
    case unknownFact(String, nearest: String?)
    case unknownValue(fact: String, value: String, nearest: String?)
    /// The same fact was given two values.
    case contradiction(fact: String, values: [String])
    /// A decision needs every fact; these are missing.
    case incomplete([String])
    /// The request was laid out for another vocabulary.
    case foreignRequest
    /// The policy's own tables are not as they were compiled.
    case damagedPolicy
    /// So much is unknown that the possible answers cannot be told apart in reasonable time.
    case tooManyPossibilities
    /// The rules on an action are so many and so different that two policies cannot be compared in reasonable time.
    case tooTangled(action: String)
}

extension EvaluationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAPair(let text): "`\(text)` is not a fact. Write it as fact=value, such as with=parent."
        case .unknownFact(let id, let nearest):
            Spelling.asking("There is no fact called `\(id)`.", nearest: nearest)
        case .unknownValue(let fact, let value, let nearest):
            Spelling.asking("`\(fact)` is never `\(value)`.", nearest: nearest)
        case .contradiction(let fact, let values):
            "`\(fact)` cannot be \(values.map { "`\($0)`" }.joined(separator: " and ")) at once. Give one value."
        case .incomplete(let facts): "These facts are missing: \(facts.joined(separator: ", "))."
        case .foreignRequest: "The question was put in another vocabulary than the policy's. Ask it again."
        case .damagedPolicy: "The policy is damaged in this program's memory. Nothing was decided: start it again."
        case .tooManyPossibilities:
            "Too little is known to weigh every possible answer. Say more, and first what you want to do."
        case .tooTangled(let action):
            "The rules on `\(action)` are too tangled to be compared. Split them, or name fewer facts in each."
        }
    }
}
