package import Policy

/// An edition of the school's policy that is being written: the whole pack as text, and what it began from.
package struct Edition: Record {
    package static let kind = Kind.edition

    package var title: String
    /// Why the policy is to change.
    package var reason: String
    /// The edition that was in force when the draft was begun.
    package var base: PackInForce
    /// The pack's YAML. It may be one that cannot be understood yet: see ``faults``.
    package var text: String
    /// SHA-256 of the text, lower-case hexadecimal.
    package var hash: String
    /// How many things were wrong with the text when it was saved; 0 for a pack.
    package var faults: Int
    package var phase: Phase
    /// Every save, the oldest first.
    package var changes: [Change]

    package enum Phase: Sendable, Equatable, Codable {
        case draft
        /// Saved as a draft edition after its impact was read. Any later change of the text makes it a draft again.
        case ready(by: PersonID, at: Instant)
        case discarded(by: PersonID, reason: String, at: Instant)
    }

    package struct Change: Sendable, Equatable, Codable {
        package var by: PersonID
        package var at: Instant
        /// What was changed, in words.
        package var note: String
        /// Of the text that came of it.
        package var hash: String
    }

    /// A text and its SHA-256.
    package struct Text: Sendable, Equatable {
        package var yaml: String
        package var hash: String
        package init(yaml: String, hash: String) {
            self.yaml = yaml
            self.hash = hash
        }
    }

    package enum Command: Sendable, Equatable {
        /// Begins a draft with the text of the edition in force, or with another.
        case start(title: String, reason: String, text: Text?)
        /// - Parameter isUnfinished: keeps a text that is not a pack yet.
        case save(Text, note: String, isUnfinished: Bool)
        case describe(title: String, reason: String)
        case ready
        case discard(reason: String)
    }

    package enum Event: RecordEvent {
        case started(
            title: String, reason: String, base: PackInForce, text: String, hash: String, faults: Int, by: PersonID,
            at: Instant)
        case saved(text: String, hash: String, faults: Int, note: String, by: PersonID, at: Instant)
        case described(title: String, reason: String)
        case readied(hash: String, by: PersonID, at: Instant)
        case discarded(reason: String, by: PersonID, at: Instant)

        package var name: String {
            switch self {
            case .started: "started"
            case .saved: "saved"
            case .described: "described"
            case .readied: "readied"
            case .discarded: "discarded"
            }
        }
    }

    /// Who may write drafts of the policy and see them.
    package static let editors: [Role] = [.headteacher, .slt, .administrator]

    package var isDiscarded: Bool { if case .discarded = phase { true } else { false } }
    package var isReady: Bool { if case .ready = phase { true } else { false } }
}

extension Edition {
    package static func decide(_ state: Edition?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event] {
        if !desk.isReaction { try desk.require(anyOf: editors, to: "change the policy") }
        switch (state, command) {
        case (nil, .start(let title, let reason, let text)):
            let base = PackInForce(id: desk.pack.id, edition: desk.pack.edition, hash: desk.packHash)
            let faults = try text.map { text throws(Refusal) in try text.faults(at: desk, isUnfinished: false) }
            return [
                .started(
                    title: title, reason: reason, base: base, text: text?.yaml ?? desk.pack.source,
                    hash: text?.hash ?? desk.packHash, faults: faults ?? 0, by: desk.person, at: desk.now)
            ]
        case (.some, .start): throw .wrongState("This draft exists already.")
        case (nil, _): throw .notFound
        case (.some(let edition), _) where edition.isDiscarded: throw .wrongState("This draft was discarded.")
        case (.some(let edition), .save(let text, let note, let isUnfinished)):
            let faults = try text.faults(at: desk, isUnfinished: isUnfinished)
            guard text.hash != edition.hash else { return [] }
            return [
                .saved(text: text.yaml, hash: text.hash, faults: faults, note: note, by: desk.person, at: desk.now)
            ]
        case (.some(let edition), .describe(let title, let reason)):
            guard title != edition.title || reason != edition.reason else { return [] }
            return [.described(title: title, reason: reason)]
        case (.some(let edition), .ready):
            guard !edition.isReady else { return [] }
            try edition.requireNewEdition(at: desk)
            return [.readied(hash: edition.hash, by: desk.person, at: desk.now)]
        case (.some, .discard(let reason)):
            return [.discarded(reason: reason, by: desk.person, at: desk.now)]
        }
    }

