/// What the address of a link tells: `domains.txt`, read once.
struct LinkBook: Sendable {
    /// Category, by the hash of a domain's folded letters and signs.
    private(set) var domains = WordTable(capacity: 512)
    private(set) var categories = [""]
    /// Bytes of the longest domain.
    private(set) var longest = 0
    var faults: [String] = []

    static let embedded = LinkBook(EmbeddedTexts.domains_txt)

    init(_ text: String) {
        for line in text.split(separator: "\n") where line.first != "#" {
            if line.hasPrefix("["), line.hasSuffix("]") {
                categories.append(String(line.dropFirst().dropLast()))
            } else if categories.count > 1 {
                for domain in line.split(separator: " ") {
                    longest = max(longest, domain.utf8.count)
                    domains.add(Hashing.of(domain.utf8), value: UInt32(categories.count - 1))
                }
            } else {
                faults.append("domains.txt: `\(line)`")
            }
        }
    }

    /// The category of a host or of a domain that it is part of; nil for an ordinary one.
    func category(of host: ArraySlice<UInt8>) -> String? {
        for domain in domains(of: host) {
            if let known = domains[Hashing.of(domain)] { return categories[Int(known.value)] }
        }
        return nil
    }

    /// A host and each domain that it is part of, the longest first, without those that are longer than any that is known:
    /// to look up each of thousands of parts with all that follow it would be work by the square of their number.
    func domains(of host: ArraySlice<UInt8>) -> some Sequence<ArraySlice<UInt8>> {
        sequence(state: host) { rest in
            while !rest.isEmpty {
                let domain = rest
                rest = rest.firstIndex(of: UInt8(ascii: ".")).map { rest[($0 + 1)...] } ?? []
                if domain.count <= longest { return domain }
            }
            return nil
        }
    }
}
