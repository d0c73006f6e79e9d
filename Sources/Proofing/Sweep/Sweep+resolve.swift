import Policy

extension Sweep {
    var saysWhoSpeaks: Bool { innocent.contains { $0.kind == .missingSpeaker } }

    /// What is left when everything was told once: a name inside an e-mail address is the address, the longer of two
    /// findings of a kind stands, and what is innocent is none.
    func resolved() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let addresses = SpanIndex(
            findings.filter { $0.kind == .email || $0.kind == .handle }.map { $0.start..<$0.end })
        let links = SpanIndex(linkSpans)
        let innocent = Dictionary(grouping: innocent, by: \.kind).mapValues {
            SpanIndex($0.map { $0.start..<$0.end })
        }
        var kept: [Finding] = []
        var lastOfKind: [CheckKind: Int] = [:]
        for finding in findings.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            let span = finding.start..<finding.end
            let isAddress = finding.kind == .email || finding.kind == .handle
            if !isAddress, finding.kind != .tagging, finding.kind != .link, addresses.touches(span) { continue }
            if finding.kind != .link, !isAddress, Self.isUnreadInLinks(finding.kind), links.touches(span) {
                continue
            }
            if innocent[finding.kind]?.touches(span) ?? false { continue }
            // Sorted by their beginnings: the one that is kept began earlier or is longer.
            if let last = lastOfKind[finding.kind], kept[last].overlaps(finding) {
                if kept[last].topic == finding.topic || finding.person == nil {
                    kept[last].end = max(kept[last].end, finding.end)
                }
                continue
            }
            lastOfKind[finding.kind] = kept.count
            kept.append(finding)
        }
        return kept.filter { kinds.contains($0.kind) || $0.person != nil }
    }

    /// In an address letters and figures mean nothing else, but for names.
    private static func isUnreadInLinks(_ kind: CheckKind) -> Bool {
        switch kind {
        case .pupilFullName, .pupilPartialName, .staffName, .parentName: false
        default: true
        }
    }

    /// Names alone, in a text whose words may be joined by anything.
    mutating func runOverNames() {
        var next = 0
        for number in page.tokens.indices where number >= next {
            if let hit = names.hit(at: number), hit.shape != .first {
                let person = names.people.people[hit.person]
                findings.append(
                    Finding(
                        kind: person.standing == .pupil
                            ? (hit.shape == .full ? .pupilFullName : .pupilPartialName)
                            : person.standing == .staff ? .staffName : .parentName, start: hit.start, end: hit.end,
                        person: hit.person))
                next = hit.next
            } else {
                _ = runTogether(page.tokens[number], isTag: true)
            }
        }
    }
}
