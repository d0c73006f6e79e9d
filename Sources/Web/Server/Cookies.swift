import HTTPTypes
import Hummingbird
import Ledger

/// The two cookies: who is signed in at a school, and, before that, which browser a form was shown to.
struct Cookies: Sendable {
    let isSecure: Bool

    func sessionName(_ school: LogID) -> String { "\(isSecure ? "__Host-" : "")hornbook-\(school)" }
    var browserName: String { "\(isSecure ? "__Host-" : "")hornbook-browser" }

    /// Values of our own making: letters and digits alone, so that nothing needs to be escaped.
    func value(_ name: String, in request: Request) -> String {
        let value = request.cookies[name]?.value ?? ""
        return value.utf8.count <= 200 && value.utf8.allSatisfy { isLetterOrDigit($0) } ? value : ""
    }

    /// Lax, not strict: a link in an e-mail must find its reader still signed in. Forms carry a token besides.
    func set(_ name: String, _ value: String, lasting seconds: Int64, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name, value: value, maxAge: Int(seconds), path: "/", secure: isSecure, httpOnly: true,
                sameSite: .lax))
    }

    func remove(_ name: String, on response: inout Response) { set(name, "", lasting: 0, on: &response) }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
