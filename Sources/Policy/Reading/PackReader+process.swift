import Yams

extension PackReader {
    mutating func process(_ node: Node?) -> Process {
        var process = Process()
        guard let node,
            let fields = data.fields(node, of: "`process`", needs: [], may: ProcessKey.allCases.map(\.rawValue))
        else { return process }
        roles(.accountApprovers, fields, &process.accountApprovers)
        span(.accountDecisionWithin, fields, &process.accountDecisionWithin)
        roles(.accountCreators, fields, &process.accountCreators)
        span(.accountCreationWithin, fields, &process.accountCreationWithin)
        count(.operatorsAtLeast, fields, &process.operatorsAtLeast)
        set(.operatorsNeed, fields, &process.operatorsNeed) { reader, node in
            let texts = reader.data.texts(node, of: "`value`")
            return texts.compactMap { reader.choice($0.text, $0.node, "operators' need") }
        }
        roles(.operatorsMayBe, fields, &process.operatorsMayBe)
        roles(.applicantsMayBe, fields, &process.applicantsMayBe)
        set(.schoolEmail, fields, &process.schoolEmail) { reader, node in
            reader.data.text(node, of: "`value`").flatMap { reader.choice($0, node, "school e-mail rule") }
        }
        truth(.privacyNoticeListing, fields, &process.privacyNoticeListing)
        truth(.officialPlatformTest, fields, &process.officialPlatformTest)
        truth(.tellParents, fields, &process.tellParentsWhenUsedWithPupils)
        count(.administratorsAtMost, fields, &process.administratorsAtMost)
        months(.accessReviewEvery, fields, &process.accessReviewEvery)
        roles(.accessReviewers, fields, &process.accessReviewers)
        span(.credentialRotationWithin, fields, &process.credentialRotationWithin)
        span(.handoverWithin, fields, &process.handoverWithin)
        span(.declarationWithin, fields, &process.declarationWithin)
        set(.declarationRepeatsEvery, fields, &process.declarationRepeatsEvery) { reader, node in
            reader.data.isNull(node) ? .some(nil) : reader.months(node, of: "`value`").map { .some($0) }
        }
        months(.trainingValidFor, fields, &process.trainingValidFor)
        roles(.trainingRecorders, fields, &process.trainingRecorders)
        span(.unofficialActionWithin, fields, &process.unofficialActionWithin)
        months(.policyReviewEvery, fields, &process.policyReviewEvery)
        roles(.departuresToldTo, fields, &process.departuresToldTo)
        span(.departuresAnsweredWithin, fields, &process.departuresAnsweredWithin)
        roles(.contactDeclaredTo, fields, &process.contactDeclaredTo)
        roles(.incidentsToldTo, fields, &process.incidentsToldTo)
        roles(.safeguardingToldTo, fields, &process.safeguardingToldTo)
        roles(.complaintsToldTo, fields, &process.complaintsToldTo)
        roles(.pressApprovers, fields, &process.pressApprovers)
        roles(.nameAndLogoApprovers, fields, &process.nameAndLogoApprovers)
        roles(.controversialPostApprovers, fields, &process.controversialPostApprovers)
        span(.postsWatchedEvery, fields, &process.postsWatchedEvery)
        clock(.repliesWithin, fields, &process.repliesWithin)
        span(.imagesRemovedWithin, fields, &process.imagesRemovedWithin)
        roles(.policyReviewers, fields, &process.policyReviewers)
        roles(.policyRatifiers, fields, &process.policyRatifiers)
        publishing(fields, &process)
        return process
    }

    /// Reads `{value: …, clause: […]}`; a setting that is not there keeps its default.
    mutating func set<Value>(
        _ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<Value>,
        _ read: (inout PackReader, Node) -> Value?
    ) {
        guard let node = settings[key.rawValue],
            let fields = data.fields(node, of: "`\(key.rawValue)`", needs: ["value"], may: ["clause"]),
            let valueNode = fields["value"], let value = read(&self, valueNode)
        else { return }
        setting = Setting(value, clauses: citations(fields["clause"]))
    }

    mutating func roles(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<[Role]>) {
        set(key, settings, &setting) { reader, node in
            let before = reader.data.errors.count
            let roles = reader.roles(node, of: "`value`")
            if roles.isEmpty && reader.data.errors.count == before {
                reader.data.refuse(node, "`\(key.rawValue)` needs at least one role.")
            }
            return roles
        }
    }

    mutating func span(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<Span>) {
        set(key, settings, &setting) { reader, node in reader.span(node, of: "`value`") }
    }

    /// A span alone, whose clock runs on days off, or `{within: …, on-day-off: …}`.
    private mutating func clock(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<ResponseClock>) {
        set(key, settings, &setting) { reader, node in
            guard node.mapping != nil else {
                return reader.span(node, of: "`value`").map { ResponseClock(within: $0) }
            }
            guard let fields = reader.data.fields(node, of: "`value`", needs: ["within", "on-day-off"]),
                let within = reader.span(fields["within"], of: "`within`"), let dayNode = fields["on-day-off"],
                let text = reader.data.text(dayNode, of: "`on-day-off`"),
                let onDayOff: ResponseClock.OnDayOff = reader.choice(text, dayNode, "rule for a day off")
            else { return nil }
            return ResponseClock(within: within, onDayOff: onDayOff)
        }
    }

    mutating func months(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<Months>) {
        set(key, settings, &setting) { reader, node in reader.months(node, of: "`value`") }
    }

    private mutating func count(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<Int>) {
        set(key, settings, &setting) { reader, node in reader.data.integer(node, of: "`value`", in: 1...20) }
    }

    mutating func truth(_ key: ProcessKey, _ settings: Fields, _ setting: inout Setting<Bool>) {
        set(key, settings, &setting) { reader, node in reader.data.truth(node, of: "`value`") }
    }

    /// One of a closed list of values.
    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, _ node: Node, _ what: String
    ) -> Value? {
        if let value = Value(rawValue: text) { return value }
        data.refuse(node, unknown: what, text, known: Value.allCases.map(\.rawValue))
        return nil
    }
}
