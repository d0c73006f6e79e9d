import Yams

/// Why a part of a pack was not written into its file.
package enum PackEditFault: Error, Sendable, Equatable {
    /// The file would not be a pack any more; every reason.
    case refused(PackErrors)
    /// The part is written in a way that cannot be changed without touching what stands around it.
    case notInPlace
    /// There is no such rule or setting.
    case missing
}

extension Pack {
    /// The pack with one rule written anew in its place. Every other line of the file stays as it is, byte for byte.
    package func replacing(_ id: String, with rule: Rule) throws(PackEditFault) -> Pack {
        let file = try parts()
        guard let place = file.rules().first(where: { $0.id == id }),
            let index = rules.firstIndex(where: { $0.id == id })
        else { throw .missing }
        var lines = file.lines
        lines.replaceSubrange(
            place.lines, with: RuleText.lines(rule, in: vocabulary, indent: file.indent(place.lines.lowerBound)))
        var expected = rules
        expected[index] = rule
        return try checked(file.text(lines), rules: expected)
    }

    /// The pack with one more rule: after the last that shares its first action's topic, or after all others.
    package func adding(_ rule: Rule) throws(PackEditFault) -> Pack {
        let file = try parts()
        let places = file.rules()
        guard let after = anchor(for: rule), places.indices.contains(after), places.count == rules.count else {
            throw .notInPlace
        }
        let place = places[after].lines
        var lines = file.lines
        lines.insert(
            contentsOf: [""] + RuleText.lines(rule, in: vocabulary, indent: file.indent(place.lowerBound)),
            at: place.upperBound)
        var expected = rules
        expected.insert(rule, at: after + 1)
        return try checked(file.text(lines), rules: expected)
    }

    /// The pack without one of its rules.
    package func removing(_ id: String) throws(PackEditFault) -> Pack {
        let file = try parts()
        guard let place = file.rules().first(where: { $0.id == id })?.lines else { throw .missing }
        var lines = file.lines
        lines.removeSubrange(place)
        let before = place.lowerBound - 1
        if before >= 0, file.isBlank(before), lines.indices.contains(before + 1), lines[before + 1].isEmpty {
            lines.remove(at: before)
        }
        return try checked(file.text(lines), rules: rules.filter { $0.id != id })
    }

    /// The pack with one process setting written in, or taken out so that Hornbook's own value holds.
    package func setting(_ key: ProcessKey, to setting: SettingText?) throws(PackEditFault) -> Pack {
        try entry(key.rawValue, in: "process", as: setting.map { text in { text.lines(key, indent: $0) } })
    }

    /// The pack with one kind of check written in, or taken out so that Hornbook's own severity holds.
    package func checking(_ kind: CheckKind, as setting: CheckSetting?) throws(PackEditFault) -> Pack {
        try entry(kind.rawValue, in: "checks", as: setting.map { setting in { setting.lines(kind, indent: $0) } })
    }

    /// The pack with one entry of a map of the whole file written anew, added or taken out.
    private func entry(
        _ key: String, in section: String, as written: ((_ indent: Int) -> [String])?
    ) throws(PackEditFault) -> Pack {
        let file = try parts()
        let entries = file.entries(of: section)
        let place = entries.first { $0.key == key }?.lines
        var lines = file.lines
        switch (place, written) {
        case (nil, nil): throw .missing
        case (let place?, let written?):
            lines.replaceSubrange(place, with: written(file.indent(place.lowerBound)))
        case (nil, let written?):
            if let last = entries.last {
                lines.insert(contentsOf: written(file.indent(last.lines.lowerBound)), at: last.lines.upperBound)
            } else {
                guard file.section(section) == nil, var place = file.section("rules") else { throw .notInPlace }
                while place > 0, file.isComment(place - 1) { place -= 1 }
                lines.insert(contentsOf: ["\(section):"] + written(2) + [""], at: place)
            }
        case (let place?, nil):
            lines.removeSubrange(place)
            // A heading over nothing would not be a map.
            if entries.count == 1, let heading = file.section(section) { lines.remove(at: heading) }
        }
        return try checked(file.text(lines), rules: rules)
    }

