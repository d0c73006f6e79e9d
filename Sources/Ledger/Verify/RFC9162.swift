/// The checks of proofs as RFC 9162 writes them down: section 2.1.3.2 (inclusion) and 2.1.4.2 (consistency).
enum RFC9162 {
    static func includes(_ leaf: Hash32, at index: Int64, size: Int64, _ path: [Hash32], root: Hash32) -> Bool {
        guard index >= 0, index < size else { return false }
        var fn = index
        var sn = size - 1
        var r = leaf
        for p in path {
            if sn == 0 { return false }
            if fn & 1 == 1 || fn == sn {
                r = .node(p, r)
                while fn & 1 == 0 && fn != 0 {
                    fn >>= 1
                    sn >>= 1
                }
            } else {
                r = .node(r, p)
            }
            fn >>= 1
            sn >>= 1
        }
        return sn == 0 && r == root
    }

    /// Also of a log that did not grow (the same root, no hashes) and of one that was empty (no hashes).
    static func extends(_ first: Hash32, size m: Int64, to second: Hash32, size n: Int64, _ path: [Hash32]) -> Bool {
        guard m >= 0, m <= n else { return false }
        if m == n { return path.isEmpty && first == second }
        if m == 0 { return path.isEmpty && first == .empty }
        let path = m & (m - 1) == 0 ? [first] + path : path
        guard let start = path.first else { return false }
        var fn = m - 1
        var sn = n - 1
        while fn & 1 == 1 {
            fn >>= 1
            sn >>= 1
        }
        var fr = start
        var sr = start
        for c in path.dropFirst() {
            if sn == 0 { return false }
            if fn & 1 == 1 || fn == sn {
                fr = .node(c, fr)
                sr = .node(c, sr)
                while fn & 1 == 0 && fn != 0 {
                    fn >>= 1
                    sn >>= 1
                }
            } else {
                sr = .node(sr, c)
            }
            fn >>= 1
            sn >>= 1
        }
        return sn == 0 && fr == first && sr == second
    }
}
