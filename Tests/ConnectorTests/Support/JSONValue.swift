/// Any JSON, as a platform reads what it is sent.
indirect enum JSONValue: Decodable, Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
            if container.decodeNil() {
                .null
            } else if let flag = try? container.decode(Bool.self) {
                .flag(flag)
            } else if let number = try? container.decode(Int.self) {
                .number(number)
            } else if let text = try? container.decode(String.self) {
                .text(text)
            } else if let list = try? container.decode([JSONValue].self) {
                .list(list)
            } else {
                .object(try container.decode([String: JSONValue].self))
            }
    }

    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
    var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }
    /// An object whose every value is a whole number.
    var numbers: [String: Int]? {
        guard let object else { return nil }
        let found = object.compactMapValues(\.number)
        return found.count == object.count ? found : nil
    }
    /// An object whose every value is a text.
    var texts: [String: String]? {
        guard let object else { return nil }
        let found = object.compactMapValues(\.text)
        return found.count == object.count ? found : nil
    }
}
