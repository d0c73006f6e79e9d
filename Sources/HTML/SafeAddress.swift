extension String {
    /// Whether following the address can do no more than open a page: relative to this site, or `http` and `https`.
    ///
    /// `javascript:`, `data:` and every other scheme are refused, and so are `//host`, back-slashes, white space and
    /// control characters, by which browsers can be led to read another address than a person would.
    var isSafeAddress: Bool {
        let bytes = utf8
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else { return false }
        guard !hasPrefix("//") else { return false }
        guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") else {
            return true
        }
        let scheme = self[..<end].lowercased()
        return scheme == "https" || scheme == "http"
    }
}
