package import HTTPTypes
package import Office

/// A page or a call of a school: its address after the school's, who may enter, and what answers.
package struct Route: Sendable {
    package enum Handler: Sendable {
        /// For anybody.
        case open(@Sendable (Visit) async throws -> Reply)
        /// For those whom the area admits.
        case member(@Sendable (Visit, Caller) async throws -> Reply)
    }

    package let method: HTTPRequest.Method
    package let path: String
    package let area: Area
    let handler: Handler
    /// What large files its form sends; nil for none.
    var uploads: Uploads?

    static func open(
        _ method: HTTPRequest.Method, _ path: String, _ area: Area,
        _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: method, path: path, area: area, handler: .open(handle))
    }

    /// For a form that sends large files.
    func taking(_ uploads: Uploads) -> Route {
        var route = self
        route.uploads = uploads
        return route
    }

    static func member(
        _ method: HTTPRequest.Method, _ path: String, _ area: Area,
        _ handle: @escaping @Sendable (Visit, Caller) async throws -> Reply
    ) -> Route {
        Route(method: method, path: path, area: area, handler: .member(handle))
    }
}
