import CCurl

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One request by libcurl, from beginning to end, on the thread that calls it.
///
/// A class, because libcurl hands its address back to the callbacks; used by one thread alone.
final class Transfer {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let request: WebRequest
    private let reach: Reach
    private let stop: StopSign
    private var body: [UInt8] = []
    private var headers: [String: String] = [:]
    private var wasTooLong = false
    private var wasPrivate = false
    private var wasOpened = false

    init(_ request: WebRequest, reach: Reach, stop: StopSign) {
        self.request = request
        self.reach = reach
        self.stop = stop
    }

    func run() -> Result<WebAnswer, WebFailure> {
        guard request.address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !hasLineEnds else {
            return .failure(.badAddress)
        }
        guard request.address.hasPrefix("https://") || reach.allowsPlainText else { return .failure(.notSecure) }
        guard Self.isReady, let handle = curl_easy_init() else {
            return .failure(.unreachable("libcurl did not start"))
        }
        defer { curl_easy_cleanup(handle) }
        var list: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(list) }
        for header in request.headers { list = curl_slist_append(list, "\(header.name): \(header.value)") }
        // Else libcurl waits a second for leave to send a long body, and gives a body a type that is not meant.
        list = curl_slist_append(list, "Expect:")
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            list = curl_slist_append(list, "Content-Type:")
        }
        return withExtendedLifetime(self) {
            request.body.withUnsafeBytes { bytes in
                guard set(handle, list, bytes) else { return .failure(.badAddress) }
                return outcome(of: curl_easy_perform(handle), handle)
            }
        }
    }

    /// A header's value with an end of line in it would be two headers.
    private var hasLineEnds: Bool {
        request.headers.contains { header in
            (header.name + header.value).utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 }
        }
    }

    private func set(
        _ handle: UnsafeMutableRawPointer, _ list: UnsafeMutablePointer<curl_slist>?, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let me = Unmanaged.passUnretained(self).toOpaque()
        let protocols = reach.allowsPlainText ? "http,https" : "https"
        var codes = [
            ccurl_set_text(handle, CURLOPT_URL, request.address),
            ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, protocols),
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue),
            ccurl_set_text(handle, CURLOPT_USERAGENT, "Hornbook"),
            // Empty for none, whatever the environment says: an address must be looked at here.
            ccurl_set_text(handle, CURLOPT_PROXY, ""),
            ccurl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
            ccurl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            ccurl_set_number(handle, CURLOPT_NETRC, 0),
            ccurl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 15),
            ccurl_set_number(handle, CURLOPT_TIMEOUT, request.timeout),
            ccurl_set_list(handle, CURLOPT_HTTPHEADER, list),
            ccurl_on_body(handle, { Transfer.receiveBody($0, $1, $2, $3) }, me),
            ccurl_on_header(handle, { Transfer.receiveHeader($0, $1, $2, $3) }, me),
            ccurl_on_open(handle, { context, _, address in Transfer.openSocket(context, address) }, me),
            ccurl_on_progress(handle, { context, _, _, _, _ in Transfer.progress(context) }, me),
        ]
        if request.method == .post {
            codes.append(ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
            // A pointer even where there are no bytes: nil would have libcurl read the standard input.
            codes.append(bytes.baseAddress.map { ccurl_set_body(handle, $0) } ?? ccurl_set_body(handle, ""))
        }
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func outcome(of code: CURLcode, _ handle: UnsafeMutableRawPointer) -> Result<WebAnswer, WebFailure> {
        switch code {
        case CURLE_OK:
            var status = 0
            guard ccurl_status(handle, &status) == CURLE_OK else { return .failure(.lost("no status")) }
            return .success(WebAnswer(status: status, headers: headers, body: body))
        case _ where stop.isRaised: return .failure(.stopped)
        case _ where wasTooLong: return .failure(.tooLong)
        case _ where wasPrivate && !wasOpened: return .failure(.privateAddress)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .failure(.badAddress)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
            return .failure(.unreachable("its certificate cannot be trusted"))
        case CURLE_COULDNT_RESOLVE_HOST: return .failure(.unreachable("its name is not known"))
        case CURLE_COULDNT_CONNECT: return .failure(.unreachable("nobody answers there"))
        default: return .failure(.lost(String(cString: curl_easy_strerror(code))))
        }
    }

    private static func me(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func receiveBody(
        _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let me = me(context), let bytes else { return 0 }
        let length = size * count
        guard me.body.count + length <= me.request.mostAnswered else {
            me.wasTooLong = true
            return 0
        }
        me.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: length))
        return length
    }

    private static func receiveHeader(
        _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
    ) -> Int {
        guard let me = me(context), let bytes else { return 0 }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
        // An interim answer comes before the real one.
        if line.hasPrefix("HTTP/") { me.headers = [:] }
        if let colon = line.firstIndex(of: ":"), me.headers.count < 200 {
            me.headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmedOfSpace
        }
        return size * count
    }

    private static func progress(_ context: UnsafeMutableRawPointer?) -> Int32 {
        me(context)?.stop.isRaised == true ? 1 : 0
    }

    private static func openSocket(
        _ context: UnsafeMutableRawPointer?, _ address: UnsafeMutablePointer<curl_sockaddr>?
    ) -> curl_socket_t {
        guard let me = me(context), let address else { return CURL_SOCKET_BAD }
        guard me.reach.allows(bytes(of: address)) else {
            me.wasPrivate = true
            return CURL_SOCKET_BAD
        }
        me.wasOpened = true
        return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
    }

    /// The address itself, in network order; empty for a family that is not of the internet.
    private static func bytes(of address: UnsafeMutablePointer<curl_sockaddr>) -> [UInt8] {
        guard let place = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return [] }
        let raw = UnsafeRawPointer(address).advanced(by: place)
        switch address.pointee.family {
        case AF_INET:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
        case AF_INET6:
            return withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
        default: return []
        }
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmedOfSpace: String {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(rest[...last])
    }
}
