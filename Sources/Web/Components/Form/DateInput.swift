package import HTML
package import Records

/// A day in three fields, as people write it. Posted as `name-day`, `name-month` and `name-year`.
package struct DateInput: Component {
    var texts: FieldTexts
    var input: Input

    package init(_ texts: FieldTexts, input: Input) {
        self.texts = texts
        self.input = input
    }

    package var body: Markup {
        FieldGroup(texts) {
            div(.class("date")) {
                for part in Self.parts { control(part) }
            }
        }.body
    }

    /// The first of the three that is empty, or the day: where the error summary leads.
    static func firstFault(_ name: String, _ input: Input) -> String {
        let first = parts.first { part(name, $0, input).isEmpty } ?? "day"
        return "\(name)-\(first)"
    }

    private static let parts = ["day", "month", "year"]

    private func control(_ part: String) -> Markup {
        let name = "\(texts.name)-\(part)"
        return div {
            HTML.label(.for(FieldTexts.id(name))) { part.prefix(1).uppercased() + part.dropFirst() }
            HTML.input(
                .class(part == "year" ? "input input-year" : "input input-day"), .id(FieldTexts.id(name)), .name(name),
                .type(.text), .inputmode(.numeric), .autocomplete("off"),
                .value(Self.part(texts.name, part, input)), texts.invalid)
        }
    }

    /// What was typed into the part, or else the part of a day given whole, such as `2026-09-27`.
    private static func part(_ name: String, _ part: String, _ input: Input) -> String {
        if let typed = input.values["\(name)-\(part)"]?.first { return typed }
        let whole = input[name].split(separator: "-")
        guard whole.count == 3 else { return "" }
        switch part {
        case "day": return String(whole[2].drop { $0 == "0" })
        case "month": return String(whole[1].drop { $0 == "0" })
        default: return String(whole[0])
        }
    }
}
