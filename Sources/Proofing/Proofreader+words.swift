import Policy

extension Proofreader {
    /// - Returns: Pupils who are named in the words, by their identifiers.
    func proofWords(_ draft: ProofDraft, _ notes: inout Notes) -> Set<String> {
        let page = Page(draft.words, words)
        let sweep = look(at: page)
        let findings = sweep.resolved().filter { finding in
            switch finding.kind {
            case .missingSpeaker: draft.voice == .school && !sweep.saysWhoSpeaks
            case .copyright: draft.source.isEmpty
            default: true
            }
        }
        var named = say(findings, page, draft.words, .words, &notes)
        proofWhole(draft, page, sweep, &notes)
        for (number, picture) in draft.pictures.enumerated() {
            named.formUnion(proofText(picture.altText, .altText(number), &notes))
            named.formUnion(proofFileName(picture.fileName, number, &notes))
        }
        return named
    }

    func look(at page: Page) -> Sweep {
        var sweep = Sweep(page, people, kinds, program)
        sweep.run()
        return sweep
    }

    private func proofText(_ text: String, _ place: Remark.Place, _ notes: inout Notes) -> Set<String> {
        guard !text.isEmpty else { return [] }
        let page = Page(text, words)
        return say(look(at: page).resolved(), page, text, place, &notes)
    }

    /// A file's name is not published, but it tells who is in the picture to whoever saves it: names alone are looked for.
    private func proofFileName(_ name: String, _ number: Int, _ notes: inout Notes) -> Set<String> {
        guard !name.isEmpty, kinds.names else { return [] }
        let page = Page(Self.capitalised(name), words)
        var sweep = Sweep(page, people, kinds, program)
        sweep.runOverNames()
        return say(sweep.resolved(), page, name, .fileName(number), &notes)
    }

    /// Names of files are often written small, and what could be a word in a sentence is a name there: `grace_hill.jpg`.
    /// Every byte keeps its place.
    private static func capitalised(_ name: String) -> String {
        var before: UInt8 = 0
        let bytes = name.utf8.map { byte -> UInt8 in
            defer { before = byte }
            let isFirst =
                byte &- 0x61 < 26 && before < 0x80 && before != UInt8(ascii: "'") && (before | 0x20) &- 0x61 >= 26
            return isFirst ? byte & ~0x20 : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words as they stand there, on one line.
    private static func quoted(_ words: Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count)
        for byte in words where byte > 0x20 || bytes.last != 0x20 { bytes.append(max(byte, 0x20)) }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func say(
        _ findings: [Finding], _ page: Page, _ text: String, _ place: Remark.Place, _ notes: inout Notes
    ) -> Set<String> {
        guard !findings.isEmpty else { return [] }
        var named: Set<String> = []
        let bytes = text.utf8
        for finding in findings {
            let (start, end) = page.span(finding.start, finding.end)
            let quoted = Self.quoted(
                bytes[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)])
            let person = finding.person.flatMap { people.people.indices.contains($0) ? people.people[$0] : nil }
            if finding.kind == .link, !barredLinks.contains(LinkTopic.all[finding.topic - 1].id) { continue }
            let wording = Wording(finding, quoted, topic: book.topics, person)
            notes.add(
                finding.kind, at: place, start: start, end: end, says: wording.says, mend: wording.mend,
                pupil: person?.standing == .pupil ? person?.id : nil)
            guard let person, person.standing == .pupil else { continue }
            named.insert(person.id)
            if !person.mayBeNamed {
                notes.add(
                    .consent, at: place, start: start, end: end, says: "“\(quoted)” may not be named here.",
                    mend: "Leave the name out, and whatever else tells who is meant.", pupil: person.id)
            }
        }
        return named
    }
}

extension Page {
    /// The bytes of the original that a stretch of the folded text stands for, with accents that follow its last letter.
    func span(_ start: Int, _ end: Int) -> (Int, Int) {
        (origin(start), end < text.count ? origin(end) : origin(text.count))
    }
}
