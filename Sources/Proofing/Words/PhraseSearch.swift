import Policy

/// Looks for the phrases that a word leads to.
struct PhraseSearch {
    let page: Page
    let program: PhraseProgram

    /// Every phrase that a word leads to; the word 0 stands for a sum of money.
    @inline(__always)
    func look(at number: Int, _ word: UInt16, _ found: (PhraseProgram.Line, Range<Int>) -> Void) {
        let leads = program.leads(of: word)
        if leads.isEmpty { return }
        let before = isThere(number - 1, -1, number) ? page.tokens[number - 1].set : .nothing
        let after = isThere(number + 1, 1, number) ? page.tokens[number + 1].set : .nothing
        for place in leads {
            let lead = program.leads[place]
            if lead.before.isDisjoint(with: before) || lead.after.isDisjoint(with: after) { continue }
            let line = program.lines[Int(lead.line)]
            if let range = range(of: line, lead, at: number) { found(line, range) }
        }
    }

    /// The tokens of a phrase around the one that led to it, or nil.
    private func range(of line: PhraseProgram.Line, _ lead: PhraseProgram.Lead, at number: Int) -> Range<Int>? {
        let number = number - Int(lead.back)
        if lead.back > 0, number < 0 || page.tokens[number].word != lead.first { return nil }
        let place = Int(line.ahead)
        let step = program.steps[place]
        if step.tests.contains(.needsCapital), !page.tokens[number].form.contains(.capital) { return nil }
        guard let end = follow(Int(lead.edge), step, place + 1, number + 1, 1, from: number) else { return nil }
        if let reach = line.reach { return together(line, number..<end, Int(reach)) }
        guard let back = line.back else { return number..<end }
        guard number > 0, let start = match(Int(back), number - 1, -1, from: number) else { return nil }
        return start + 1..<end
    }

    /// From the first to the last of words that stand together around one of them, or nil when one is missing, or one is
    /// there that must not be.
    private func together(_ line: PhraseProgram.Line, _ anchor: Range<Int>, _ reach: Int) -> Range<Int>? {
        var (low, high) = (anchor.lowerBound, anchor.upperBound)
        var set: TokenSet = []
        while low > 0, anchor.lowerBound - low < reach, isJoined(low) {
            low -= 1
            set.formUnion(page.tokens[low].set)
        }
        while high < page.tokens.count, high - anchor.upperBound < reach, isJoined(high) {
            set.formUnion(page.tokens[high].set)
            high += 1
        }
        let first = Int(line.back ?? line.bars)
        var place = first
        while !program.steps[place].tests.contains(.end) {
            if program.steps[place].set.isDisjoint(with: set) { return nil }
            place += 1
        }
        place = Int(line.bars)
        while !program.steps[place].tests.contains(.end) {
            if nearest(place, to: anchor, within: low..<high) != nil { return nil }
            place += 1
        }
        var found = anchor
        place = first
        while !program.steps[place].tests.contains(.end) {
            guard let one = nearest(place, to: anchor, within: low..<high) else { return nil }
            found = min(found.lowerBound, one.lowerBound)..<max(found.upperBound, one.upperBound)
            place += 1
        }
        return found
    }

    /// The tokens nearest to some others that a step accepts.
    private func nearest(_ place: Int, to anchor: Range<Int>, within window: Range<Int>) -> Range<Int>? {
        let (before, after) = (anchor.lowerBound - window.lowerBound, window.upperBound - anchor.upperBound)
        for away in 1...max(1, before, after) {
            if away <= after, let end = one(place, anchor.upperBound + away - 1, window) {
                return anchor.upperBound + away - 1..<end
            }
            if away <= before, let end = one(place, anchor.lowerBound - away, window) {
                return anchor.lowerBound - away..<end
            }
        }
        return nil
    }

    /// The token beyond what one step accepts at a token.
    private func one(_ place: Int, _ token: Int, _ window: Range<Int>) -> Int? {
        let step = program.steps[place]
        if step.set.isDisjoint(with: page.tokens[token].set) { return nil }
        if step.list != 0, let edge = program.edge(step.list, page.tokens[token].word),
            !step.tests.contains(.needsCapital) || page.tokens[token].form.contains(.capital)
        {
            if edge == 0 { return token + 1 }
            var tail = edge + 1
            for _ in 0..<program.tails[edge] {
                let length = Int(program.tails[tail])
                let rest = token + 1..<token + 1 + length
                if rest.upperBound <= window.upperBound,
                    rest.allSatisfy({ page.tokens[$0].word == program.tails[tail + $0 - token] })
                {
                    return rest.upperBound
                }
                tail += length + 1
            }
        }
        if step.tests.contains(.account), let beyond = page.account(at: token) { return beyond }
        return !step.tests.isDisjoint(with: .words) && passes(step.tests, token) ? token + 1 : nil
    }

