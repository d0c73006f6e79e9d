import Policy

/// One pass over the words of a text with every check that begins at a word, a figure or a sign.
struct Sweep {
    let page: Page
    let names: NameSearch
    let kinds: KindSet
    var findings: [Finding] = []
    /// What is innocent: it takes away what was found there.
    var innocent: [Finding] = []
    /// Where links stand, whatever was said of them.
    var linkSpans: [Range<Int>] = []
    var furthestLink = 0
    let phrases: PhraseSearch
    private(set) var hasDisclaimer = false
    let numbers: NumberSearch
    let insults: InsultSearch
    let signs: SignSearch

    init(_ page: Page, _ people: Register, _ kinds: KindSet, _ program: PhraseProgram) {
        self.page = page
        self.kinds = kinds
        names = NameSearch(page: page, people: people)
        phrases = PhraseSearch(page: page, program: program)
        numbers = NumberSearch(page: page)
        insults = InsultSearch(page: page, book: InsultBook.embedded)
        signs = SignSearch(page: page)
    }

    mutating func run() {
        lookAtSigns()
        var name = 0
        var figure = 0
        var single = 0
        for number in page.tokens.indices {
            let token = page.tokens[number]
            if token.form.contains(.number) {
                if number >= figure, let (found, next) = numbers.finding(at: number) {
                    findings.append(found)
                    figure = next
                }
                if kinds.offence, isBesideLetters(number) { mixed(Int(token.start)) }
                if phrases.isMoney(number) { lookForPhrases(number, 0) }
            } else {
                if !token.traits.isDisjoint(with: .names) || token.length == 1, kinds.names, number >= name {
                    name = lookForName(number)
                }
                if token.word != 0 { lookForPhrases(number, token.word) }
                if kinds.offence { offence(number, token) }
                if kinds.adults, token.traits.contains(.title) {
                    adult(number)
                }
                if token.length == 2, token.hash == Self.at { spelledAddress(at: number) }
                if token.traits.contains(.street), token.form.contains(.capital),
                    let found = numbers.wordedAddress(at: number)
                {
                    findings.append(found)
                }
                if number >= figure, let (found, next) = numbers.spoken(at: number) {
                    findings.append(found)
                    figure = next
                }
                if token.traits.contains(.domainEnd), token.gap == [.dot] { bareLink(number) }
            }
            if token.length == 1, number >= single, kinds.offence {
                let (hit, next) = insults.spaced(at: number)
                if let hit { offend(hit) }
                single = next
            }
        }
    }

    // MARK: Words

    private mutating func lookForPhrases(_ number: Int, _ word: UInt16) {
        phrases.look(at: number, word) { phrase, range in
            if phrase.kind == .missingDisclaimer {
                hasDisclaimer = true
                return
            }
            let found = Finding(
                kind: phrase.kind, start: Int(page.tokens[range.lowerBound].start),
                end: Int(page.tokens[range.upperBound - 1].end), topic: Int(phrase.topic))
            if phrase.isInnocent { innocent.append(found) } else { findings.append(found) }
        }
    }

    private mutating func offence(_ number: Int, _ token: Token) {
        if token.traits.contains(.insult), let hit = insults.plain(token) {
            offend(hit)
        } else if token.form.contains(.stretched), let hit = insults.stretched(token) {
            offend(hit)
        } else if number > 0, token.start - page.tokens[number - 1].end == 1,
            !token.gap.isDisjoint(with: [.dot, .hyphen, .other]),
            token.length > 1 || page.tokens[number - 1].length > 1,
            let hit = insults.joined(at: number)
        {
            offend(hit)
        }
    }

    mutating func offend(_ hit: InsultSearch.Hit) {
        let kind: CheckKind = hit.grade == .slur ? .discrimination : .insult
        findings.append(Finding(kind: kind, start: hit.start, end: hit.end))
    }

    mutating func mixed(_ place: Int) {
        if let hit = insults.mixed(around: place).0 { offend(hit) }
    }

    private func isBesideLetters(_ number: Int) -> Bool {
        let token = page.tokens[number]
        if token.gap.isEmpty, number > 0 { return true }
        return number + 1 < page.tokens.count && page.tokens[number + 1].gap.isEmpty
            && page.tokens[number + 1].length + token.length >= 4
    }

    // MARK: Names

    private mutating func lookForName(_ number: Int) -> Int {
        guard let hit = names.hit(at: number) else {
            if page.tokens[number].form.contains(.camel) { _ = runTogether(page.tokens[number]) }
            return number + 1
        }
        findings.append(Finding(kind: kind(of: hit), start: hit.start, end: hit.end, person: hit.person))
        return hit.next
    }

    private func kind(of hit: NameSearch.Hit) -> CheckKind {
        guard hit.shape != .first else { return .pupilFirstName }
        switch names.people.people[hit.person].standing {
        case .pupil: return hit.shape == .full ? .pupilFullName : .pupilPartialName
        case .staff: return .staffName
        case .parent: return .parentName
        }
    }

    /// `Mrs Patel`, `ms o’driscoll`, where one of that name is of the staff or a parent.
    private mutating func adult(_ number: Int) {
        let tokens = page.tokens
        let isBig = tokens[number].form.contains(.capital)
        var next = number + 1
        if isBig, next < tokens.count, tokens[next].length == 1, tokens[next].gap == .space,
            next + 1 < tokens.count, tokens[next + 1].gap != .apostrophe
        {
            next += 1
        }
        guard next < tokens.count, tokens[next].form.contains(.capital) == isBig || isBig,
            tokens[next].form.contains(.capital) || tokens[next].traits.isDisjoint(with: [.plain, .common]),
            tokens[next].gap.isSubset(of: [.space, .dot])
        else { return }
        var (hash, last) = (tokens[next].hash, next)
        while true {
            if let match = names.people.adult(last: hash) {
                findings.append(
                    Finding(
                        kind: names.people.people[match.person].standing == .staff ? .staffName : .parentName,
                        start: Int(tokens[number].start), end: Int(tokens[last].end), person: match.person))
                return
            }
            last += 1
            guard last < tokens.count, last < next + 4, tokens[last].start - tokens[last - 1].end <= 1,
                tokens[last].gap.isSubset(of: [.space, .hyphen, .apostrophe]), !tokens[last].form.contains(.number)
            else { return }
            hash = page.hash(of: tokens[last], after: hash)
        }
    }
}
