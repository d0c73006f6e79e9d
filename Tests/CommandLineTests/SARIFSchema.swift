import Foundation

/// The part of the JSON schema of SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json) that concerns what Hornbook writes: for
/// each object that it has, which properties the schema requires, which it knows, and what their values are.
enum SARIFSchema {
    indirect enum Shape: Sendable {
        case text
        /// One of some words.
        case word([String])
        /// RFC 3986.
        case reference
        case number(least: Int)
        case list(Shape, isUnique: Bool)
        /// `additionalProperties` is false wherever the schema has an object, but in property bags.
        case object(required: Set<String>, known: [String: Shape])
        case bag
    }

    static let log = Shape.object(
        required: ["version", "runs"],
        known: [
            "version": .word(["2.1.0"]), "$schema": .reference, "runs": .list(run, isUnique: false),
        ])

    private static let message = Shape.object(
        required: ["text"], known: ["text": .text, "markdown": .text, "id": .text, "properties": .bag])

    private static let run = Shape.object(
        required: ["tool"],
        known: [
            "tool": .object(required: ["driver"], known: ["driver": driver]),
            "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result, isUnique: false),
            "properties": .bag,
        ])

    private static let driver = Shape.object(
        required: ["name"],
        known: [
            "name": .text, "version": .text, "semanticVersion": .text, "informationUri": .reference,
            "rules": .list(rule, isUnique: true),
        ])

    private static let rule = Shape.object(
        required: ["id"],
        known: [
            "id": .text, "name": .text,
            "shortDescription": .object(required: ["text"], known: ["text": .text, "markdown": .text]),
            "helpUri": .reference, "properties": .bag,
        ])

    private static let result = Shape.object(
        required: ["message"],
        known: [
            "ruleId": .text, "ruleIndex": .number(least: -1), "level": .word(["none", "note", "warning", "error"]),
            "message": message, "locations": .list(location, isUnique: false), "properties": .bag,
        ])

    private static let location = Shape.object(
        required: [],
        known: [
            "physicalLocation": .object(
                required: [],
                known: [
                    "artifactLocation": .object(required: [], known: ["uri": .reference, "uriBaseId": .text]),
                    "region": region,
                ])
        ])

    private static let region = Shape.object(
        required: [],
        known: [
            "startLine": .number(least: 1), "startColumn": .number(least: 1), "endLine": .number(least: 1),
            "endColumn": .number(least: 1), "byteOffset": .number(least: -1), "byteLength": .number(least: 0),
        ])

    /// What is wrong with a document, each with its path; empty where it is valid.
    static func faults(in value: JSONText, _ shape: Shape = log, at path: String = "") -> [String] {
        switch (shape, value) {
        case (.text, .string), (.bag, .object): []
        case (.word(let words), .string(let text)): words.contains(text) ? [] : ["\(path): \(text) is no such word"]
        case (.reference, .string(let text)):
            isReference(text) ? [] : ["\(path): \(text) is no reference"]
        case (.number(let least), .number(let number)):
            number >= Double(least) && number == number.rounded() ? [] : ["\(path): \(number)"]
        case (.list(let shape, let isUnique), .array(let items)):
            items.enumerated().flatMap { faults(in: $1, shape, at: "\(path)/\($0)") }
                + (isUnique && Set(items).count < items.count ? ["\(path): an item stands twice"] : [])
        case (.object(let required, let known), .object(let members)):
            required.subtracting(members.keys).map { "\(path): no \($0)" }
                + members.flatMap { name, value in
                    known[name].map { faults(in: value, $0, at: "\(path)/\(name)") } ?? ["\(path): \(name) is unknown"]
                }
        default: ["\(path): another kind of value"]
        }
    }

    private static func isReference(_ text: String) -> Bool {
        text.wholeMatch(
            of: #/([A-Za-z][A-Za-z0-9+.-]*:)?([A-Za-z0-9._~!$&'()*+,;=:@\/-]|%[0-9A-Fa-f]{2})*(\?[^#\s]*)?(#\S*)?/#)
            != nil
    }
}

/// Any JSON, to be looked at without knowing its shape.
enum JSONText: Decodable, Hashable {
    case null
    case truth(Bool)
    case number(Double)
    case string(String)
    case array([JSONText])
    case object([String: JSONText])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .truth(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONText].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONText].self))
        }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(JSONText.self, from: Data(text.utf8)) }
}
