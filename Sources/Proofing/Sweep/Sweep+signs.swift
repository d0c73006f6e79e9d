import Policy

extension Sweep {
    mutating func lookAtSigns() {
        var offended = 0
        for place in page.signs.lazy.map(Int.init) {
            switch page.text[place] {
            case UInt8(ascii: "@"):
                if let found = signs.at(place) {
                    if found.kind == .handle, kinds.offence, let hit = insults.mixed(around: place).0 {
                        offend(hit)
                        continue
                    }
                    findings.append(found)
                    if found.kind == .handle {
                        findings.append(Finding(kind: .tagging, start: found.start, end: found.end))
                    }
                    continue
                }
                spacedAddress(place)
            case UInt8(ascii: ":"):
                // Within an address that was read already.
                if place < furthestLink { continue }
                let link = signs.link(schemeAt: place)
                self.link(
                    link.start, link.end, host: link.host,
                    isPlain: page.text[link.start..<place].elementsEqual("http".utf8),
                    isMangled: page.text[link.start..<place].starts(with: "hxxp".utf8))
                continue
            case Fold.copyright:
                let next = tokenIndex(atOrAfter: place)
                let end =
                    next < page.tokens.count && Int(page.tokens[next].start) - place <= 2
                    ? Int(page.tokens[next].end) : place + 1
                findings.append(Finding(kind: .copyright, start: place, end: end))
                continue
            case UInt8(ascii: "#"):
                if kinds.names, hashtag(place) { continue }
            default: break
            }
            guard kinds.offence, place >= offended, isInWord(place) else { continue }
            let (hit, next) = insults.mixed(around: place)
            offended = next
            if let hit { offend(hit) }
        }
    }

    /// Whether a sign has letters or figures beside it, and so may stand for a letter.
    private func isInWord(_ place: Int) -> Bool {
        ByteClass.kind(page.byte(place + 1)) != 0
            || ByteClass.kind(page.byte(place - 1)) != 0 && page.text[place] != UInt8(ascii: "(")
    }

    // MARK: Names run together

    private mutating func hashtag(_ place: Int) -> Bool {
        guard let number = tokenIndex(startingAt: place + 1) else { return false }
        return runTogether(page.tokens[number], isTag: true)
    }

    private func tokenIndex(startingAt place: Int) -> Int? {
        let low = tokenIndex(atOrAfter: place)
        return low < page.tokens.count && Int(page.tokens[low].start) == place ? low : nil
    }

    func tokenIndex(atOrAfter place: Int) -> Int {
        var (low, high) = (0, page.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(page.tokens[middle].start) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A name in one word: at its beginning, or behind a capital inside it.
    mutating func runTogether(_ token: Token, isTag: Bool = false) -> Bool {
        let (from, to) = (Int(token.start), Int(token.end))
        guard to - from >= 5, to - from <= 48 else { return false }
        for start in from..<to - 4 where start == from || page.isUpper(start) {
            var first = Hashing.seed
            for cut in start + 1..<to {
                first = Hashing.add(page.text[cut - 1], to: first)
                guard cut - start >= 2, isTag || page.isUpper(cut), let traits = names.people.words[first]?.traits,
                    !Token.Traits(rawValue: traits).isDisjoint(with: [.first, .nick])
                else { continue }
                var last = Hashing.seed
                var best: (Int, Register.Match)?
                for end in cut + 1...to {
                    last = Hashing.add(page.text[end - 1], to: last)
                    guard end - cut >= 2, end == to || page.isUpper(end),
                        let match = names.people.match(first: first, last: last)
                    else { continue }
                    best = (end, match)
                }
                guard let (end, match) = best else { continue }
                let person = names.people.people[match.person]
                let kind: CheckKind =
                    person.standing == .staff
                    ? .staffName
                    : person.standing == .parent ? .parentName : match.isFull ? .pupilFullName : .pupilPartialName
                findings.append(Finding(kind: kind, start: start, end: end, person: match.person))
                return true
            }
        }
        return false
    }

    // MARK: Links

    /// `bit.ly/abc`, `www.example.com`: an address without its scheme.
    mutating func bareLink(_ number: Int) {
        guard number > 0, page.tokens[number].start - page.tokens[number - 1].end == 1,
            Int(page.tokens[number].start) >= furthestLink
        else { return }
        var start = Int(page.tokens[number - 1].start)
        while start > 0,
            ByteClass.kind(page.text[start - 1]) != 0 || page.text[start - 1] == 0x2D || page.text[start - 1] == 0x2E
        {
            start -= 1
        }
        let before = page.byte(start - 1)
        guard before != UInt8(ascii: "@"), before != UInt8(ascii: "/"), before != UInt8(ascii: ":"),
            before != UInt8(ascii: "_")
        else {
            // No part of this run begins a link: it is not read again from the next of its parts.
            var end = Int(page.tokens[number].end)
            while ByteClass.kind(page.byte(end)) != 0 || page.byte(end) == 0x2D || page.byte(end) == 0x2E { end += 1 }
            furthestLink = max(furthestLink, end)
            return
        }
        link(start, signs.endOfLink(start), host: start, isPlain: false)
    }

    private mutating func link(_ start: Int, _ end: Int, host from: Int, isPlain: Bool, isMangled: Bool = false) {
        furthestLink = max(furthestLink, end)
        guard kinds.links, end > from else { return }
        let rest = page.text[from..<end]
        let host = rest.prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "#")
        }
        let isHidden = page.origins[from..<from + host.count].contains { $0 & Page.disguised != 0 }
        let isCoded = host.split(separator: UInt8(ascii: ".")).contains { $0.starts(with: "xn--".utf8) }
        let category =
            isHidden || isCoded || isMangled
            ? "lookalike"
            : LinkBook.embedded.category(of: host) ?? signs.kindOfHost(host)
                ?? signs.kindBeside(start..<end, host: host, token: tokenIndex(atOrAfter: start))
                ?? (isPlain ? "unencrypted" : nil)
        linkSpans.append(start..<end)
        if let account = signs.account(host: host, from + host.count..<end) { findings.append(account) }
        furthestLink = max(furthestLink, end)
        guard let category else { return }
        findings.append(Finding(kind: .link, start: start, end: end, topic: LinkTopic.number(category)))
    }
}
