import Foundation
import Office
import Records

/// The description of the API, OpenAPI 3.1, made from the same forms as the pages.
enum OpenAPI {
    static func document(_ desk: Desk) -> JSON {
        var paths: [String: JSON] = [
            "/{school}/api/today": get("My duties, the most pressing first"),
            "/{school}/api/ask": get(
                "What the policy says to some facts; each fact is a query parameter",
                query: [("words", "Plain words instead: the answer is then the questions that they may mean.")]),
            "/{school}/api/analysis": get(
                "What analysis finds in the policy in force",
                query: [("topic", "Only this topic."), ("kind", "Only findings of this kind.")]),
            "/{school}/api/compare": get(
                "Where two policies answer differently",
                query: [
                    (
                        "a",
                        "`in-force`, a built-in policy, or `earlier-` and the first twelve digits of an edition's hash."
                    ),
                    ("b", "Another."), ("topic", "Only this topic."), ("kind", "Only differences of this kind."),
                ]),
            "/{school}/api/questions": get("What policies say to the questions that staff ask most"),
        ]
        for drawer in Cabinet.drawers {
            let base = "/{school}/api/\(drawer.kind.path)"
            paths[base] = get("A list of \(drawer.kind.path)")
            paths["\(base)/{key}"] = get("One of \(drawer.kind.path)", key: true)
            for form in drawer.forms(at: desk) { paths["\(base)/{key}/\(form.name)"] = post(form) }
        }
        paths["/{school}/api/check"] = .object([
            "post": operation(
                CheckAPI.form,
                parameters: [
                    parameter("school"), parameter("format", in: "query", "`json`, or `sarif` for SARIF 2.1.0."),
                ])
        ])
        if let keep = Cabinet.drawer(.answer).forms(at: desk).first(where: { $0.name == "keep" }) {
            paths["/{school}/api/answers"] = .object([
                "get": operation("A list of answers", parameters: [parameter("school")]),
                "post": operation(keep, parameters: [parameter("school"), idempotencyKey]),
            ])
        }
        return .object([
            "openapi": .text("3.1.0"),
            "info": .object([
                "title": .text("Hornbook"), "version": .text("1"),
                "description": .text("Every command of a school. `key` is `new` for a command that begins a record."),
            ]),
            "security": .list([.object(["token": .list([])])]),
            "paths": .object(paths),
            "components": .object([
                "securitySchemes": .object(["token": .object(["type": .text("http"), "scheme": .text("bearer")])]),
                "schemas": .object(["Problem": problem]),
            ]),
        ])
    }

    private static let problem = JSON.object([
        "type": .text("object"), "required": .list([.text("error"), .text("fields")]),
        "properties": .object([
            "error": .object(["type": .text("string")]),
            "fields": .object([
                "type": .text("array"),
                "items": .object([
                    "type": .text("object"),
                    "properties": .object([
                        "field": .object(["type": .text("string")]), "message": .object(["type": .text("string")]),
                    ]),
                ]),
            ]),
        ]),
    ])

    private static func parameter(_ name: String, in place: String = "path", _ text: String = "") -> JSON {
        .object([
            "name": .text(name), "in": .text(place), "required": .flag(place == "path"), "description": .text(text),
            "schema": .object(["type": .text("string")]),
        ])
    }

    private static func get(_ summary: String, key: Bool = false, query: [(name: String, text: String)] = []) -> JSON {
        let parameters =
            [parameter("school")] + (key ? [parameter("key")] : [])
            + query.map { parameter($0.name, in: "query", $0.text) }
        return .object(["get": operation(summary, parameters: parameters)])
    }

    private static func operation(_ summary: String, parameters: [JSON]) -> JSON {
        .object(["summary": .text(summary), "parameters": .list(parameters), "responses": responses])
    }

    private static func post(_ form: Form) -> JSON {
        .object([
            "post": operation(
                form,
                parameters: [
                    parameter("school"), parameter("key"),
                    parameter("If-Match", in: "header", "The revision that was read."), idempotencyKey,
                ])
        ])
    }

    private static let idempotencyKey = parameter(
        "Idempotency-Key", in: "header", "Names the command, so that it is carried out once.")

    private static func operation(_ form: Form, parameters: [JSON]) -> JSON {
        .object([
            "summary": .text(form.title),
            "description": .text([form.intro, form.warning].filter { !$0.isEmpty }.joined(separator: " ")),
            "parameters": .list(parameters),
            "requestBody": .object([
                "required": .flag(true),
                "content": .object(["application/json": .object(["schema": schema(form)])]),
            ]),
            "responses": responses,
        ])
    }

    private static let responses = JSON.object([
        "2XX": .object(["description": .text("Done, or done before")]),
        "4XX": .object([
            "description": .text("Not done, and why"),
            "content": .object([
                "application/json": .object(["schema": .object(["$ref": .text("#/components/schemas/Problem")])])
            ]),
        ]),
    ])

    static func schema(_ form: Form) -> JSON {
        var properties: [String: JSON] = [:]
        for field in form.fields { properties[field.name] = schema(field) }
        return .object([
            "type": .text("object"), "additionalProperties": .flag(false), "properties": .object(properties),
            "required": .list(form.fields.filter(\.isRequired).map { .text($0.name) }),
        ])
    }

    private static func schema(_ field: Field) -> JSON {
        var parts: [String: JSON] = ["title": .text(field.label)]
        if !field.hint.isEmpty { parts["description"] = .text(field.hint) }
        func string(_ more: [String: JSON] = [:]) {
            parts.merge(["type": JSON.text("string")].merging(more) { $1 }) { $1 }
        }
        switch field.kind {
        case .line(let max), .paragraph(let max), .carried(let max): string(["maxLength": .number(max)])
        case .document: string(["contentMediaType": .text("application/yaml")])
        case .email: string(["format": .text("email")])
        case .webAddress: string(["format": .text("uri")])
        case .date: string(["format": .text("date")])
        case .person: string(["description": .text("A person's identifier")])
        case .secret: string(["writeOnly": .flag(true), "maxLength": .number(4000)])
        case .choice(let choices): string(["enum": .list(choices.map { .text($0.value) })])
        case .integer(let range):
            parts["type"] = .text("integer")
            parts["minimum"] = .number(range.lowerBound)
            parts["maximum"] = .number(range.upperBound)
        case .yesNo: parts["type"] = .text("boolean")
        case .confirm:
            parts["type"] = .text("boolean")
            parts["const"] = .flag(true)
        case .choices(let choices):
            list(&parts, .object(["type": .text("string"), "enum": .list(choices.map { .text($0.value) })]))
        case .people: list(&parts, .object(["type": .text("string")]))
        case .eachPerson(let choices):
            parts["type"] = .text("object")
            parts["additionalProperties"] = .object([
                "type": .text("string"), "enum": .list(choices.map { .text($0.value) }),
            ])
        }
        return .object(parts)
    }

    private static func list(_ parts: inout [String: JSON], _ items: JSON) {
        parts["type"] = .text("array")
        parts["uniqueItems"] = .flag(true)
        parts["items"] = items
    }
}

/// JSON of any shape, for the one document whose shape is not a type of ours.
indirect enum JSON: Encodable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSON])
    case object([String: JSON])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
