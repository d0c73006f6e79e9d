import Ledger
import Office
import Policy
import Records

/// What went wrong, already in words for the person at the terminal.
struct Failure: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
}

/// Puts any error into one plain sentence that names what is wrong and, where there is one, the mend.
enum Sentence {
    /// As a log may have it: a refusal may quote what somebody wrote or name a child, so of it only the kind is told.
    static func forLog(_ error: any Error) -> String {
        switch error {
        case OfficeError.refused(let refusal), let refusal as Refusal: "refused: \(kind(of: refusal))"
        case OfficeError.unreadable: "Something stored cannot be read by this program."
        case is Failure, is OfficeError, is LedgerError: of(error)
        default: "That failed: \(type(of: error))."
        }
    }

    private static func kind(of refusal: Refusal) -> String {
        switch refusal {
        case .notAuthorised: "not authorised"
        case .wrongState: "wrong state"
        case .incomplete: "incomplete"
        case .superseded: "superseded"
        case .notFound: "not found"
        }
    }

    static func of(_ error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.sentence
        case let error as OfficeError: of(error)
        case let refusal as Refusal: of(refusal)
        case let error as LedgerError: of(error)
        case let error as PackErrors: error.errors.map(\.description).joined(separator: "\n")
        case let error as EvaluationError: error.description
        case let fault as ProofFault: fault.description
        default: "That failed: \(error)."
        }
    }

    private static func of(_ error: OfficeError) -> String {
        switch error {
        case .refused(let refusal): of(refusal)
        case .noSuchSchool(let id): noSchool(id)
        case .ledger(let error): of(error)
        case .unreadable(let what): "Something stored cannot be read by this program: \(what)."
        }
    }

    private static func of(_ refusal: Refusal) -> String {
        switch refusal {
        case .notAuthorised(let reason, _), .wrongState(let reason): reason
        case .incomplete(let problems): problems.map(\.message).joined(separator: "\n")
        case .superseded: "Somebody else was faster. Look at the record again, then try again."
        case .notFound: "There is no such record."
        }
    }

    private static func of(_ error: LedgerError) -> String {
        switch error {
        case .noSuchLog(let log): noSchool(log.rawValue)
        case .noSuchRecord(let record): "There is no record `\(record)`."
        case .logExists(let log): "There is a school called `\(log)` already."
        case .wrongMasterKey:
            "The master key is not the one that this database was begun with. Name the right key file."
        case .revisionTaken: "Somebody else was faster. Try again."
        case .erased(let record): "The content of `\(record)` was erased; only its place in the ledger stands."
        case .corrupt(let record, let reason):
            record.isEmpty
                ? "The ledger is damaged: \(reason)."
                : "The record `\(record)` is damaged: \(reason). Run `hornbook verify`."
        case .unavailable(let sentence): sentence
        }
    }

    static func noSchool(_ id: String) -> String { "There is no school called `\(id)`. See `hornbook school list`." }
}
