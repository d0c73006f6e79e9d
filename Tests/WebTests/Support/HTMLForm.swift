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

    var tags: [HTMLTag] {
        var tags: [HTMLTag] = []
        for piece in body.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            guard let end = Self.end(ofTag: piece) else { continue }
            var (name, attributes) = Self.read(piece[..<end])
            if attributes["action"] == "" { attributes["action"] = nil }
            if name.hasSuffix("/") { name.removeLast() }
            tags.append(
                HTMLTag(name: name, attributes: attributes, text: Self.unescaped(piece[piece.index(after: end)...])))
        }
        return tags
    }

    private static func end(ofTag piece: Substring) -> Substring.Index? {
        var isQuoted = false
        for index in piece.indices {
            if piece[index] == "\"" { isQuoted.toggle() }
            if piece[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private static func read(_ tag: Substring) -> (String, [String: String]) {
        var rest = tag
        let name = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(name.count)
        var attributes: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace }
            let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
            guard !key.isEmpty else { return (name.lowercased(), attributes) }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=\"") else {
                attributes[String(key)] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            attributes[String(key)] = unescaped(value)
        }
    }

    static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = ""
        var rest = text
        let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        while let character = rest.first {
            if character == "&", let entity = entities.first(where: { rest.hasPrefix($0.key) }) {
                result += entity.value
                rest = rest.dropFirst(entity.key.count)
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
