import Testing

/// A form of a page as a browser holds it: where it goes, and what it would send untouched.
struct HTMLForm: Sendable {
    var action = ""
    var values: [String: [String]] = [:]

    /// What is typed or chosen replaces what stands there; a date stands as one text.
    func filled(in fields: [String: [String]]) -> [String: [String]] {
        var values = values
        for (name, value) in fields {
            for part in ["day", "month", "year"] where values["\(name)-\(part)"] != nil {
                values["\(name)-\(part)"] = nil
            }
            values[name] = value
        }
        return values
    }
}

/// A tag of a page, with its attributes as a browser reads them and the text that follows it.
struct HTMLTag: Sendable {
    var name: String
    var attributes: [String: String]
    var text: String
}

extension Answer {
    /// - Throws: when the page has no form that is posted there.
    func form(_ action: String) throws -> HTMLForm {
        try #require(forms.first { $0.action == action }, "no form goes to \(action); \(status): \(heading)")
    }

    var heading: String { tags.first { $0.name == "h1" }?.text ?? "" }

    var forms: [HTMLForm] {
        var forms: [HTMLForm] = []
        var current: HTMLForm?
        var select: String?
        for tag in tags {
            let (name, value) = (tag.attributes["name"] ?? "", tag.attributes["value"])
            switch tag.name {
            case "form": current = HTMLForm(action: tag.attributes["action"] ?? "")
            case "/form":
                if let form = current { forms.append(form) }
                current = nil
            case "input":
                let isBox = ["radio", "checkbox"].contains(tag.attributes["type"])
                if !isBox || tag.attributes["checked"] != nil {
                    current?.values[name, default: []].append(value ?? (isBox ? "on" : ""))
                }
            case "textarea": current?.values[name] = [tag.text]
            case "select":
                select = name
                current?.values[name] = [""]
            case "/select": select = nil
            case "option":
                if let select, tag.attributes["selected"] != nil { current?.values[select] = [value ?? tag.text] }
            default: break
            }
        }
        return forms
    }

    /// Read anew each time: who asks more than once keeps them.
    var tags: [HTMLTag] { HTMLReader(body).tags }
}
