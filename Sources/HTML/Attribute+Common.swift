// Attributes that any element may carry, and those of links, pictures and tables.
extension Attribute {
    package static func id(_ value: String?) -> Attribute { custom("id", value) }
    package static func `class`(_ value: String?) -> Attribute { custom("class", value) }
    package static func title(_ value: String) -> Attribute { custom("title", value) }
    package static func lang(_ value: String) -> Attribute { custom("lang", value) }
    package static func role(_ value: Role) -> Attribute { custom("role", value.rawValue) }
    /// -1 lets a script move the focus there; 0 puts it in the order of the Tab key.
    package static func tabindex(_ value: Int) -> Attribute { custom("tabindex", "\(value)") }
    package static func hidden(_ isOn: Bool = true) -> Attribute { flag("hidden", isOn) }
    package static func popover() -> Attribute { flag("popover") }
    package static func popoverTarget(_ id: String) -> Attribute { custom("popovertarget", id) }
    package static func open(_ isOn: Bool = true) -> Attribute { flag("open", isOn) }

    /// `data-name`; the name is given without its prefix.
    package static func data(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(prefix: "data-", name, value.map(Value.text) ?? .omitted)
    }
    package static func aria(_ name: Aria, _ value: String?) -> Attribute {
        Attribute(prefix: "aria-", name.name, value.map(Value.text) ?? .omitted)
    }

    /// Where a link leads. An address that could run code is left out, so the link stays as plain text.
    package static func href(_ address: String) -> Attribute { .address("href", address) }
    /// A link that begins an e-mail; left out when the address holds more than one.
    package static func mailto(_ address: String) -> Attribute {
        let isOne = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?&,;%".utf8.contains($0) }
        return custom("href", isOne && address.contains("@") ? "mailto:\(address)" : nil)
    }
    package static func src(_ address: String) -> Attribute { .address("src", address) }
    package static func rel(_ value: String) -> Attribute { custom("rel", value) }
    package static func download(_ fileName: String) -> Attribute { custom("download", fileName) }
    package static func alt(_ value: String) -> Attribute { custom("alt", value) }
    package static func width(_ value: Int) -> Attribute { custom("width", "\(value)") }
    package static func height(_ value: Int) -> Attribute { custom("height", "\(value)") }
    package static func scope(_ value: Scope) -> Attribute { custom("scope", value.rawValue) }
    package static func colspan(_ value: Int) -> Attribute { custom("colspan", "\(value)") }
    /// An instant or day in ISO 8601.
    package static func datetime(_ value: String) -> Attribute { custom("datetime", value) }
    package static func media(_ query: StaticString) -> Attribute { custom("media", query.description) }
    package static func content(_ value: String) -> Attribute { custom("content", value) }
    package static func charset(_ value: String) -> Attribute { custom("charset", value) }
    package static func `defer`() -> Attribute { flag("defer") }

    package enum Scope: String, Sendable {
        case column = "col"
        case row
    }

    package enum Role: String, Sendable {
        case alert, cell, columnheader, group, list, region, row, rowgroup, rowheader, search, status, table
    }
}

/// The names of `aria-` attributes in use.
package enum Aria: Sendable {
    case current, describedBy, expanded, hidden, invalid, label, labelledBy, live, sort, controls

    var name: StaticString {
        switch self {
        case .current: "current"
        case .describedBy: "describedby"
        case .expanded: "expanded"
        case .hidden: "hidden"
        case .invalid: "invalid"
        case .label: "label"
        case .labelledBy: "labelledby"
        case .live: "live"
        case .sort: "sort"
        case .controls: "controls"
        }
    }
}
