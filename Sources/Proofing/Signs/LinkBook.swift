/// What the address of a link tells: `domains.txt`, read once.
struct LinkBook: Sendable {
    /// Category, by the hash of a domain's folded letters and signs.
    private(set) var domains = WordTable(capacity: 512)
    private(set) var categories = [""]
    var faults: [String] = []

    static let embedded = LinkBook(EmbeddedTexts.domains_txt)

    init(_ text: String) {
        for line in text.split(separator: "\n") where line.first != "#" {
            if line.hasPrefix("["), line.hasSuffix("]") {
                categories.append(String(line.dropFirst().dropLast()))
            } else if categories.count > 1 {
                for domain in line.split(separator: " ") {
                    domains.add(Hashing.of(domain.utf8), value: UInt32(categories.count - 1))
                }
            } else {
                faults.append("domains.txt: `\(line)`")
            }
        }
    }

    /// The category of a host or of a domain that it is part of; nil for an ordinary one.
    func category(of host: ArraySlice<UInt8>) -> String? {
        var rest = host
        while !rest.isEmpty {
            if let known = domains[Hashing.of(rest)] { return categories[Int(known.value)] }
            guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            rest = rest[(dot + 1)...]
        }
        return nil
    }
}
