import Foundation
import Records

/// A JSON object as a form's input: each kind of field has one shape, the one that the schema gives it.
enum JSONInput {
    /// - Throws: `.incomplete` naming each field of a wrong type, and each name that the form does not have.
    static func read(_ bytes: [UInt8], for form: Form) throws(Refusal) -> Input {
        let object: [String: Value]
        do {
            object = bytes.isEmpty ? [:] : try JSONDecoder().decode([String: Value].self, from: Data(bytes))
        } catch {
            throw .incomplete([FieldProblem("", "The body must be a JSON object with a field for each answer")])
        }
        var values: [String: [String]] = [:]
        var problems: [FieldProblem] = []
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let field = form.field(name) else {
                problems.append(FieldProblem(name, "This form has no field of that name"))
                continue
            }
            switch (field.kind, value) {
            case (_, .null): continue
            case (.choices, .list(let list)), (.people, .list(let list)): values[name] = list
            case (.eachPerson, .object(let answers)):
                for (person, answer) in answers { values["\(name).\(person)"] = [answer] }
            case (.yesNo, .flag(let flag)): values[name] = [flag ? "yes" : "no"]
            case (.confirm, .flag(let flag)): values[name] = flag ? ["yes"] : []
            case (.integer, .number(let number)): values[name] = ["\(number)"]
            case (.line, .text(let text)), (.paragraph, .text(let text)), (.document, .text(let text)),
                (.email, .text(let text)),
                (.webAddress, .text(let text)),
                (.date, .text(let text)), (.choice, .text(let text)), (.person, .text(let text)),
                (.secret, .text(let text)):
                values[name] = [text]
            default: problems.append(FieldProblem(name, "This must be \(shape(of: field.kind))"))
            }
        }
        guard problems.isEmpty else { throw .incomplete(problems) }
        return Input(values)
    }

    private static func shape(of kind: Field.Kind) -> String {
        switch kind {
        case .choices, .people: "a list of texts"
        case .eachPerson: "an object with a text for each person"
        case .yesNo, .confirm: "true or false"
        case .integer: "a whole number"
        case .date: "a date as text, such as 2026-09-27"
        case .line, .paragraph, .document, .email, .webAddress, .choice, .person, .secret: "a text"
        }
    }

    /// The few shapes of JSON that a form has a use for.
    private enum Value: Decodable {
        case null
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        case object([String: String])
        /// Nothing that any field takes: its field is then named as wrong.
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let flag = try? container.decode(Bool.self) {
                self = .flag(flag)
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else if let object = try? container.decode([String: String].self) {
                self = .object(object)
            } else {
                self = .other
            }
        }
    }
}