    /// What is kept as an edition is a pack of this school, under a name that no edition in force has had.
    private func requireNewEdition(at desk: Desk) throws(Refusal) {
        _ = try Text(yaml: text, hash: hash).faults(at: desk, isUnfinished: false)
        guard hash != desk.packHash else {
            throw .wrongState("Nothing in this draft differs from the edition in force.")
        }
        let pack: Pack
        do { pack = try self.pack(in: desk.pack.vocabulary) } catch { throw .incomplete(error.problems) }
        guard pack.edition != desk.pack.edition else {
            throw .wrongState(
                "The draft still bears the name of the edition in force, \(desk.pack.edition). Give it a name of its own first"
            )
        }
    }

    /// The text as a pack.
    package func pack(in vocabulary: Vocabulary) throws(PackErrors) -> Pack {
        try Pack.load(yaml: text, file: "\(base.id).yaml", vocabulary: vocabulary)
    }

    package static func evolve(_ state: Edition?, _ event: Event) -> Edition {
        if case .started(let title, let reason, let base, let text, let hash, let faults, let by, let at) = event {
            return Edition(
                title: title, reason: reason, base: base, text: text, hash: hash, faults: faults, phase: .draft,
                changes: [Change(by: by, at: at, note: "Begun", hash: hash)])
        }
        // An event other than the first always follows it: `decide` refuses every other order.
        guard var edition = state else { return unbegun }
        switch event {
        case .started: break
        case .saved(let text, let hash, let faults, let note, let by, let at):
            edition.text = text
            edition.hash = hash
            edition.faults = faults
            edition.phase = .draft
            edition.changes.append(Change(by: by, at: at, note: note, hash: hash))
        case .described(let title, let reason):
            edition.title = title
            edition.reason = reason
        case .readied(_, let by, let at): edition.phase = .ready(by: by, at: at)
        case .discarded(let reason, let by, let at): edition.phase = .discarded(by: by, reason: reason, at: at)
        }
        return edition
    }

    private static let unbegun = Edition(
        title: "", reason: "", base: PackInForce(id: "", edition: "", hash: ""), text: "", hash: "", faults: 0,
        phase: .draft, changes: [])

    package var summary: Summary {
        Summary(
            title: title, subtitle: base.edition, status: status, searchText: "\(title) \(reason)",
            audience: Edition.editors.map { .role($0) })
    }

    private var status: String {
        switch phase {
        case .draft: faults == 0 ? "draft" : "unfinished"
        case .ready: "ready"
        case .discarded: "discarded"
        }
    }

    package var people: Set<PersonID> { [] }
}

extension Edition.Text {
    /// How many things are wrong with the text.
    ///
    /// - Throws: `.incomplete` naming each with its line and column, unless it is kept unfinished; and for a pack that is
    ///   not this school's.
    fileprivate func faults(at desk: Desk, isUnfinished: Bool) throws(Refusal) -> Int {
        do {
            let pack = try Pack.load(yaml: yaml, file: "\(desk.pack.id).yaml", vocabulary: desk.pack.vocabulary)
            guard pack.id != desk.pack.id else { return 0 }
            let problem = FieldProblem(
                "text", "This is the pack `\(pack.id)`, but the school’s own is `\(desk.pack.id)`. Correct `pack:`")
            guard isUnfinished else { throw Refusal.incomplete([problem]) }
            return 1
        } catch let refusal as Refusal {
            throw refusal
        } catch let errors as PackErrors {
            guard isUnfinished else { throw .incomplete(errors.problems) }
            return errors.errors.count
        } catch {
            // Nothing else is thrown above.
            throw .incomplete([FieldProblem("text", "The text cannot be read as a pack")])
        }
    }
}

extension PackErrors {
    /// Each as a problem of a form's text.
    package var problems: [FieldProblem] { errors.map { FieldProblem("text", $0.sentence) } }
}

extension PackError {
    /// `Line 12, column 5: Unknown fact `wiht`. Did you mean `with`?`
    package var sentence: String { "Line \(line), column \(column): \(advice)" }
}
