import Crypto
import Foundation
import Ledger
package import Logging
package import Office

/// What the web side needs to know of an installation. A value; nothing in it changes while it runs.
package struct Site: Sendable {
    package var office: Office
    /// Cookies travel over https alone, with the `__Host-` prefix.
    package var hasSecureCookies: Bool
    /// A demonstration: says so on every page, and lets anybody in as anybody.
    package var isDemo: Bool
    /// Whose word on a visitor's address is believed.
    package var proxies: TrustedProxies
    /// By which the sending of requests is timed.
    package var stopwatch: Stopwatch
    /// The one-time secret of the set-up page; nil when there is none.
    package var setUpSecret: String?
    package var logger: Logger
    let verifications = Verifications()
    let uploads = UploadSlots()
    private let formKey: SymmetricKey

    package init(
        office: Office, hasSecureCookies: Bool, isDemo: Bool, proxies: TrustedProxies = .none,
        stopwatch: Stopwatch = .started(), setUpSecret: String? = nil, logger: Logger
    ) {
        self.office = office
        self.hasSecureCookies = hasSecureCookies
        self.isDemo = isDemo
        self.proxies = proxies
        self.stopwatch = stopwatch
        self.setUpSecret = setUpSecret
        self.logger = logger
        formKey = office.ledger.derived("form-token")
    }

    /// The token that a form must carry, bound to the browser's own secret so that another site cannot know it.
    func formToken(for secret: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(secret.utf8), using: formKey)).base64EncodedString()
    }

    func isFormToken(_ token: String, for secret: String) -> Bool {
        guard !secret.isEmpty, let code = Data(base64Encoded: token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(secret.utf8), using: formKey)
    }
}
