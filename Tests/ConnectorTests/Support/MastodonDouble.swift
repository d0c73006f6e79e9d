import Foundation

/// A server of the Mastodon API, strict: what the documentation does not name is refused.
/// Written from https://docs.joinmastodon.org/methods/statuses/, media/, accounts/ and instance/.
actor MastodonDouble: Platform {
    struct Status {
        var id: String
        var text: String
        var media: [String]
        var at: Date
    }

    static let token = "a-token"
    var faults: [Said] = []
    var log: [Seen] = []
    var losesAnswers = 0
    private(set) var statuses: [Status] = []
    private(set) var media: [String: String] = [:]
    private var byKey: [String: Status] = [:]
    /// How often a picture is still being worked on when it is asked for.
    private var turnsOfWork = 0
    private var asked: [String: Int] = [:]
    private var count = 100

    func workOnPictures(_ turns: Int) { turnsOfWork = turns }
    /// As a server does after an hour.
    func forgetKeys() { byKey = [:] }
    func change(_ text: String) { statuses[0].text = text }

    func answer(_ seen: Seen) -> Said {
        if seen.path == "/api/v2/instance", seen.method == "GET" {
            return .json(
                200,
                #"{"configuration":{"statuses":{"max_characters":500,"max_media_attachments":4,"characters_reserved_per_url":23}}}"#
            )
        }
        guard seen.headers["authorization"] == "Bearer \(Self.token)" else {
            return .json(401, #"{"error":"The access token is invalid"}"#)
        }
        let parts = seen.path.split(separator: "/").map(String.init)
        switch (seen.method, parts.dropFirst(2).first, parts.count) {
        case ("GET", "accounts", 4) where parts[3] == "verify_credentials":
            return .json(
                200,
                #"{"id":"7","acct":"oak","username":"oak","display_name":"Oak Class","url":"https://social.example/@oak"}"#
            )
        case ("GET", "accounts", 5) where parts[3] == "7" && parts[4] == "statuses":
            return .json(200, "[\(statuses.reversed().map(json).joined(separator: ","))]")
        case ("POST", "media", 3) where parts[1] == "v2": return upload(seen)
        case ("GET", "media", 4) where parts[1] == "v1": return picture(parts[3])
        case ("POST", "statuses", 3): return post(seen)
        case ("GET", "statuses", 4):
            return statuses.first { $0.id == parts[3] }.map { .json(200, json($0)) } ?? missing
        case ("DELETE", "statuses", 4):
            guard let status = statuses.first(where: { $0.id == parts[3] }) else { return missing }
            statuses.removeAll { $0.id == status.id }
            if seen.query["delete_media"] == "true" { for id in status.media { media[id] = nil } }
            return .json(200, json(status))
        default: return missing
        }
    }

    private let missing = Said.json(404, #"{"error":"Record not found"}"#)

    private func post(_ seen: Seen) -> Said {
        guard seen.headers["content-type"] == "application/json", let body = seen.object else {
            return .json(422, #"{"error":"not JSON"}"#)
        }
        if let unknown = body.keys.first(where: { !["status", "media_ids", "language", "visibility"].contains($0) }) {
            return .json(422, #"{"error":"unknown field \#(unknown)"}"#)
        }
        guard let text = body["status"]?.text, let ids = body["media_ids"]?.list?.map({ $0.text ?? "" }),
            let language = body["language"]?.text, language.wholeMatch(of: #/[a-z]{2,3}/#) != nil,
            let visibility = body["visibility"]?.text,
            ["public", "unlisted", "private", "direct"].contains(visibility)
        else { return .json(422, #"{"error":"a field of the wrong kind"}"#) }
        if let key = seen.headers["idempotency-key"], let known = byKey[key] { return .json(200, json(known)) }
        guard text.count <= 500 else {
            return .json(422, #"{"error":"Validation failed: Text character limit of 500 exceeded"}"#)
        }
        guard ids.count <= 4, ids.allSatisfy({ media[$0] != nil && asked[$0, default: 0] >= turnsOfWork }) else {
            return .json(
                422, #"{"error":"Cannot attach files that have not finished processing. Try again in a moment!"}"#)
        }
        count += 1
        let status = Status(id: "\(count)", text: text, media: ids, at: Date(timeIntervalSince1970: 1_795_168_810))
        statuses.append(status)
        if let key = seen.headers["idempotency-key"] { byKey[key] = status }
        return .json(200, json(status))
    }

    private func upload(_ seen: Seen) -> Said {
        guard let parts = Part.read(seen.body, type: seen.headers["content-type"]) else {
            return .json(422, #"{"error":"not a form"}"#)
        }
        guard Set(parts.map(\.name)).isSubset(of: ["file", "thumbnail", "description", "focus"]),
            let file = parts.first(where: { $0.name == "file" }), file.fileName != nil,
            file.type?.hasPrefix("image/") == true, !file.bytes.isEmpty
        else { return .json(422, #"{"error":"Validation failed: File content type is invalid"}"#) }
        count += 1
        media["\(count)"] = parts.first { $0.name == "description" }?.text ?? ""
        let url = turnsOfWork > 0 ? "null" : "\"https://social.example/m/\(count)\""
        return .json(turnsOfWork > 0 ? 202 : 200, #"{"id":"\#(count)","type":"image","url":\#(url)}"#)
    }

    private func picture(_ id: String) -> Said {
        guard media[id] != nil else { return missing }
        asked[id, default: 0] += 1
        let isReady = asked[id, default: 0] >= turnsOfWork
        return .json(isReady ? 200 : 206, #"{"id":"\#(id)","type":"image","url":null}"#)
    }

    private func json(_ status: Status) -> String {
        let at = status.at.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        return """
            {"id":"\(status.id)","uri":"https://social.example/users/oak/statuses/\(status.id)",\
            "url":"https://social.example/@oak/\(status.id)","created_at":"\(at)","content":\(quoted(html(status.text)))}
            """
    }

    /// As a server lays words out: paragraphs, links cut in three, and of a mention the name alone.
    private func html(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("'", with: "&#39;")
        let linked = escaped.replacing(#/(https?:\/\/)(\S{1,30})(\S*)/#) {
            #"<a href="\#($0.output.0)"><span class="invisible">\#($0.output.1)</span><span>\#($0.output.2)</span><span class="invisible">\#($0.output.3)</span></a>"#
        }
        let named = linked.replacing(#/(@\w+)@[\w.]+\w/#) {
            #"<span class="h-card"><a href="x">\#($0.output.1)</a></span>"#
        }
        return "<p>" + named.replacing("\n\n", with: "</p><p>").replacing("\n", with: "<br />") + "</p>"
    }
}
