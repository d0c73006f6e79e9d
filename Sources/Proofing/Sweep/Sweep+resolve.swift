import Policy

extension Sweep {
    var saysWhoSpeaks: Bool { innocent.contains { $0.kind == .missingSpeaker } }

    /// What is left when everything was told once: a name inside an e-mail address is the address, the longer of two
    /// findings of a kind stands, and what is innocent is none.
    func resolved() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let addresses = Stretches(
            findings.filter { $0.kind == .email || $0.kind == .handle }.map { $0.start..<$0.end })
        let links = Stretches(linkSpans)
        let innocents = Dictionary(grouping: innocent, by: \.kind).mapValues { Stretches($0.map { $0.start..<$0.end }) }
        var kept: [Finding] = []
        // By kind, where the last that is kept stands. Those of a kind follow one another without overlapping, so no
        // earlier one can overlap what comes now.
        var last: [CheckKind: Int] = [:]
        for finding in findings.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            let span = finding.start..<max(finding.start, finding.end)
            if finding.kind != .email, finding.kind != .handle, finding.kind != .tagging, addresses.overlap(span) {
                continue
            }
            if finding.kind != .link, finding.kind != .email, Self.isUnreadInLinks(finding.kind), links.overlap(span) {
                continue
            }
            if innocents[finding.kind]?.overlap(span) == true { continue }
            if let last = last[finding.kind], kept[last].overlaps(finding) {
                // Sorted by their beginnings: the one that is kept began earlier or is longer.
                if kept[last].topic == finding.topic || finding.person == nil {
                    kept[last].end = max(kept[last].end, finding.end)
                }
                continue
            }
            last[finding.kind] = kept.count
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
