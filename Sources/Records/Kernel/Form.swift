/// What a command asks for: one description gives the page, its errors, the API's schema and the terminal's prompts.
package struct Form: Sendable, Equatable {
    /// The command's name, such as `approve`; unique within its kind.
    package var name: String
    /// Heading of the page, such as "Apply for a social media account".
    package var title: String
    /// A sentence or two above the fields; empty for none.
    package var intro: String
    /// What the button says it does.
    package var button: String
    /// What cannot be undone, said before the button; empty when nothing is lost.
    package var warning: String
    package var fields: [Field]

    package init(
        _ name: String, title: String, intro: String = "", button: String, warning: String = "", fields: [Field] = []
    ) {
        self.name = name
        self.title = title
        self.intro = intro
        self.button = button
        self.warning = warning
        self.fields = fields
    }

    package func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

package struct Field: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// One line of text, at most so many characters.
        case line(max: Int)
        /// Several lines of text, at most so many characters.
        case paragraph(max: Int)
        /// A whole file of text, at most so many bytes of UTF-8; kept as it is sent, to the byte.
        case document(max: Int)
        case email
        /// An `http` or `https` address.
        case webAddress
        case integer(ClosedRange<Int>)
        /// A day: three fields on a page (`name-day`, `name-month`, `name-year`), `2026-11-21` in JSON.
        case date
        case yesNo
        /// A box that must be ticked.
        case confirm
        case choice([Choice])
        case choices([Choice])
        /// One person of the school, by identifier.
        case person
        /// Several people of the school.
        case people
        /// One of these for each of the people the record names: `name.p-1` on a page, an object in JSON.
        case eachPerson([Choice])
        /// Text that is never shown back, never logged and sealed before it is stored.
        case secret
    }

    package var name: String
    package var label: String
    /// Help under the label; empty for none.
    package var hint: String
    package var kind: Kind
    package var isRequired: Bool
    /// What to say when it is missing: names the field and the mend, such as "Enter the aim of the account".
    package var missing: String
    /// Heading that stands above this field and those after it; empty for none.
    package var section: String

    package init(
        _ name: String, _ label: String, _ kind: Kind, hint: String = "", required: Bool = true, missing: String,
        section: String = ""
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.kind = kind
        self.isRequired = required
        self.missing = missing
        self.section = section
    }
}

package struct Choice: Sendable, Equatable {
    package var value: String
    package var label: String
    package var hint: String
    package init(_ value: String, _ label: String, hint: String = "") {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// One thing wrong with one field, in words for the person who filled it in.
package struct FieldProblem: Error, Sendable, Equatable, Codable {
    /// The field's name; empty when it concerns the whole form.
    package var field: String
    package var message: String
    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// What a person sent, before it is validated: each name with its values, as a page posts them.
package struct Input: Sendable, Equatable {
    package var values: [String: [String]]
    package init(_ values: [String: [String]] = [:]) { self.values = values }

    package subscript(_ name: String) -> String { values[name]?.first ?? "" }
    package func all(_ name: String) -> [String] { values[name] ?? [] }
}
