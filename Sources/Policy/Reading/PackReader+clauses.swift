import Yams

extension PackReader {
    mutating func clauses(_ node: Node?) -> [Clause] {
        var clauses: [Clause] = []
        for entry in data.list(node, of: "`clauses`") {
            guard
                let fields = data.fields(
                    entry, of: "a clause", needs: ["id", "where", "says"], may: ["modality", "honoured_by"]),
                let idNode = fields["id"], let id = data.identifier(idNode, of: "`id`")
            else { continue }
            if clauseIDs.contains(id) { data.refuse(idNode, "There are two clauses `\(id)`.") }
            clauseIDs.append(id)
            clauses.append(
                Clause(
                    id: id, place: data.text(fields["where"], of: "`where`") ?? "",
                    says: data.text(fields["says"], of: "`says`") ?? "",
                    modality: modality(fields["modality"]) ?? .fact, claims: claims(fields["honoured_by"]),
                    line: entry.mark?.line ?? 1))
        }
        return clauses
    }

    private mutating func modality(_ node: Node?) -> Modality? {
        guard let node, let text = data.text(node, of: "`modality`") else { return nil }
        return choice(text, node, "modality")
    }

    private mutating func claims(_ node: Node?) -> ClauseClaims {
        var claims = ClauseClaims()
        guard let node,
            let fields = data.fields(
                node, of: "`honoured_by`", needs: [],
                may: ["check", "workflow", "screen", "fact", "platform", "printed", "text"])
        else { return claims }
        claims.workflows = names(fields["workflow"], of: "`workflow`", "workflow")
        claims.screens = names(fields["screen"], of: "`screen`", "screen")
        for (text, node) in data.texts(fields["check"], of: "`check`") {
            guard let kind: CheckKind = choice(text, node, "check") else { continue }
            claims.checks.append(kind)
            checkClaims.append((kind, node))
        }
        claims.facts = data.texts(fields["fact"], of: "`fact`").map { id, node in
            if vocabulary.fact(id) == nil {
                data.refuse(node, unknown: "fact", id, known: vocabulary.facts.map(\.id))
            }
            return id
        }
        claims.platforms = data.texts(fields["platform"], of: "`platform`").map { name, node in
            if platforms.find(name) == nil {
                data.refuse(node, unknown: "platform", name, known: platforms.platforms.map(\.id))
            }
            return name
        }
        for (text, node) in data.texts(fields["printed"], of: "`printed`") {
            guard let field: PrintedField = choice(text, node, "particular") else { continue }
            claims.printed.append(field)
            printedClaims.append((field, node))
        }
        claims.texts = names(fields["text"], of: "`text`", "place to be shown")
        return claims
    }

    /// One or more of a closed list.
    private mutating func names<Value: RawRepresentable<String> & CaseIterable>(
        _ node: Node?, of what: String, _ kind: String
    ) -> [Value] {
        data.texts(node, of: what).compactMap { choice($0.text, $0.node, kind) }
    }

    /// A clause cannot be honoured by a check that is never made.
    mutating func checkChecks(_ checks: [CheckKind: CheckSetting]) {
        for (kind, node) in checkClaims where checks[kind]?.severity == .off {
            data.refuse(node, "A clause says that the check `\(kind.rawValue)` honours it, but the check is `off`.")
        }
    }

    /// A clause cannot be honoured by a particular that the pack leaves empty.
    mutating func checkPrinted(_ school: SchoolFacts, _ policy: PolicyFacts) {
        for (field, node) in printedClaims where !field.isGiven(school, policy) {
            data.refuse(
                node, "A clause says that `\(field.rawValue)` is printed, but the pack leaves it empty. Fill it in.")
        }
    }
}