    /// Whether a token is in the same sentence as the one before it. A colon joins: what follows tells of what was before.
    private func isJoined(_ token: Int) -> Bool {
        guard token > 0 else { return false }
        let gap = page.tokens[token].gap
        if gap.contains(.paragraph) { return false }
        if gap.contains(.stop) {
            let between = page.text[Int(page.tokens[token - 1].end)..<Int(page.tokens[token].start)]
            return !between.contains { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
        }
        return !gap.isSuperset(of: [.dot, .space]) || page.isShortened(token - 1)
    }

    /// Matches steps one way from a token on.
    ///
    /// - Returns: The token beyond the last that matched.
    private func match(_ place: Int, _ token: Int, _ way: Int, from origin: Int) -> Int? {
        let step = program.steps[place]
        if step.tests.contains(.end) { return token }
        if let most = step.gap { return pass(Int(most), place + 1, token, way, from: origin) }
        if page.tokens.indices.contains(token), !step.set.isDisjoint(with: page.tokens[token].set),
            isThere(token, way, origin)
        {
            if step.list != 0, let edge = program.edge(step.list, page.tokens[token].word),
                !step.tests.contains(.needsCapital) || page.tokens[token].form.contains(.capital),
                let end = follow(edge, step, place + 1, token + way, way, from: origin)
            {
                return end
            }
            if !step.tests.isDisjoint(with: .words), passes(step.tests, token),
                let end = match(place + 1, token + way, way, from: origin)
            {
                return end
            }
            if step.tests.contains(.account), way > 0, let beyond = page.account(at: token),
                let end = match(place + 1, beyond, way, from: origin)
            {
                return end
            }
        }
        return step.tests.contains(.optional) ? match(place + 1, token, way, from: origin) : nil
    }

    /// Up to so many words of any kind, as few as will do, and the steps beyond.
    private func pass(_ most: Int, _ next: Int, _ token: Int, _ way: Int, from origin: Int) -> Int? {
        var at = token
        for _ in 0...most {
            if let end = match(next, at, way, from: origin) { return end }
            guard isThere(at, way, origin) else { return nil }
            at += way
        }
        return nil
    }

    /// The rest of each sequence that begins as was matched, and the steps beyond.
    private func follow(
        _ edge: Int, _ step: PhraseProgram.Step, _ next: Int, _ token: Int, _ way: Int, from origin: Int
    ) -> Int? {
        if edge == 0 { return match(next, token, way, from: origin) }
        var tail = edge + 1
        for _ in 0..<program.tails[edge] {
            let length = Int(program.tails[tail])
            var (at, words) = (token, tail + 1)
            tail = words + length
            while words < tail, isThere(at, way, origin), page.tokens[at].word == program.tails[words],
                !step.tests.contains(.needsCapital) || page.tokens[at].form.contains(.capital)
            {
                at += way
                words += 1
            }
            if words == tail, let end = match(next, at, way, from: origin) { return end }
        }
        return nil
    }

    /// Whether a token is in the same sentence as the one that was matched before it.
    private func isThere(_ token: Int, _ way: Int, _ origin: Int) -> Bool {
        guard page.tokens.indices.contains(token) else { return false }
        if token == origin { return true }
        let joint = way > 0 ? token : token + 1
        guard page.tokens.indices.contains(joint) else { return true }
        let gap = page.tokens[joint].gap
        if !gap.isDisjoint(with: [.stop, .paragraph]) { return false }
        return !gap.isSuperset(of: [.dot, .space]) || page.isShortened(joint - 1)
    }

    /// Whether a token passes one of some tests.
    private func passes(_ tests: PhraseProgram.Tests, _ number: Int) -> Bool {
        let token = page.tokens[number]
        if token.form.contains(.number) {
            return tests.contains(.number)
                || tests.contains(.percent) && page.byte(Int(token.end)) == UInt8(ascii: "%")
                || tests.contains(.money) && isMoney(number)
        }
        if tests.contains(.child), isChild(number) { return true }
        if tests.contains(.unknown), token.word == 0, token.length >= 5, token.traits.isEmpty { return true }
        return tests.contains(.capital) && token.form.contains(.capital) && !token.traits.contains(.common)
    }

    func isMoney(_ number: Int) -> Bool {
        let token = page.tokens[number]
        let sign = page.byte(Int(token.start) - 1)
        if sign == Fold.pound || sign == Fold.euro || sign == UInt8(ascii: "$") { return true }
        // The pence after the point, and `50p`.
        if sign == UInt8(ascii: "."), number > 0, page.tokens[number - 1].form.contains(.number) {
            let before = page.byte(Int(page.tokens[number - 1].start) - 1)
            return before == Fold.pound || before == Fold.euro || before == UInt8(ascii: "$")
        }
        let after = page.byte(Int(token.end))
        return after == UInt8(ascii: "p") && ByteClass.kind(page.byte(Int(token.end) + 1)) == 0
    }

    private func isChild(_ number: Int) -> Bool {
        let token = page.tokens[number]
        if program.isChild(token.word) { return true }
        return token.form.contains(.capital)
            && (!token.traits.isDisjoint(with: [.first, .nick])
                || token.traits.isDisjoint(with: [.common, .month, .plain]) && !isFirst(number) && token.word == 0)
    }

    private func isFirst(_ number: Int) -> Bool {
        let gap = page.tokens[number].gap
        return gap.contains(.stop) || gap.contains(.paragraph) || gap.contains(.dot)
    }
}

extension Page {
    /// Whether a dot behind a token shortens it rather than ends a sentence: an initial, `Mr`, `St`, `no`.
    func isShortened(_ number: Int) -> Bool {
        let token = tokens[number]
        return token.length == 1 || token.length == 2 && Self.short.contains(token.hash)
    }

    private static let short = Set(
        ["mr", "ms", "dr", "st", "mx", "rd", "jr", "sr", "vs", "pc", "lt", "eg", "ie", "nr", "op", "ft", "hr", "yr"]
            .map { Hashing.of($0.utf8) })
}
