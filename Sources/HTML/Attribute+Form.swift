// Attributes of forms and their controls.
extension Attribute {
    package static func name(_ value: String) -> Attribute { custom("name", value) }
    package static func value(_ value: String) -> Attribute { custom("value", value) }
    package static func type(_ value: InputType) -> Attribute { custom("type", value.rawValue) }
    package static func type(_ value: ButtonType) -> Attribute { custom("type", value.rawValue) }
    package static func `for`(_ id: String) -> Attribute { custom("for", id) }
    /// Where a form is sent; left out under the same rule as ``href(_:)``.
    package static func action(_ address: String) -> Attribute { .address("action", address) }
    package static func formaction(_ address: String) -> Attribute { .address("formaction", address) }
    package static func method(_ value: Method) -> Attribute { custom("method", value.rawValue) }
    package static func enctype(_ value: Encoding) -> Attribute { custom("enctype", value.rawValue) }
    package static func novalidate() -> Attribute { flag("novalidate") }
    package static func required(_ isOn: Bool = true) -> Attribute { flag("required", isOn) }
    package static func checked(_ isOn: Bool = true) -> Attribute { flag("checked", isOn) }
    package static func selected(_ isOn: Bool = true) -> Attribute { flag("selected", isOn) }
    package static func disabled(_ isOn: Bool = true) -> Attribute { flag("disabled", isOn) }
    package static func multiple() -> Attribute { flag("multiple") }
    package static func rows(_ count: Int) -> Attribute { custom("rows", "\(count)") }
    package static func min(_ value: Int) -> Attribute { custom("min", "\(value)") }
    package static func max(_ value: Int) -> Attribute { custom("max", "\(value)") }
    package static func inputmode(_ value: InputMode) -> Attribute { custom("inputmode", value.rawValue) }
    /// A token of the HTML standard, such as `email` or `current-password`; nil leaves it out.
    package static func autocomplete(_ token: String?) -> Attribute { custom("autocomplete", token) }
    package static func autocapitalize(_ token: String?) -> Attribute { custom("autocapitalize", token) }
    package static func spellcheck(_ isOn: Bool) -> Attribute { custom("spellcheck", isOn ? "true" : "false") }
    package static func accept(_ types: String) -> Attribute { custom("accept", types) }

    package enum InputType: String, Sendable {
        case text, email, url, password, search, hidden, radio, checkbox, file
    }

    package enum ButtonType: String, Sendable {
        case submit, button
    }

    package enum Method: String, Sendable {
        case get, post
    }

    package enum Encoding: String, Sendable {
        case urlEncoded = "application/x-www-form-urlencoded"
        case multipart = "multipart/form-data"
    }

    package enum InputMode: String, Sendable {
        case numeric, email, url, text
    }
}
