import Yams

/// A YAML file being read: collects every thing wrong with it, so that all are told at once.
struct DataFile {
    let name: String
    private(set) var errors: [PackError] = []
    /// Nobody mends more at once, and a hostile file must not keep the reader busy.
    static let most = 500

    init(name: String) { self.name = name }

    mutating func refuse(_ node: Node?, _ message: String, nearest: String? = nil) {
        guard errors.count < DataFile.most else { return }
        errors.append(
            PackError(
                file: name, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1, message: message,
                nearest: nearest))
    }

    /// Refuses a name that is not among those known, and names the nearest.
    mutating func refuse(
        _ node: Node, unknown what: String, _ id: String, in place: String = "", known: some Sequence<String>
    ) {
        guard errors.count < DataFile.most else { return }
        refuse(node, "Unknown \(what) `\(id)`\(place).", nearest: Spelling.nearest(to: id, among: known))
    }

    func finish() throws(PackErrors) {
        guard errors.isEmpty else { throw PackErrors(errors) }
    }

    /// The file's tree, or what is wrong with its syntax.
    static func tree(_ yaml: String, file: String) throws(PackErrors) -> Node {
        func refusal(_ mark: Mark?, _ message: String) -> PackErrors {
            PackErrors([PackError(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message: message)])
        }
        if let fault = YAMLShape.fault(in: yaml) { throw refusal(nil, fault) }
        let node: Node?
        let anchored: [Node]
        do {
            // A node knows its anchor only while the parser is there. Values are read here as what they are to be; to have
            // each key matched as well against what YAML takes for a date or a number was half of the parser's time.
            let parser = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8)
            node = try parser.singleRoot()
            anchored = withExtendedLifetime(parser) { node.map(YAMLShape.anchors) ?? [] }
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw refusal(mark, "This is not YAML: \(problem).")
            case .duplicatedKeysInMapping(let keys, let context):
                let names = keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
                throw refusal(context.mark, "The same key stands twice in one map: \(names).")
            case .reader, .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
                throw refusal(nil, "The file cannot be read as YAML in UTF-8.")
            }
        } catch {
            throw refusal(nil, "The file cannot be read as YAML in UTF-8.")
        }
        guard let node else { throw refusal(nil, "The file is empty.") }
        guard anchored.isEmpty else {
            throw PackErrors(
                anchored.prefix(most).map { node in
                    PackError(
                        file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
                        message: "Anchors and aliases (`&name` and `*name`) have no place here. Write the value out.")
                })
        }
        return node
    }
}

/// A map of the file whose keys were checked.
struct Fields {
    let node: Node
    let values: [String: Node]
    subscript(_ key: String) -> Node? { values[key] }
}

extension DataFile {
    /// Reads a map with these keys and no other. Keys that are needed and missing are told.
    mutating func fields(_ node: Node, of what: String, needs: [String], may: [String] = []) -> Fields? {
        guard let mapping = node.mapping else {
            refuse(node, "\(what) is \(kind(of: node)), but a map was expected.")
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, (needs + may).contains(name) else {
                let name = key.scalar?.string ?? ""
                refuse(key, unknown: "key", name, in: " in \(what)", known: needs + may)
                continue
            }
            values[name] = value
        }
        for key in needs where values[key] == nil { refuse(node, "Missing key `\(key)` in \(what).") }
        return Fields(node: node, values: values)
    }

    /// The entries of a list; nothing for a missing one.
    mutating func list(_ node: Node?, of what: String) -> [Node] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            refuse(node, "\(what) is \(kind(of: node)), but a list was expected.")
            return []
        }
        return Array(sequence)
    }

    /// A text that is not empty. Numbers are taken as they are written.
    mutating func text(_ node: Node?, of what: String) -> String? {
        guard let node else { return nil }
        guard let scalar = node.scalar, !isNull(node) else {
            refuse(node, "\(what) is \(kind(of: node)), but a text was expected.")
            return nil
        }
        guard !scalar.string.isEmpty else {
            refuse(node, "\(what) is empty.")
            return nil
        }
        return scalar.string
    }

    /// A text, or nil for `null`.
    mutating func optionalText(_ node: Node?, of what: String) -> String? {
        guard let node, !isNull(node) else { return nil }
        return text(node, of: what)
    }

    /// One text or a list of them, each with its place.
    mutating func texts(_ node: Node?, of what: String) -> [(text: String, node: Node)] {
        guard let node else { return [] }
        let entries = node.sequence.map { Array($0) } ?? [node]
        return entries.compactMap { entry in text(entry, of: what).map { ($0, entry) } }
    }

    mutating func integer(_ node: Node?, of what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let number = Int(scalar.string), range.contains(number)
        else {
            let expected = "a whole number from \(range.lowerBound) to \(range.upperBound) was expected"
            refuse(node, "\(what) is \(kind(of: node)), but \(expected).")
            return nil
        }
        return number
    }

    mutating func truth(_ node: Node?, of what: String) -> Bool? {
        guard let node else { return nil }
        switch node.scalar.map({ $0.style == .plain ? $0.string : "" }) {
        case "true": return true
        case "false": return false
        default:
            refuse(node, "\(what) is \(kind(of: node)), but true or false was expected.")
            return nil
        }
    }

    /// A name of lower-case letters, digits and hyphens.
    mutating func identifier(_ node: Node?, of what: String) -> String? {
        guard let node, let id = text(node, of: what) else { return nil }
        let isName = id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isName, id.utf8.count <= 60 else {
            refuse(
                node,
                "\(what) is `\(id)`, but a name of at most 60 lower-case letters, digits and hyphens was expected.")
            return nil
        }
        return id
    }

    mutating func day(_ node: Node?, of what: String) -> Day? {
        guard let node, let text = text(node, of: what) else { return nil }
        guard let day = Day(iso: text) else {
            refuse(node, "\(what) is `\(text)`, but a day such as 2026-11-21 was expected.")
            return nil
        }
        return day
    }

    func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    func kind(of node: Node) -> String {
        switch node {
        case .scalar(let scalar): isNull(node) ? "empty" : "`\(scalar.string)`"
        case .mapping: "a map"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
