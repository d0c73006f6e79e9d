import HTML
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Office

/// The last door on the way out: what went wrong further in becomes a page, never an empty answer.
struct Failures: RouterMiddleware {
    typealias Context = SiteContext
    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let response = try site.answer(to: error, on: "outside any school")
            return request.method == .head ? response.createHeadResponse() : response
        }
    }
}

extension Site {
    /// What a visitor is told of an error. What went wrong is for the log; the page gets a reference to find it by.
    ///
    /// - Parameter isCall: for a program, which wants JSON.
    func answer(to error: any Error, on route: String, isCall: Bool = false) throws -> Response {
        let kind: ErrorPage.Kind
        switch error {
        case OfficeError.noSuchSchool, LedgerError.noSuchLog, OfficeError.ledger(.noSuchLog): kind = .notFound
        case is SentTooSlowly: kind = .tooSlow
        case is TooManyUploads: kind = .busy
        case let error as any HTTPResponseError:
            switch error.status {
            case .notFound: kind = .notFound
            case .contentTooLarge: kind = .tooLarge
            default: kind = .notUnderstood
            }
        default:
            let reference = office.newID().prefix(8).uppercased()
            let what = Redacted.describe(error)
            logger.error(
                "request failed",
                metadata: ["reference": "\(reference)", "route": "\(route)", "error": "\(what)"])
            kind = .failed(reference: reference)
        }
        guard isCall else { return .html(ErrorPage.plain(kind), status: kind.status) }
        return try reply(.encoded(APIProblem(error: kind.text, fields: []), status: kind.status))
    }
}
