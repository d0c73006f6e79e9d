extension CheckSetting {
    /// The check's lines in a pack's file, without their ends.
    func lines(_ kind: CheckKind, indent: Int = 2) -> [String] {
        let margin = YAMLText.spaces(indent)
        // `off` alone would be read as a truth value by some.
        let value = YAMLText.scalar(severity.rawValue, inList: true)
        let items = clauses.map { YAMLText.scalar($0, inList: true) }.joined(separator: ", ")
        let cited = clauses.isEmpty ? "" : ", clause: [\(items)]"
        let short = "\(margin)\(kind.rawValue): {severity: \(value)\(cited)}"
        if short.count <= YAMLText.width { return [short] }
        return ["\(margin)\(kind.rawValue):", "\(margin)  severity: \(value)"]
            + YAMLText.list("clause", clauses, indent: indent + 2)
    }
}
