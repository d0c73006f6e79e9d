import Foundation
import Office
import Policy

/// Calls one platform's interface and puts what goes wrong into the words of the port.
struct PlatformCall: Sendable {
    var client: WebClient
    /// What people call it: Mastodon, WordPress.
    var platform: String
    var now: @Sendable () -> Instant

    /// An answer of whatever status, once there is one.
    func send(_ request: WebRequest) async throws(DeliveryFailure) -> WebAnswer {
        do {
            return try await client.send(request)
        } catch {
            throw Self.failure(error, platform)
        }
    }

    /// An answer that is good.
    func good(_ request: WebRequest) async throws(DeliveryFailure) -> WebAnswer {
        let answer = try await send(request)
        guard answer.isGood else { throw failure(of: answer) }
        return answer
    }

    func read<Value: Decodable>(_: Value.Type, from answer: WebAnswer) throws(DeliveryFailure) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(answer.body))
        } catch {
            throw .temporary(
                reason: "\(platform) gave an answer that cannot be read. If that goes on, look at its address.",
                retryAfter: nil)
        }
    }

    /// What an answer that is not good means for a delivery.
    func failure(of answer: WebAnswer) -> DeliveryFailure {
        let said = Complaint(answer.body).words
        let words = said.isEmpty ? "\(platform) answered \(answer.status)." : "\(platform) answered: \(said)"
        switch answer.status {
        case 401, 403: return .signInRefused(reason: words)
        case 408, 425, 429, 500...599:
            return .temporary(reason: words, retryAfter: RetryTime.seconds(answer, now: now()))
        case 300...399:
            return .permanent(
                reason: "The interface of \(platform) has moved. Connect the account again, with its new address.")
        // A page, and not the interface: its own answers say in words what is missing.
        case 404 where said.isEmpty, 405 where said.isEmpty:
            return .permanent(
                reason: "There is no \(platform) at that address. Connect the account again, with the right address.")
        default: return .permanent(reason: words)
        }
    }

    static func failure(_ failure: WebFailure, _ platform: String) -> DeliveryFailure {
        switch failure {
        case .unreachable(let why): .temporary(reason: "\(platform) cannot be reached: \(why).", retryAfter: nil)
        case .lost(let why): .temporary(reason: "The call to \(platform) broke off: \(why).", retryAfter: nil)
        case .stopped: .temporary(reason: "Hornbook was stopped in the middle of it.", retryAfter: nil)
        case .privateAddress:
            .permanent(
                reason:
                    "That address is inside a private network. Whoever runs Hornbook can allow it: see “Connectors” in its documentation."
            )
        case .notSecure: .permanent(reason: "The address must begin with https://.")
        case .badAddress: .permanent(reason: "That is not a web address.")
        case .tooLong: .permanent(reason: "\(platform) gave an answer too long to be right.")
        }
    }

    static func encode(_ value: some Encodable) throws(DeliveryFailure) -> [UInt8] {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(value))
        } catch {
            throw .permanent(reason: "The post could not be put into the platform's form.")
        }
    }
}

/// What a platform says is wrong, in whichever of the usual places: `message`, `error_description` or `error`.
private struct Complaint {
    private struct Body: Decodable {
        var message: String?
        var error: String?
    }

    let words: String

    init(_ body: [UInt8]) {
        let read = try? JSONDecoder().decode(Body.self, from: Data(body))
        // WordPress's words have markup in them.
        let text = StatusText.plain(read?.message ?? read?.error ?? "").trimmedOfSpace
        // Said by a stranger and shown on a page: one line, and not long.
        words = String(text.map { $0.isNewline ? " " : $0 }.prefix(200))
    }
}

/// When a platform says to come back: `Retry-After` in seconds or as a date (RFC 9110), `X-RateLimit-Reset` as a date,
/// `RateLimit-Reset` as seconds since 1970.
enum RetryTime {
    /// The headers that tell when an allowance begins anew stand on every answer: only where it is used up do they say
    /// when to come back.
    static func seconds(_ answer: WebAnswer, now: Instant) -> Int64? {
        seconds(answer.status == 429 ? answer.headers : answer.headers.filter { $0.key == "retry-after" }, now: now)
    }

    static func seconds(_ headers: [String: String], now: Instant) -> Int64? {
        if let text = headers["retry-after"] {
            if let seconds = Int64(text) { return sensible(seconds) }
            if let date = date(httpDate: text) { return sensible(Int64(date.timeIntervalSince1970) - now.seconds) }
        }
        if let date = headers["x-ratelimit-reset"].flatMap(StatusText.date) {
            return sensible(Int64(date.timeIntervalSince1970.rounded(.up)) - now.seconds)
        }
        if let seconds = headers["ratelimit-reset"].flatMap(Int64.init) { return sensible(seconds - now.seconds) }
        return nil
    }

    private static func date(httpDate text: String) -> Date? {
        let reader = DateFormatter()
        reader.locale = Locale(identifier: "en_US_POSIX")
        reader.timeZone = TimeZone(identifier: "GMT")
        reader.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return reader.date(from: text)
    }

    /// Not in the past, and not for ever: a day at most.
    private static func sensible(_ seconds: Int64) -> Int64 { min(max(seconds, 1), 86_400) }
}
