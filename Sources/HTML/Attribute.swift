/// One attribute of an element. Names are literals of the source; values are escaped when they are written.
///
/// There is deliberately none for `style` or `on…`: the content security policy forbids both.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case omitted
        case flag
        case text(String)
    }

    /// What stands before the name: `data-`, `aria-` or nothing.
    let prefix: StaticString
    let name: StaticString
    let value: Value

    init(prefix: StaticString = "", _ name: StaticString, _ value: Value) {
        self.prefix = prefix
        self.name = name
        self.value = value
    }

    /// An attribute that has no function of its own here; nil leaves it out.
    package static func custom(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value.map(Value.text) ?? .omitted)
    }

    /// An attribute without a value, such as `hidden`, present or not.
    package static func flag(_ name: StaticString, _ isOn: Bool = true) -> Attribute {
        Attribute(name, isOn ? .flag : .omitted)
    }

    /// An address, or no attribute where following it could do harm; see `isSafeAddress`.
    static func address(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, value.isSafeAddress ? .text(value) : .omitted)
    }

    func write(to output: inout [UInt8]) {
        if case .omitted = value { return }
        output.append(UInt8(ascii: " "))
        output.append(prefix)
        output.append(name)
        guard case .text(let text) = value else { return }
        output.append("=\"")
        output.appendEscaped(text, quotes: true)
        output.append(UInt8(ascii: "\""))
    }
}
