import Yams

extension PackReader {
    /// The settings of posts, pictures and consent.
    mutating func publishing(_ fields: Fields, _ process: inout Process) {
        set(.postWriters, fields, &process.postWriters) { reader, node in
            reader.data.text(node, of: "`value`").flatMap { reader.choice($0, node, "kind of writer") }
        }
        set(.postApprovers, fields, &process.postApprovers) { reader, node in reader.rolesOrNobody(node) }
        span(.postsDecidedWithin, fields, &process.postsDecidedWithin)
        span(.postApprovalLasts, fields, &process.postApprovalLasts)
        roles(.blackoutRequesters, fields, &process.blackoutRequesters)
        set(.barredLinks, fields, &process.barredLinks) { reader, node in
            reader.data.texts(node, of: "`value`").compactMap { reader.choice($0.text, $0.node, "kind of link") }
        }
        truth(.nameOrImage, fields, &process.nameOrImage)
        set(.imageUses, fields, &process.imageUses) { reader, node in reader.imageUses(node) }
        span(.imageConsentWithin, fields, &process.imageConsentWithin)
        set(.imageConsentLasts, fields, &process.imageConsentLasts) { reader, node in
            reader.data.isNull(node) ? .some(nil) : reader.months(node, of: "`value`").map { .some($0) }
        }
        set(.imageConsentAskedAgain, fields, &process.imageConsentAskedAgain) { reader, node in
            reader.data.list(node, of: "`value`").compactMap { entry in
                reader.data.integer(entry, of: "a year (0 for reception)", in: 0...6).flatMap(SchoolYear.init)
            }
        }
        set(.consentKeepers, fields, &process.consentKeepers) { reader, node in reader.consentKeepers(node) }
        span(.picturesKeptFor, fields, &process.picturesKeptFor)
    }

    /// Roles, or the word `nobody`, which stands alone.
    private mutating func rolesOrNobody(_ node: Node) -> [Role]? {
        if node.scalar?.string == "nobody" { return [] }
        let before = data.errors.count
        let roles = roles(node, of: "`value`")
        if roles.isEmpty, data.errors.count == before {
            data.refuse(node, "`value` needs at least one role, or the word `nobody`.")
        }
        return roles
    }

    /// Whoever keeps consents works with children: everybody else is shown no pupil, whatever a pack says.
    private mutating func consentKeepers(_ node: Node) -> [Role]? {
        let before = data.errors.count
        let keepers = roles(node, of: "`value`")
        if keepers.isEmpty, data.errors.count == before {
            data.refuse(node, "`consents-kept-by` needs at least one role.")
        }
        for role in keepers where !Role.seersOfPupils.contains(role) {
            data.refuse(
                node,
                "`\(role.rawValue)` sees no pupils, so it cannot keep consents. Name some of "
                    + "\(Role.seersOfPupils.map(\.rawValue).joined(separator: ", ")).")
        }
        return keepers
    }

    /// `{website: consent, classroom: public-task}`
    private mutating func imageUses(_ node: Node) -> ImageUses? {
        guard let fields = data.fields(node, of: "`value`", needs: [], may: ImagePurpose.allCases.map(\.rawValue))
        else { return nil }
        var bases: [ImagePurpose: LawfulBasis] = [:]
        for purpose in ImagePurpose.allCases {
            guard let entry = fields[purpose.rawValue], let text = data.text(entry, of: "`\(purpose.rawValue)`"),
                let basis: LawfulBasis = choice(text, entry, "lawful basis")
            else { continue }
            bases[purpose] = basis
        }
        return ImageUses(bases)
    }
}
