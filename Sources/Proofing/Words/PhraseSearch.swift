import Policy

/// Looks for the phrases that a word leads to.
struct PhraseSearch {
    let page: Page
    let book: PhraseBook
    let childWords: Set<UInt16>

    /// The tokens of a phrase around the one that led to it, or nil.
    func range(of phrase: Phrase, at number: Int) -> Range<Int>? {
        guard let end = match(phrase.elements, phrase.anchor, number, 1, from: number),
            phrase.anchor == 0 || number > 0,
            let start = phrase.anchor == 0 ? number : before(phrase, number)
        else { return nil }
        return start..<end
    }

    private func before(_ phrase: Phrase, _ number: Int) -> Int? {
        match(phrase.elements, phrase.anchor - 1, number - 1, -1, from: number).map { $0 + 1 }
    }

    /// Matches elements one way from a token on: forward to the last, or back to the first.
    ///
    /// - Returns: The token beyond the last that matched.
    private func match(_ elements: [Phrase.Element], _ place: Int, _ token: Int, _ step: Int, from origin: Int) -> Int?
    {
        guard elements.indices.contains(place) else { return token }
        let element = elements[place]
        let next = place + step
        if case .words = element.test {
            if page.tokens.indices.contains(token),
                let alternatives = (step > 0 ? element.beginnings : element.endings)[page.tokens[token].word],
                let end = match(
                    .words(alternatives), element.needsCapital, elements, next, token, step, from: origin)
            {
                return end
            }
            return element.isOptional ? match(elements, next, token, step, from: origin) : nil
        }
        if let end = match(element.test, element.needsCapital, elements, next, token, step, from: origin) { return end }
        return element.isOptional ? match(elements, next, token, step, from: origin) : nil
    }

    /// A test at a token, and the elements beyond it.
    private func match(
        _ test: Phrase.Element.Test, _ needsCapital: Bool, _ elements: [Phrase.Element], _ next: Int, _ token: Int,
        _ step: Int, from origin: Int
    ) -> Int? {
        switch test {
        case .gap(let most):
            var at = token
            for _ in 0...most {
                if let end = match(elements, next, at, step, from: origin) { return end }
                guard isThere(at, step, origin) else { return nil }
                at += step
            }
            return nil
        case .words(let alternatives):
            for words in alternatives {
                if let beyond = follow(words, token, step, origin, needsCapital),
                    let end = match(elements, next, beyond, step, from: origin)
                {
                    return end
                }
            }
        case .either(let tests):
            for test in tests {
                if let end = match(test, needsCapital, elements, next, token, step, from: origin) { return end }
            }
        case .number, .money, .percent, .child, .capital:
            if isThere(token, step, origin), passes(test, token) {
                return match(elements, next, token + step, step, from: origin)
            }
        }
        return nil
    }

    private func follow(_ words: [UInt16], _ token: Int, _ step: Int, _ origin: Int, _ needsCapital: Bool) -> Int? {
        var at = token
        for index in words.indices {
            let word = step > 0 ? words[index] : words[words.count - 1 - index]
            guard isThere(at, step, origin), page.tokens[at].word == word else { return nil }
            if needsCapital, !page.tokens[at].form.contains(.capital) { return nil }
            at += step
        }
        return at
    }

    /// Whether a token is in the same sentence as the one that was matched before it.
    private func isThere(_ token: Int, _ step: Int, _ origin: Int) -> Bool {
        guard page.tokens.indices.contains(token) else { return false }
        if token == origin { return true }
        let joint = step > 0 ? token : token + 1
        guard page.tokens.indices.contains(joint) else { return true }
        let gap = page.tokens[joint].gap
        if gap.contains(.stop) || gap.contains(.paragraph) { return false }
        return !gap.contains(.dot) || !gap.contains(.space) || page.tokens[joint - 1].length < 3
    }

    private func passes(_ test: Phrase.Element.Test, _ number: Int) -> Bool {
        let token = page.tokens[number]
        switch test {
        case .number: return token.form.contains(.number)
        case .percent: return token.form.contains(.number) && page.byte(Int(token.end)) == UInt8(ascii: "%")
        case .money:
            guard token.form.contains(.number) else { return false }
            let sign = page.byte(Int(token.start) - 1)
            if sign == Fold.pound || sign == Fold.euro || sign == UInt8(ascii: "$") { return true }
            // The pence after the point, and `50p`.
            if sign == UInt8(ascii: "."), number > 0, page.tokens[number - 1].form.contains(.number) {
                return passes(.money, number - 1)
            }
            let after = page.byte(Int(token.end))
            return after == UInt8(ascii: "p") && ByteClass.kind(page.byte(Int(token.end) + 1)) == 0
        case .child:
            if childWords.contains(token.word) { return true }
            return token.form.contains(.capital)
                && (!token.traits.isDisjoint(with: [.first, .nick])
                    || token.traits.isDisjoint(with: [.common, .month, .plain]) && !isFirst(number) && token.word == 0)
        case .capital: return token.form.contains(.capital) && !token.traits.contains(.common)
        case .words, .gap, .either: return false
        }
    }

    private func isFirst(_ number: Int) -> Bool {
        let gap = page.tokens[number].gap
        return gap.contains(.stop) || gap.contains(.paragraph) || gap.contains(.dot)
    }
}
