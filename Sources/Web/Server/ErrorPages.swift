import HTML
import HTTPTypes
import Ledger
import Office
import Policy
import Records

/// Pages for what could not be done: what happened, and what to do now.
enum ErrorPage {
    enum Kind: Sendable, Equatable {
        case notFound
        case notForYou(reason: String, whoMay: String)
        case wrongState(String)
        case superseded
        case staleForm
        case signInFirst
        case notUnderstood
        case tooLarge
        case tooSlow
        case busy
        case failed(reference: String)

        init(_ refusal: Refusal) {
            self =
                switch refusal {
                case .notFound: .notFound
                case .notAuthorised(let reason, let whoMay):
                    .notForYou(reason: reason, whoMay: whoMay.map(\.label).joined(separator: ", "))
                case .wrongState(let text): .wrongState(text)
                case .superseded: .superseded
                case .incomplete(let problems): .wrongState(problems.map { $0.message + "." }.joined(separator: " "))
                }
        }

        var status: HTTPResponse.Status {
            switch self {
            case .notFound: .notFound
            case .notForYou, .staleForm: .forbidden
            case .wrongState, .superseded: .conflict
            case .signInFirst: .unauthorized
            case .notUnderstood: .badRequest
            case .tooLarge: .contentTooLarge
            case .tooSlow: .requestTimeout
            case .busy: .tooManyRequests
            case .failed: .internalServerError
            }
        }

        var title: String {
            switch self {
            case .notFound: "Page not found"
            case .notForYou: "This is not for you to do"
            case .wrongState: "That cannot be done now"
            case .superseded: "Somebody else was faster"
            case .staleForm: "This form is out of date"
            case .signInFirst: "Sign in first"
            case .notUnderstood: "That could not be understood"
            case .tooLarge: "That is too large"
            case .tooSlow: "That took too long to arrive"
            case .busy: "Too many uploads at once"
            case .failed: "Something went wrong"
            }
        }

        var text: String {
            switch self {
            case .notFound:
                "There is no such page, or it is not for you to see. Check the address, or begin again from the home page."
            case .notForYou(let reason, let whoMay): whoMay.isEmpty ? reason : "\(reason) These roles may: \(whoMay)."
            case .wrongState(let text): text
            case .superseded:
                "The record has changed since you opened it. Nothing of yours was recorded. Go back, look at it as it stands, and try again."
            case .staleForm:
                "You were signed out, or the page was open too long. Nothing was recorded. Go back, reload the page and send it again."
            case .signInFirst: "Your session has ended. Nothing was recorded. Sign in, then send the form again."
            case .notUnderstood: "The request was not in a form that this site knows. Nothing was recorded."
            case .tooLarge: "What you sent is more than 2 MB. Nothing was recorded. Send a smaller file."
            case .tooSlow:
                "The connection was too slow, so nothing was recorded. Send it again, fewer pictures at a time or from a better connection."
            case .busy:
                "You, or the school, are sending as many pictures at once as can be taken. Nothing was recorded. Wait until the others are there, then send these again."
            case .failed(let reference):
                "It is our fault, not yours. Try again; if it happens again, tell the person who runs Hornbook and quote \(reference)."
            }
        }
    }

    /// Outside any school.
    static func plain(_ kind: Kind) -> PageShell {
        PageShell(title: kind.title) { PageHeading(kind.title, lead: kind.text) }
    }
}

extension Visit {
    func errorPage(_ kind: ErrorPage.Kind) -> PageShell {
        page(kind.title) {
            PageHeading(kind.title, lead: kind.text)
            p { Link("Go to the home page", url(caller == nil ? "" : "/today")) }
        }
    }
}

/// An error as a log may have it: its kind, never what a person wrote.
enum Redacted {
    static func describe(_ error: any Error) -> String {
        switch error {
        case OfficeError.ledger(let error): "\(error)"
        case let error as LedgerError: "\(error)"
        case OfficeError.unreadable: "unreadable"
        default: String(describing: type(of: error))
        }
    }
}