    /// The pack under another name of its edition, such as `2026.2`.
    package func renamed(edition: String) throws(PackEditFault) -> Pack {
        let file = try parts()
        guard let line = file.section("edition") else { throw .missing }
        var lines = file.lines
        let comment = lines[line].firstRange(of: " #").map { lines[line][$0.lowerBound...] } ?? ""
        lines[line] = "edition: \(YAMLText.scalar(edition))\(comment)"
        return try checked(file.text(lines), rules: rules)
    }

    /// A process setting as the file has it; nil where the file is silent.
    package func settingText(_ key: ProcessKey) -> SettingText? {
        guard let file = try? PackLines(source, file: fileName),
            let node = file.entries(of: "process").first(where: { $0.key == key.rawValue })?.node,
            let fields = node.mapping
        else { return nil }
        var data = DataFile(name: fileName)
        let value = fields["value"]
        let isNothing = value.map(data.isNull) ?? true
        let texts: [String] =
            switch (key.shape, value?.mapping) {
            case (.imageUses, let uses?):
                uses.map { "\($0.key.scalar?.string ?? ""): \($0.value.scalar?.string ?? "")" }
            case (_, let clock?): [clock["within"], clock["on-day-off"]].compactMap { $0?.scalar?.string }
            case (.rolesOrNobody, nil) where value?.scalar?.string == "nobody": []
            case (_, nil): data.texts(value, of: "").map(\.text)
            }
        return SettingText(
            values: isNothing ? [] : texts, clauses: data.texts(fields["clause"], of: "").map(\.text))
    }

    /// The lines of the file, from 1, on which a rule stands.
    package func lines(ofRule id: String) -> ClosedRange<Int>? {
        guard let file = try? PackLines(source, file: fileName),
            let place = file.rules().first(where: { $0.id == id })?.lines, !place.isEmpty
        else { return nil }
        return (place.lowerBound + 1)...place.upperBound
    }

    /// Whether comments stand inside a rule: written anew, it would lose them.
    package func hasComments(inRule id: String) -> Bool {
        guard let file = try? PackLines(source, file: fileName),
            let place = file.rules().first(where: { $0.id == id })?.lines
        else { return false }
        return place.contains(where: file.isComment)
    }

    /// What the file is called where it is spoken of: `oakdene.yaml`.
    package var fileName: String { "\(id).yaml" }

    /// Where a new rule comes in: the place of the rule before it.
    private func anchor(for rule: Rule) -> Int? {
        func topics(_ rule: Rule) -> [String] {
            rule.when.filter { $0.fact == "action" }.flatMap(\.values).compactMap { vocabulary.action($0)?.topic }
        }
        let topic = topics(rule).first
        return rules.lastIndex { other in topic.map(topics(other).contains) ?? false } ?? rules.indices.last
    }

    private func parts() throws(PackEditFault) -> PackLines {
        do { return try PackLines(source, file: fileName) } catch { throw .refused(error) }
    }

    /// Reads the new text, and makes sure that nothing changed in it but what was to change.
    private func checked(_ text: String, rules expected: [Rule]) throws(PackEditFault) -> Pack {
        let pack: Pack
        do { pack = try Pack.load(yaml: text, file: fileName, vocabulary: vocabulary) } catch { throw .refused(error) }
        guard pack.rules.map(\.withoutLine) == expected.map(\.withoutLine), pack.id == id,
            pack.clauses.map(\.id) == clauses.map(\.id), pack.otherwise == otherwise
        else { throw .notInPlace }
        return pack
    }
}

extension Rule {
    /// The rule wherever it stands.
    package var withoutLine: Rule {
        var copy = self
        copy.line = 0
        return copy
    }
}
