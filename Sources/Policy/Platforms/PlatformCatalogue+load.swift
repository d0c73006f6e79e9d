import Yams

extension PlatformCatalogue {
    /// The catalogue that is built in: read when it is first asked for, since it does not change.
    package static func load() throws(PackErrors) -> PlatformCatalogue { try builtIn.get() }

    private static let builtIn = readBuiltIn()

    private static func readBuiltIn() -> Result<PlatformCatalogue, PackErrors> {
        do {
            return .success(try load(yaml: EmbeddedTexts.platforms_yaml, file: "platforms.yaml"))
        } catch {
            return .failure(error)
        }
    }

    package static func load(yaml: String, file: String) throws(PackErrors) -> PlatformCatalogue {
        let root = try DataFile.tree(yaml, file: file)
        var data = DataFile(name: file)
        let catalogue = read(root, &data)
        try data.finish()
        return catalogue
    }

    private static func read(_ root: Node, _ data: inout DataFile) -> PlatformCatalogue {
        guard let fields = data.fields(root, of: "the platforms", needs: ["format", "platforms"], may: ["notes"]) else {
            return PlatformCatalogue(platforms: [])
        }
        let nodes = data.list(fields["platforms"], of: "`platforms`")
        var seen: Set<String> = []
        let platforms = nodes.compactMap { node in
            platform(&data, node).map { platform in
                if !seen.insert(platform.id).inserted {
                    data.refuse(node, "There are two of the platform `\(platform.id)`.")
                }
                return platform
            }
        }
        return PlatformCatalogue(platforms: platforms, notes: data.texts(fields["notes"], of: "`notes`").map(\.text))
    }

    private static func platform(_ data: inout DataFile, _ node: Node) -> Platform? {
        guard
            let fields = data.fields(
                node, of: "a platform", needs: ["id", "name", "ages"],
                may: ["formerly", "closed", "professional-network", "school-run", "only-named", "purpose", "limits"]),
            let id = data.identifier(fields["id"], of: "`id`"), let name = data.text(fields["name"], of: "`name`")
        else { return nil }
        let ages = data.list(fields["ages"], of: "`ages`").compactMap { ageLimit(&data, $0) }
        let limits = data.list(fields["limits"], of: "`limits`").compactMap { self.limits(&data, $0) }
        let purpose = purpose(&data, fields["purpose"])
        let isOnlyNamed = data.truth(fields["only-named"], of: "`only-named`") ?? false
        if !isOnlyNamed, fields["purpose"] == nil { data.refuse(node, "Missing key `purpose` in a platform.") }
        let former = data.list(fields["formerly"], of: "`formerly`").compactMap { formerName(&data, $0) }
        return Platform(
            id: id, name: name, formerly: former.sorted { $0.until < $1.until },
            closed: data.day(fields["closed"], of: "`closed`"),
            isOnlyNamed: isOnlyNamed,
            isProfessionalNetwork: data.truth(fields["professional-network"], of: "`professional-network`") ?? false,
            isSchoolRun: data.truth(fields["school-run"], of: "`school-run`") ?? false,
            purpose: purpose, ages: ages.sorted { $0.from < $1.from }, limits: limits.sorted { $0.from < $1.from })
    }

    /// Purposes that a place on the web can have; the others are of paper and of the classroom.
    private static let purposes: [ImagePurpose] = [.website, .socialMedia, .video]

    private static func purpose(_ data: inout DataFile, _ node: Node?) -> ImagePurpose? {
        guard let node, let text = data.text(node, of: "`purpose`") else { return nil }
        if let purpose = ImagePurpose(rawValue: text), purposes.contains(purpose) { return purpose }
        data.refuse(node, unknown: "purpose", text, known: purposes.map(\.rawValue))
        return nil
    }

    private static func limits(_ data: inout DataFile, _ node: Node) -> PlatformLimits? {
        guard
            let fields = data.fields(
                node, of: "limits", needs: ["from", "source"],
                may: ["characters", "counting", "link-length", "pictures", "alt-characters", "picture-bytes"]),
            let from = data.day(fields["from"], of: "`from`"), let source = data.text(fields["source"], of: "`source`")
        else { return nil }
        func number(_ key: String, _ range: ClosedRange<Int>) -> Int? {
            data.integer(fields[key], of: "`\(key)`", in: range)
        }
        var counting = PlatformLimits.Counting.characters
        if let place = fields["counting"], let text = data.text(place, of: "`counting`") {
            if let known = PlatformLimits.Counting(rawValue: text) {
                counting = known
            } else {
                data.refuse(
                    place, unknown: "way of counting", text, known: PlatformLimits.Counting.allCases.map(\.rawValue))
            }
        }
        return PlatformLimits(
            from: from, characters: number("characters", 1...1_000_000), counting: counting,
            linkLength: number("link-length", 1...500), pictures: number("pictures", 0...1000),
            altCharacters: number("alt-characters", 1...100_000),
            pictureBytes: number("picture-bytes", 1...1_000_000_000), source: source)
    }

    private static func formerName(_ data: inout DataFile, _ node: Node) -> Platform.FormerName? {
        guard let fields = data.fields(node, of: "a former name", needs: ["name", "until"]),
            let name = data.text(fields["name"], of: "`name`"), let until = data.day(fields["until"], of: "`until`")
        else { return nil }
        return Platform.FormerName(name: name, until: until)
    }

    private static func ageLimit(_ data: inout DataFile, _ node: Node) -> Platform.AgeLimit? {
        guard let fields = data.fields(node, of: "an age", needs: ["from", "age", "source"]),
            let from = data.day(fields["from"], of: "`from`"), let source = data.text(fields["source"], of: "`source`"),
            let ageNode = fields["age"]
        else { return nil }
        if data.isNull(ageNode) { return Platform.AgeLimit(from: from, age: nil, source: source) }
        return data.integer(ageNode, of: "`age`", in: 1...21).map {
            Platform.AgeLimit(from: from, age: $0, source: source)
        }
    }
}
