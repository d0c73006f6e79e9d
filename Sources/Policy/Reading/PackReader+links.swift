import Yams

extension PackReader {
    mutating func links(_ node: Node?) -> [PolicyLink] {
        var links: [PolicyLink] = []
        for entry in data.list(node, of: "`links`") {
            guard
                let fields = data.fields(
                    entry, of: "a link", needs: ["kind", "name", "clause"],
                    may: ["for", "address", "phone", "replaced_by", "since"]),
                let kindNode = fields["kind"], let text = data.text(kindNode, of: "`kind`"),
                let kind: PolicyLink.Kind = choice(text, kindNode, "kind of link"),
                let nameNode = fields["name"], let name = data.text(nameNode, of: "`name`")
            else { continue }
            if links.contains(where: { $0.kind == kind && $0.name == name }) {
                data.refuse(nameNode, "There are two links to the \(kind.rawValue) `\(name)`.")
            }
            links.append(
                PolicyLink(
                    kind: kind, name: name, clauses: linkClauses(fields["clause"]),
                    purpose: data.optionalText(fields["for"], of: "`for`"), address: address(fields["address"]),
                    phone: data.optionalText(fields["phone"], of: "`phone`"), replacement: replacement(kind, fields)))
        }
        return links
    }

    private mutating func linkClauses(_ node: Node?) -> [String] {
        let before = data.errors.count
        let clauses = citations(node)
        if let node, clauses.isEmpty, data.errors.count == before {
            data.refuse(node, "A link must cite at least one clause.")
        }
        return clauses
    }

    private mutating func address(_ node: Node?) -> String? {
        guard let node, let text = data.optionalText(node, of: "`address`") else { return nil }
        guard (PolicyLink.isWeb(text) || text.contains("@")) && !text.contains(where: \.isWhitespace) else {
            data.refuse(
                node,
                "`address` is `\(text)`, but a web address that begins with https:// or an e-mail address was expected."
            )
            return nil
        }
        return text
    }

    private mutating func replacement(_ kind: PolicyLink.Kind, _ fields: Fields) -> PolicyLink.Replacement? {
        let nodes = ["replaced_by", "since"].compactMap { fields[$0] }
        guard let first = nodes.first else { return nil }
        guard kind == .law else {
            data.refuse(first, "`replaced_by` and `since` belong only to a link whose kind is law.")
            return nil
        }
        guard nodes.count == 2 else {
            data.refuse(first, "`replaced_by` and `since` come together: give both.")
            return nil
        }
        guard let name = data.text(fields["replaced_by"], of: "`replaced_by`"),
            let since = date(fields["since"], of: "`since`")
        else { return nil }
        return PolicyLink.Replacement(name: name, since: since)
    }

    mutating func defects(_ node: Node?) -> [Defect] {
        var defects: [Defect] = []
        for entry in data.list(node, of: "`defects`") {
            guard
                let fields = data.fields(
                    entry, of: "a defect", needs: ["id", "kind", "says", "means", "mend"], may: ["clause"]),
                let idNode = fields["id"], let id = data.identifier(idNode, of: "`id`"),
                let kindNode = fields["kind"], let text = data.text(kindNode, of: "`kind`"),
                let kind: Defect.Kind = choice(text, kindNode, "kind of defect")
            else { continue }
            if defects.contains(where: { $0.id == id }) { data.refuse(idNode, "There are two defects `\(id)`.") }
            let before = data.errors.count
            let clauses = citations(fields["clause"])
            if clauses.isEmpty, kind != .gap, data.errors.count == before {
                data.refuse(
                    fields["clause"] ?? entry, "A defect must cite at least one clause, unless its kind is gap.")
            }
            defects.append(
                Defect(
                    id: id, kind: kind, clauses: clauses, says: data.text(fields["says"], of: "`says`") ?? "",
                    means: data.text(fields["means"], of: "`means`") ?? "",
                    mend: data.text(fields["mend"], of: "`mend`") ?? "", isComputed: false))
        }
        return defects
    }
}
