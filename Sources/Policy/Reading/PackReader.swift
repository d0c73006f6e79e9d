import Yams

/// Reads a pack's file, part by part.
struct PackReader {
    var data: DataFile
    let vocabulary: Vocabulary
    let platforms: PlatformCatalogue
    /// Identifiers of the clauses that the pack lists.
    var clauseIDs: [String] = []
    /// Checks that clauses say honour them, looked up once those are read.
    var checkClaims: [(kind: CheckKind, node: Node)] = []
    /// What clauses say is printed in the pack itself, looked up once the pack's particulars are read.
    var printedClaims: [(field: PrintedField, node: Node)] = []

    init(file: String, vocabulary: Vocabulary, platforms: PlatformCatalogue) {
        data = DataFile(name: file)
        self.vocabulary = vocabulary
        self.platforms = platforms
    }

    /// - Returns: nil when something that every pack needs is missing; the errors say what.
    mutating func pack(_ root: Node, source: String) -> Pack? {
        guard
            let fields = data.fields(
                root, of: "a pack", needs: ["format", "pack", "edition", "school", "policy", "rules", "clauses"],
                may: ["process", "checks", "otherwise", "links", "defects"])
        else { return nil }
        if let format = fields["format"], format.scalar?.string != "1" {
            data.refuse(format, "`format` is \(data.kind(of: format)), but 1 was expected.")
        }
        let clauses = self.clauses(fields["clauses"])
        let id = data.identifier(fields["pack"], of: "`pack`")
        let edition = data.text(fields["edition"], of: "`edition`")
        let school = self.school(fields["school"])
        let policy = self.policy(fields["policy"])
        let process = self.process(fields["process"])
        let checks = self.checks(fields["checks"], process: process)
        let rules = self.rules(fields["rules"])
        let otherwise = self.otherwise(fields["otherwise"])
        let links = self.links(fields["links"])
        let defects = self.defects(fields["defects"])
        checkChecks(checks)
        if let school, let policy { checkPrinted(school, policy) }
        guard let id, let edition, let school, let policy, data.errors.isEmpty else { return nil }
        return Pack(
            id: id, edition: "\(id)-\(edition)", school: school, policy: policy, process: process, checks: checks,
            rules: rules,
            otherwise: otherwise, clauses: clauses, links: links, foundDefects: defects,
            compiled: CompiledPolicy(rules: rules, vocabulary: vocabulary), vocabulary: vocabulary, source: source)
    }

    private mutating func school(_ node: Node?) -> SchoolFacts? {
        guard let node,
            let fields = data.fields(
                node, of: "`school`", needs: ["name", "phase", "authority", "ages"], may: ["trust"])
        else { return nil }
        let name = data.text(fields["name"], of: "`name`")
        let phase = data.text(fields["phase"], of: "`phase`")
        let authority = data.text(fields["authority"], of: "`authority`")
        let trust = data.optionalText(fields["trust"], of: "`trust`")
        let ages = data.list(fields["ages"], of: "`ages`").compactMap { data.integer($0, of: "an age", in: 2...19) }
        guard ages.count == 2, ages[0] <= ages[1] else {
            data.refuse(fields["ages"] ?? node, "`ages` must be the youngest and the oldest, such as [4, 11].")
            return nil
        }
        guard let name, let phase, let authority else { return nil }
        return SchoolFacts(name: name, phase: phase, authority: authority, trust: trust, ages: ages[0]...ages[1])
    }

    private mutating func policy(_ node: Node?) -> PolicyFacts? {
        guard let node,
            let fields = data.fields(
                node, of: "`policy`", needs: ["title"],
                may: ["version", "issued", "last_reviewed", "next_review", "ratified", "notes"])
        else { return nil }
        let title = data.text(fields["title"], of: "`title`")
        let policy = PolicyFacts(
            title: title ?? "", version: data.optionalText(fields["version"], of: "`version`"),
            issued: date(fields["issued"], of: "`issued`"),
            lastReviewed: date(fields["last_reviewed"], of: "`last_reviewed`"),
            nextReview: date(fields["next_review"], of: "`next_review`"),
            ratified: date(fields["ratified"], of: "`ratified`"),
            notes: data.texts(fields["notes"], of: "`notes`").map(\.text))
        return title == nil ? nil : policy
    }

    mutating func date(_ node: Node?, of what: String) -> PrintedDate? {
        guard let node, let text = data.optionalText(node, of: what) else { return nil }
        guard let date = PrintedDate(text) else {
            data.refuse(node, "\(what) is `\(text)`, but a date such as 2018, 2018-05 or 2018-05-31 was expected.")
            return nil
        }
        return date
    }

    /// Clauses that something rests on: each must be listed in the pack.
    mutating func citations(_ node: Node?) -> [String] {
        data.texts(node, of: "`clause`").map { id, node in
            if !clauseIDs.contains(id) {
                data.refuse(
                    node, "Clause `\(id)` is cited but not listed under `clauses`.",
                    nearest: Spelling.nearest(to: id, among: clauseIDs))
            }
            return id
        }
    }

    mutating func roles(_ node: Node?, of what: String) -> [Role] {
        data.texts(node, of: what).compactMap { id, node in
            if let role = Role(rawValue: id) { return role }
            data.refuse(node, unknown: "role", id, known: Role.allCases.map(\.rawValue))
            return nil
        }
    }

    mutating func span(_ node: Node?, of what: String) -> Span? {
        guard let node, let text = data.text(node, of: what) else { return nil }
        guard let span = Span(text) else {
            data.refuse(
                node, "\(what) is `\(text)`, but a time such as 24 hours, 10 working days or 12 months was expected.")
            return nil
        }
        return span
    }

    mutating func months(_ node: Node?, of what: String) -> Months? {
        guard let node, let span = span(node, of: what) else { return nil }
        guard case .months(let months) = span else {
            data.refuse(node, "\(what) is `\(span.text)`, but a number of months was expected.")
            return nil
        }
        return months
    }
}
