import Foundation
import Policy
import Proofing

/// Sentences in which people have marked what is to be found, with the register of an invented school.
///
/// How a line is written, and which texts there are, is said in `Tests/ProofingTests/Labelled/README.md`.
struct LabelledText: Sendable {
    /// What a line asks of the checks.
    enum Label: Sendable, Hashable {
        case found(CheckKind), leftAlone(CheckKind), ordinary
    }

    struct Line: Sendable {
        /// From 1, in the file.
        let number: Int
        let label: Label
        let words: Marked

        /// Only what lacks a disclaimer is said on somebody's own account.
        var draft: ProofDraft {
            let isPersonal = [.found(.missingDisclaimer), .leftAlone(.missingDisclaimer)].contains(label)
            return ProofDraft(words: words.text, voice: isPersonal ? .personal : .school)
        }
    }

    struct Fault: Error, CustomStringConvertible {
        let name: String
        let line: Int
        let says: String
        var description: String { "\(name).txt:\(line): \(says)" }
    }

    private enum Section { case none, register, kind(CheckKind), ordinary }

    /// The name of its file, without the ending: `development-3`, `unseen`.
    let name: String
    /// Nobody reads it: of such a text figures are told and no lines.
    var isUnseen: Bool { name.hasPrefix("unseen") }
    private(set) var names: [ProofName] = []
    private(set) var lines: [Line] = []

    init(contentsOf file: URL) throws {
        try self.init(
            String(contentsOf: file, encoding: .utf8), name: file.deletingPathExtension().lastPathComponent)
    }

    init(_ text: String, name: String) throws(Fault) {
        self.name = name
        var section = Section.none
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            func fault(_ says: String) -> Fault { Fault(name: name, line: place + 1, says: says) }
            if line.hasPrefix("["), line.hasSuffix("]") {
                guard let opened = Self.section(line.dropFirst().dropLast()) else {
                    throw fault("there is no check of this name")
                }
                section = opened
                continue
            }
            if case .register = section {
                guard let person = Self.person(line, place + 1) else { throw fault("this is no person") }
                names.append(person)
                continue
            }
            let words = Marked(String(line.dropFirst(2)).replacing("\\n", with: "\n"))
            guard let label = Self.label(line.prefix(2), section), Self.isMarked(words, as: label) else {
                throw fault("its sign, its section and its marks do not agree")
            }
            lines.append(Line(number: place + 1, label: label, words: words))
        }
    }

    /// The texts of a folder, by name.
    static func all(in folder: URL) throws -> [LabelledText] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { try LabelledText(contentsOf: $0) }
    }

    /// Knows the people of its register, and has every check on.
    func reader() -> Proofreader { Proofreader(names: names, settings: PeerPosts.settings) }

    private static func section(_ name: Substring) -> Section? {
        switch name {
        case "register": .register
        case "ordinary": .ordinary
        default: CheckKind(rawValue: String(name)).map(Section.kind)
        }
    }

    private static func label(_ sign: Substring, _ section: Section) -> Label? {
        switch (sign, section) {
        case ("+ ", .kind(let kind)): .found(kind)
        case ("- ", .kind(let kind)): .leftAlone(kind)
        case ("= ", .ordinary): .ordinary
        default: nil
        }
    }

    private static func isMarked(_ words: Marked, as label: Label) -> Bool {
        if case .found = label { return !words.spans.isEmpty }
        return words.spans.isEmpty
    }

    /// `pupil,First,Last,nickname,3 Oak`
    private static func person(_ line: Substring, _ number: Int) -> ProofName? {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let standings: [String: ProofName.Standing] = ["pupil": .pupil, "staff": .staff, "parent": .parent]
        guard fields.count == 5, let standing = standings[fields[0]], !fields[1].isEmpty else { return nil }
        return ProofName(
            id: "line-\(number)", first: fields[1], last: fields[2], nicknames: fields[3].isEmpty ? [] : [fields[3]],
            standing: standing, year: Int(fields[4].prefix { $0.isNumber }), className: fields[4])
    }
}
