import Yams

extension PackReader {
    /// How each kind of check is done: what the pack says, and Hornbook's own value for the others.
    mutating func checks(_ node: Node?, process: Process) -> [CheckKind: CheckSetting] {
        var checks = CheckSetting.defaults(process)
        guard let node,
            let entries = data.fields(node, of: "`checks`", needs: [], may: CheckKind.allCases.map(\.rawValue))
        else { return checks }
        for kind in CheckKind.allCases {
            guard let entry = entries[kind.rawValue],
                let fields = data.fields(entry, of: "`\(kind.rawValue)`", needs: ["severity"], may: ["clause"]),
                let place = fields["severity"], let severity = severity(place)
            else { continue }
            let setting = CheckSetting(severity: severity, clauses: citations(fields["clause"]))
            if let fault = setting.fault(kind, process: process) { data.refuse(place, fault) }
            checks[kind] = setting
        }
        return checks
    }

    private mutating func severity(_ node: Node) -> Severity? {
        guard let text = data.text(node, of: "`severity`") else { return nil }
        return choice(text, node, "severity")
    }
}
