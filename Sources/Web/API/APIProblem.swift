import HTTPTypes
import Office
import Policy
import Records

/// What the API says when it did not do as asked.
struct APIProblem: Encodable, Sendable {
    var error: String
    var fields: [FieldProblem]

    init(error: String, fields: [FieldProblem]) {
        self.error = error
        self.fields = fields
    }

    init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(error: "There is no such thing, or it is not for you to see.", fields: [])
        case .notAuthorised(let reason, let whoMay):
            self.init(
                error: whoMay.isEmpty
                    ? reason : "\(reason) These roles may: \(whoMay.map(\.rawValue).joined(separator: ", ")).",
                fields: [])
        case .wrongState(let text): self.init(error: text, fields: [])
        case .superseded:
            self.init(error: "The record has changed since that revision. Read it again and decide again.", fields: [])
        case .incomplete(let problems): self.init(error: "Some fields are missing or wrong.", fields: problems)
        }
    }

    static func status(of refusal: Refusal) -> HTTPResponse.Status {
        switch refusal {
        case .notFound: .notFound
        case .notAuthorised: .forbidden
        case .wrongState, .superseded: .conflict
        case .incomplete: .unprocessableContent
        }
    }
}
