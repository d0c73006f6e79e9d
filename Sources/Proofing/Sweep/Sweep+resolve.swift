import Policy

extension Sweep {
    var saysWhoSpeaks: Bool { innocent.contains { $0.kind == .missingSpeaker } }

    /// What is left when everything was told once: a name inside an e-mail address is the address, the longer of two
    /// findings of a kind stands, and what is innocent is none.
    func resolved() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let addresses = findings.filter { $0.kind == .email || $0.kind == .handle }
        var kept: [Finding] = []
        for finding in findings.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            if finding.kind != .email, finding.kind != .handle, finding.kind != .tagging,
                addresses.contains(where: { $0.overlaps(finding) })
            {
                continue
            }
            if finding.kind != .link, finding.kind != .email, Self.isUnreadInLinks(finding.kind),
                linkSpans.contains(where: { $0.overlaps(finding.start..<finding.end) })
            {
                continue
            }
            if innocent.contains(where: { $0.kind == finding.kind && $0.overlaps(finding) }) { continue }
            if let last = kept.lastIndex(where: { $0.kind == finding.kind && $0.overlaps(finding) }) {
                // Sorted by their beginnings: the one that is kept began earlier or is longer.
                if kept[last].topic == finding.topic || finding.person == nil {
                    kept[last].end = max(kept[last].end, finding.end)
                }
                continue
            }
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
