extension Pack {
    /// What an honour is called where people read it.
    package func label(of honour: Honour, platforms: PlatformCatalogue) -> String {
        let name = honour.name
        return switch honour.kind {
        case .rule, .defect: String(name.map { $0 == "-" ? " " : $0 })
        case .setting: ProcessKey(rawValue: name)?.label ?? name
        case .check: CheckKind(rawValue: name)?.label ?? name
        case .otherwise: "what the policy says then"
        case .workflow: Workflow(rawValue: name)?.label ?? name
        case .screen: Screen(rawValue: name)?.label ?? name
        case .fact: vocabulary.fact(name)?.label ?? name
        case .platform: platforms.find(name)?.name ?? name
        case .printed: PrintedField(rawValue: name)?.label ?? name
        case .link: name
        case .text: ShownText(rawValue: name)?.label ?? name
        }
    }
}
