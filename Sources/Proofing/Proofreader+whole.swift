import Policy

/// Checks of a text as a whole.
extension Proofreader {
    func proofWhole(_ draft: ProofDraft, _ page: Page, _ sweep: Sweep, _ notes: inout Notes) {
        guard !page.tokens.isEmpty else { return }
        if draft.voice == .personal, !sweep.hasDisclaimer {
            notes.add(
                .missingDisclaimer, at: .whole, says: "Nothing says that these views are your own.",
                mend: "Add “Views are my own and not those of the school.”")
        }
        if notes.looksFor(.tone) { proofTone(page, &notes) }
        if notes.looksFor(.readingAge) { proofReadingAge(page, &notes) }
    }

    // MARK: Tone

    private func proofTone(_ page: Page, _ notes: inout Notes) {
        shouting(page, &notes)
        guard page.exclamations >= 3 else { return }
        var place = 0
        while place < page.text.count {
            guard page.text[place] == UInt8(ascii: "!") else {
                place += 1
                continue
            }
            let start = place
            while page.byte(place) == UInt8(ascii: "!") { place += 1 }
            if place - start >= 3 {
                let (from, to) = page.span(start, place)
                notes.add(
                    .tone, at: .words, start: from, end: to, says: "\(place - start) exclamation marks in a row.",
                    mend: "One is enough.")
            }
        }
        if page.exclamations > 5 {
            notes.add(
                .tone, at: .whole, says: "There are \(page.exclamations) exclamation marks.",
                mend: "Keep one or two of them.")
        }
    }

    /// Four words or more in capitals, beside each other.
    private func shouting(_ page: Page, _ notes: inout Notes) {
        var first = 0
        while first < page.tokens.count {
            var next = first
            var letters = 0
            while next < page.tokens.count, page.tokens[next].form.contains(.capitals),
                next == first || !page.tokens[next].gap.contains(.paragraph)
            {
                letters += page.tokens[next].length
                next += 1
            }
            if next - first >= 4, letters >= 14 {
                let (from, to) = page.span(Int(page.tokens[first].start), Int(page.tokens[next - 1].end))
                notes.add(
                    .tone, at: .words, start: from, end: to,
                    says: "These words are in capitals, which many read as shouting.", mend: "Write them small.")
            }
            first = max(next, first + 1)
        }
    }

    // MARK: Reading age

    private func proofReadingAge(_ page: Page, _ notes: inout Notes) {
        guard page.tokens.count(where: { !$0.form.contains(.number) }) >= ReadingGrade.fewestWords else { return }
        let reading = ReadingGrade(page, known: book.syllables)
        guard reading.age > ReadingGrade.mostAge else { return }
        notes.add(
            .readingAge, at: .whole, says: "To read this easily one must be about \(min(reading.age, 21)).",
            mend: "Use shorter sentences and shorter words; many parents read English as a second language.")
    }
}
