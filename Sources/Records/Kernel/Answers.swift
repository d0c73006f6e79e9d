package import Policy

/// What a person sent, once it has been found good: trimmed, in range, and naming only what exists.
package struct Answers: Sendable, Equatable {
    package private(set) var values: [String: [String]]
    private let form: Form

    init(form: Form, values: [String: [String]]) {
        self.form = form
        self.values = values
    }

    /// The text of a field; empty when it was left out.
    package func text(_ name: String) -> String { values[name]?.first ?? "" }
    /// Everything that was chosen in a field of several.
    package func all(_ name: String) -> [String] { values[name] ?? [] }
    package func isYes(_ name: String) -> Bool { text(name) == "yes" }
    package func integer(_ name: String) -> Int? { Int(text(name)) }
    package func person(_ name: String) -> PersonID { PersonID(text(name)) }
    package func people(_ name: String) -> [PersonID] { (values[name] ?? []).map(PersonID.init) }

    package func day(_ name: String) throws(Refusal) -> Day {
        guard let day = Day(iso: text(name)) else { throw missing(name) }
        return day
    }

    package func choice<E: RawRepresentable<String>>(_ name: String, _: E.Type) throws(Refusal) -> E {
        guard let value = E(rawValue: text(name)) else { throw missing(name) }
        return value
    }

    package func choices<E: RawRepresentable<String>>(_ name: String, _: E.Type) -> [E] {
        (values[name] ?? []).compactMap { E(rawValue: $0) }
    }

    /// The answer for each person of an `.eachPerson` field.
    package func each<E: RawRepresentable<String>>(_ name: String, _: E.Type) -> [PersonID: E] {
        let prefix = name + "."
        var result: [PersonID: E] = [:]
        for (key, value) in values where key.hasPrefix(prefix) {
            guard let choice = value.first.flatMap({ E(rawValue: $0) }) else { continue }
            result[PersonID(String(key.dropFirst(prefix.count)))] = choice
        }
        return result
    }

    /// The same answers with a field's text replaced: for a secret that is sealed before a command is made of it.
    package func replacing(_ name: String, by text: String) -> Answers {
        var copy = self
        copy.values[name] = [text]
        return copy
    }

    private func missing(_ name: String) -> Refusal {
        .incomplete([FieldProblem(name, form.field(name)?.missing ?? "Fill in this field")])
    }
}
