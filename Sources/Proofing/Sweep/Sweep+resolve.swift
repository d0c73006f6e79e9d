import Policy

extension Sweep {
    var saysWhoSpeaks: Bool { innocent.contains { $0.kind == .missingSpeaker } }

    /// What is left when everything was told once: a name inside an e-mail address is the address, the longer of two
    /// findings of a kind stands, and what is innocent is none.
    func resolved() -> [Finding] {
        guard !findings.isEmpty else { return [] }
        let addresses = SpanIndex(
            findings.filter { isAddress($0) }.map { $0.start..<$0.end })
        let links = SpanIndex(linkSpans)
        let innocent = Dictionary(grouping: innocent, by: \.kind).mapValues {
            SpanIndex($0.map { $0.start..<$0.end })
        }
        var kept: [Finding] = []
        var lastOfKind: [CheckKind: Int] = [:]
        for finding in findings.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            let span = finding.start..<finding.end
            let isAddress = isAddress(finding)
            if !isAddress, finding.kind != .tagging, finding.kind != .link, addresses.touches(span) { continue }
            if finding.kind != .link, !isAddress, Self.isUnreadInLinks(finding.kind), links.touches(span) {
                continue
            }
            if innocent[finding.kind]?.touches(span) ?? false { continue }
            // Sorted by their beginnings: the one that is kept began earlier or is longer.
            if let last = lastOfKind[finding.kind],
                kept[last].overlaps(finding) || isOfSameSentence(kept[last], finding)
            {
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

    /// An e-mail address, or a name on a platform by its sign or its link: whatever else is seen in it is a part of it.
    private func isAddress(_ finding: Finding) -> Bool {
        switch finding.kind {
        case .email: true
        case .handle:
            page.text[finding.start] == UInt8(ascii: "@") || page.byte(finding.start - 1) == UInt8(ascii: "/")
        default: false
        }
    }

    /// Whether two findings of one kind of meaning stand in one sentence, so that one remark says it.
    private func isOfSameSentence(_ first: Finding, _ second: Finding) -> Bool {
        switch first.kind {
        case .threat, .discrimination, .confidential, .partyPolitical, .commercial, .claim, .controversial, .copyright,
            .tone:
            break
        default: return false
        }
        guard first.topic == second.topic else { return false }
        var place = first.end
        while place < second.start {
            switch page.text[place] {
            case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): return false
            case UInt8(ascii: "."): if ByteClass.isSpace(page.byte(place + 1)) { return false }
            default: break
            }
            place += 1
        }
        return true
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
