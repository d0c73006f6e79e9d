/// A process setting as a pack's file has it.
package struct SettingText: Sendable, Equatable {
    /// Texts as the file writes them, such as `headteacher`, `10 working days`, `true`; none stands for never or nothing.
    package var values: [String]
    /// Identifiers of the clauses that say so.
    package var clauses: [String]

    package init(values: [String], clauses: [String]) {
        self.values = values
        self.clauses = clauses
    }

    /// The setting's lines, without their ends.
    package func lines(_ key: ProcessKey, indent: Int = 2) -> [String] {
        let cited = clauses.isEmpty ? "" : ", clause: [\(Self.items(clauses))]"
        let short = "\(YAMLText.spaces(indent))\(key.rawValue): {value: \(value(key))\(cited)}"
        if short.count <= YAMLText.width { return [short] }
        var lines = ["\(YAMLText.spaces(indent))\(key.rawValue):"]
        lines +=
            isList(key) && !values.isEmpty
            ? YAMLText.list("value", values, indent: indent + 2)
            : ["\(YAMLText.spaces(indent + 2))value: \(value(key))"]
        if !clauses.isEmpty { lines += YAMLText.list("clause", clauses, indent: indent + 2) }
        return lines
    }

    private func value(_ key: ProcessKey) -> String {
        if key.shape == .rolesOrNobody, values.isEmpty { return "nobody" }
        if isList(key) { return "[\(Self.items(values))]" }
        switch key.shape {
        case .schoolYears: return "[\(values.joined(separator: ", "))]"
        case .imageUses: return "{\(values.joined(separator: ", "))}"
        default: break
        }
        guard let value = values.first else { return "null" }
        // Numbers, true and false are no texts, and are not quoted.
        switch key.shape {
        case .count, .yesNo: return value
        case .clock:
            let span = YAMLText.scalar(value, inList: true)
            return values.count > 1
                ? "{within: \(span), on-day-off: \(YAMLText.scalar(values[1], inList: true))}" : span
        case .roles, .rolesOrNobody, .span, .months, .monthsOrNever, .choice, .choices, .schoolYears, .imageUses:
            return YAMLText.scalar(value, inList: true)
        }
    }

    private func isList(_ key: ProcessKey) -> Bool {
        switch key.shape {
        case .rolesOrNobody: !values.isEmpty
        case .roles, .choices: true
        case .span, .clock, .months, .monthsOrNever, .count, .yesNo, .choice, .schoolYears, .imageUses: false
        }
    }

    private static func items(_ values: [String]) -> String {
        values.map { YAMLText.scalar($0, inList: true) }.joined(separator: ", ")
    }
}
