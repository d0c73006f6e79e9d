import Foundation
import Office
import Policy

/// Any server of the Mastodon API: https://docs.joinmastodon.org/methods/statuses/ and media/.
struct MastodonConnector: Sendable {
    var call: PlatformCall
    var server: ServerAddress
    var token: String
    /// Waits for a server that works on a picture.
    var sleep: @Sendable (Duration) async throws -> Void

    func holder() async throws(DeliveryFailure) -> AccountHolder {
        let account = try await account()
        return AccountHolder(
            name: account.display_name.isEmpty ? account.acct : account.display_name, address: account.url,
            mostCharacters: try await instance().mostCharacters)
    }

    func deliver(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered {
        let instance = try await instance()
        guard parcel.pictures.count <= instance.mostPictures else {
            throw .tooManyPictures(limit: instance.mostPictures)
        }
        guard
            MastodonLength.count(parcel.words, ofLink: instance.charactersOfLink) <= instance.mostCharacters
        else { throw .tooLong(limit: instance.mostCharacters) }
        if let long = parcel.pictures.firstIndex(where: { $0.altText.count > instance.mostOfDescription }) {
            throw .permanent(
                reason:
                    "The description of picture \(long + 1) is longer than the \(instance.mostOfDescription) characters that this server takes."
            )
        }
        if parcel.mayBeThere, let found = try await find(parcel) { return found }
        var media: [String] = []
        for (index, picture) in parcel.pictures.enumerated() {
            media.append(try await upload(picture, "\(parcel.key.prefix(16))-\(index + 1)", parcel.key))
        }
        let body = try PlatformCall.encode(
            MastodonNewStatus(
                status: parcel.words, media_ids: media, language: Self.language(parcel.language), visibility: "public"))
        // The server keeps the key for an hour: the same again within it answers with the same status.
        let answer = try await call.good(
            request(
                .post, "/api/v1/statuses", headers: [("Idempotency-Key", parcel.key)], type: "application/json",
                body: body))
        return delivered(
            try call.read(MastodonStatus.self, from: answer), sent: String(decoding: body, as: UTF8.self))
    }

    func find(_ parcel: Parcel) async throws(DeliveryFailure) -> Delivered? {
        try await earlier(parcel).map { delivered($0, sent: parcel.words) }
    }

    func look(at copy: Delivered) async throws(DeliveryFailure) -> Presence {
        let answer = try await call.send(request(.get, "/api/v1/statuses/\(ServerAddress.encoded(copy.identifier))"))
        if answer.status == 404 || answer.status == 410 { return .gone }
        guard answer.isGood else { throw call.failure(of: answer) }
        let status = try call.read(MastodonStatus.self, from: answer)
        return .present(sameWords: SentWords.same(StatusText.plain(status.content), words(of: copy)))
    }

    func remove(_ copy: Delivered) async throws(DeliveryFailure) {
        // Else the pictures stay on the server for a day, for whoever kept their addresses.
        let answer = try await call.send(
            request(
                .delete, "/api/v1/statuses/\(ServerAddress.encoded(copy.identifier))",
                query: [("delete_media", "true")]))
        guard answer.isGood || answer.status == 404 || answer.status == 410 else { throw call.failure(of: answer) }
    }

    /// A status that an earlier try left there. A server forgets an Idempotency-Key after an hour, so the account's own
    /// statuses since then are looked through.
    private func earlier(_ parcel: Parcel) async throws(DeliveryFailure) -> MastodonStatus? {
        let account = try await account()
        // The server's clock may be a little slow.
        let since = Date(timeIntervalSince1970: Double(parcel.begun.seconds - 300))
        var before: String?
        for _ in 0..<5 {
            var query = [("limit", "40"), ("exclude_reblogs", "true")]
            if let before { query.append(("max_id", before)) }
            let answer = try await call.good(
                request(.get, "/api/v1/accounts/\(ServerAddress.encoded(account.id))/statuses", query: query))
            let page = try call.read([MastodonStatus].self, from: answer)
            for status in page where StatusText.date(status.created_at).map({ $0 >= since }) ?? true {
                if SentWords.same(StatusText.plain(status.content), parcel.words) { return status }
            }
            guard let last = page.last, StatusText.date(last.created_at).map({ $0 >= since }) ?? false else {
                return nil
            }
            before = last.id
        }
        return nil
    }

    private func upload(
        _ picture: Parcel.Picture, _ name: String, _ boundary: String
    ) async throws(DeliveryFailure) -> String {
        var form = FormData(boundary: boundary)
        form.add("description", picture.altText)
        form.add(
            "file", file: picture.bytes, fileName: "\(name).\(MediaType.ending(picture.mediaType))",
            type: picture.mediaType)
        let answer = try await call.good(
            request(.post, "/api/v2/media", type: form.type, body: form.closed(), timeout: 180))
        let media = try call.read(MastodonMedia.self, from: answer)
        if answer.status != 202 { return media.id }
        for turn in 0..<20 {
            do {
                try await sleep(.milliseconds(min(500 << turn, 8000)))
            } catch {
                throw .temporary(reason: "Hornbook was stopped in the middle of it.", retryAfter: nil)
            }
            // 206 while it is worked on, 200 once it is ready.
            let state = try await call.good(request(.get, "/api/v1/media/\(ServerAddress.encoded(media.id))"))
            if state.status == 200 { return media.id }
        }
        throw .temporary(reason: "Mastodon is still working on a picture.", retryAfter: 60)
    }

    private func account() async throws(DeliveryFailure) -> MastodonAccount {
        try call.read(
            MastodonAccount.self,
            from: try await call.good(request(.get, "/api/v1/accounts/verify_credentials")))
    }

    private func instance() async throws(DeliveryFailure) -> MastodonInstance {
        let answer = try await call.send(request(.get, "/api/v2/instance"))
        if answer.isGood { return try call.read(MastodonInstance.self, from: answer) }
        // Servers before Mastodon 4.0, and some others, have the first alone: it names the limits in the same place.
        guard answer.status == 404 else { throw call.failure(of: answer) }
        let old = try await call.send(request(.get, "/api/v1/instance"))
        if old.status == 404 { return MastodonInstance() }
        guard old.isGood else { throw call.failure(of: old) }
        return try call.read(MastodonInstance.self, from: old)
    }

    private func request(
        _ method: WebRequest.Method, _ path: String, query: [(String, String)] = [],
        headers: [(name: String, value: String)] = [], type: String? = nil, body: [UInt8] = [], timeout: Int = 60
    ) -> WebRequest {
        WebRequest(
            method: method, address: server.address(path, query),
            headers: [("Authorization", "Bearer \(token)"), ("Accept", "application/json")]
                + (type.map { [("Content-Type", $0)] } ?? []) + headers, body: body, timeout: timeout)
    }

    private func delivered(_ status: MastodonStatus, sent: String) -> Delivered {
        Delivered(identifier: status.id, address: status.url ?? status.uri, sent: sent, at: call.now())
    }

    /// What was sent is the request, or the words alone where the status was found there.
    private func words(of copy: Delivered) -> String {
        (try? JSONDecoder().decode(MastodonNewStatus.self, from: Data(copy.sent.utf8)))?.status ?? copy.sent
    }

    /// The API takes two letters of ISO 639-1.
    private static func language(_ tag: String) -> String { String(tag.prefix { $0 != "-" }).lowercased() }
}
