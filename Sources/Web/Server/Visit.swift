import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Office
import Policy
import Records

/// One request to one school, with all that a page needs: whose it is, what was asked, what was filled in.
package struct Visit: Sendable {
    let site: Site
    let school: SchoolSetting
    let caller: Caller?
    /// The cookie's secret that let the caller in; empty for the public and for tokens.
    let session: String
    /// What stands before every address of this school: empty where the host name says which it is.
    let base: String
    /// The part of the path after the school.
    let path: String
    let parameters: [String: String]
    let query: Input
    let form: Input
    /// The text of files that were sent, by field.
    let files: [String: String]
    /// The same files as they came.
    let uploads: [String: [UInt8]]
    /// Large files that were sent, in their order.
    let incoming: [Incoming]
    let hasTooManyFiles: Bool
    /// Scheme and host as the browser asked for them, for an address that is to be handed on.
    let origin: String
    /// The form token for this browser.
    let token: String
    /// Where the request comes from; only compared.
    let source: String
    let device: String
    /// The body of an API call.
    let json: [UInt8]
    /// The revision that an API call was made on; nil when it takes whatever stands now.
    let ifMatch: Int64?
    /// The name of an API call's command: the caller's own, or a new one.
    let idempotencyKey: String

    var office: Office { site.office }
    var id: LogID { school.id }
    var now: Instant { site.office.now() }

    func parameter(_ name: String) -> String { parameters[name] ?? "" }
    /// An address of this school.
    func url(_ path: String) -> String { base + path }

    /// An address of this school with all that it takes to open it from elsewhere.
    func address(_ path: String) -> String { origin + url(path) }

    func admits(_ area: Area) -> Bool { Access.admits(caller, to: area, under: school.pack) }

    /// Whether the visitor may have the proof of a record that they see.
    func mayProve(_ record: RecordID) -> Bool {
        guard admits(.proofs), let caller else { return false }
        return office.mayProve(record, caller, in: school)
    }
}

extension Input {
    /// Reads `application/x-www-form-urlencoded`, in a body or a query.
    init(urlEncoded text: some StringProtocol) {
        var values: [String: [String]] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decode(parts[0])
            values[name, default: []].append(parts.count > 1 ? Self.decode(parts[1]) : "")
        }
        self.init(values)
    }

    private static func decode(_ text: some StringProtocol) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        // What is not valid percent-encoding is taken as it stands.
        return (spaced.removingPercentEncoding ?? spaced).replacingOccurrences(of: "\r\n", with: "\n")
    }

    /// The same values as a query, in the order of their names.
    var urlEncoded: String {
        values.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { "\(Self.encode(name))=\(Self.encode($0))" }
        }.joined(separator: "&")
    }

    static func encode(_ text: String) -> String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~")
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
