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
    /// The action does not ask for the fact, so that no answer about it could heed the fact.
    case notAsked(fact: String, action: String)
    /// The policy's own tables are not as they were compiled.
    case damagedPolicy
    /// So much is unknown that the possible answers cannot be told apart in reasonable time.
    case tooManyPossibilities
}

extension EvaluationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAPair(let text): "`\(text)` is not a fact. Write it as fact=value, such as with=parent."
        case .unknownFact(let id, let nearest):
            "There is no fact called `\(id)`." + (nearest.map { " Did you mean `\($0)`?" } ?? "")
        case .unknownValue(let fact, let value, let nearest):
            "`\(fact)` is never `\(value)`." + (nearest.map { " Did you mean `\($0)`?" } ?? "")
        case .contradiction(let fact, let values):
            "`\(fact)` cannot be \(values.map { "`\($0)`" }.joined(separator: " and ")) at once. Give one value."
        case .incomplete(let facts): "These facts are missing: \(facts.joined(separator: ", "))."
        case .foreignRequest: "The question was put in another vocabulary than the policy's. Ask it again."
        case .notAsked(let fact, let action):
            "No answer about `\(action)` depends on `\(fact)`. Leave `\(fact)` out."
        case .damagedPolicy: "The policy is damaged in this program's memory. Nothing was decided: start it again."
        case .tooManyPossibilities: "Too little is known to weigh every possible answer. Say first what you want to do."
        }
    }
}
