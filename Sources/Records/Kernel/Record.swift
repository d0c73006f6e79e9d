package import Policy

/// A kind of record: a pure state machine that takes commands and yields events.
package protocol Record: Codable, Sendable, Equatable {
    associatedtype Command: Sendable, Equatable
    associatedtype Event: RecordEvent

    static var kind: Kind { get }
    /// Decides without I/O, clock or chance; the same state, command and desk always give the same events.
    static func decide(_ state: Self?, _ command: Command, at desk: Desk) throws(Refusal) -> [Event]
    /// Folds one event in. Cannot fail: history cannot be refused.
    static func evolve(_ state: Self?, _ event: Event) -> Self
    /// What it looks like from outside.
    var summary: Summary { get }

    /// Every command that a person can give, with its form, in the order a page offers them. What a form asks may
    /// depend on the desk's pack and platforms, never on who sits at it.
    static func forms(at desk: Desk) -> [CommandForm<Self>]
    /// Names of the commands that this person could give now.
    static func available(_ state: Self?, at desk: Desk) -> [String]
    /// What a form begins with, field by field; nothing for a blank form.
    func prefill(_ command: String) -> Input
    /// How long the pack gives for a duty, so that its due time can be explained; nil where it is not counted from when
    /// the duty arose.
    static func span(ofDuty key: String, under process: Process) -> Span?
    /// The people whom the record names: the office lays their cards on the desk.
    var people: Set<PersonID> { get }
    /// The people whom a command names, for the same purpose.
    static func people(in command: Command) -> Set<PersonID>
    /// The pupils and the pictures that the record names, likewise.
    var pupils: Set<PupilID> { get }
    static func pupils(in command: Command) -> Set<PupilID>
    var pictures: Set<PictureID> { get }
    static func pictures(in command: Command) -> Set<PictureID>
    /// The accounts, by the keys of their records, likewise.
    var accounts: Set<String> { get }
    static func accounts(in command: Command) -> Set<String>
    /// What stands published of it; nil for what never was or is no longer. A record that has something here names each
    /// child whom it shows or names in a facet `pupil`.
    var published: PublishedPost? { get }
}

extension Record {
    package static func span(ofDuty key: String, under process: Process) -> Span? { nil }
    package func prefill(_ command: String) -> Input { Input() }
    package static func people(in command: Command) -> Set<PersonID> { [] }
    package var pupils: Set<PupilID> { [] }
    package static func pupils(in command: Command) -> Set<PupilID> { [] }
    package var pictures: Set<PictureID> { [] }
    package static func pictures(in command: Command) -> Set<PictureID> { [] }
    package var accounts: Set<String> { [] }
    package static func accounts(in command: Command) -> Set<String> { [] }
    package var published: PublishedPost? { nil }
}

/// Something that happened. Encoded as JSON; the encoding of every case is kept for ever by golden files.
package protocol RecordEvent: Codable, Sendable, Equatable {
    /// The case's name; `kind.name` is the event's type in the ledger.
    var name: String { get }
}

/// A form and how its answers become a command.
package struct CommandForm<R: Record>: Sendable {
    package let form: Form
    package let make: @Sendable (Answers) throws(Refusal) -> R.Command

    package init(_ form: Form, make: @escaping @Sendable (Answers) throws(Refusal) -> R.Command) {
        self.form = form
        self.make = make
    }
}
