package import Policy
package import Records

/// What a list would change of the roll, told before it happens.
package struct RollChanges: Sendable {
    package struct Change: Sendable, Equatable {
        package let pupil: PupilID
        package let line: Int
        package let name: String
        /// In words: “class: Oak, before Elm”.
        package let what: [String]
    }

    package internal(set) var new: [RollSheet.Entry] = []
    package internal(set) var changed: [Change] = []
    /// On the roll and not on the list.
    package internal(set) var absent: [(pupil: PupilID, name: String)] = []
    package internal(set) var unchanged = 0
    package internal(set) var faults: [SheetFault] = []
    /// What is to be done to those who are on the roll.
    var commands: [(pupil: PupilID, command: Pupil.Command)] = []

    init(_ sheet: RollSheet, roll: [Pupil], terms: ConsentTerms, today: Day) {
        faults = sheet.faults
        var byName: [String: [Pupil]] = [:]
        for pupil in roll { byName[Self.fold(pupil.particulars.name), default: []].append(pupil) }
        let byKey = Dictionary(roll.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        var met: [PupilID: Int] = [:]
        for entry in sheet.entries {
            let namesakes = byName[Self.fold(entry.particulars.name)] ?? []
            let inClass = namesakes.filter { $0.particulars.className == entry.particulars.className }
            let found: Pupil?
            if !entry.key.isEmpty {
                found = byKey[entry.key]
                if found == nil {
                    fault(entry, "key", "Nobody on the roll has this key. Empty the cell for a new pupil")
                }
            } else if namesakes.count > 1, inClass.count != 1 {
                found = nil
                fault(
                    entry, "",
                    "\(namesakes.count) pupils on the roll are called \(entry.particulars.name). Change them on their own pages"
                )
            } else {
                found = namesakes.count > 1 ? inClass.first : namesakes.first
            }
            guard let found else {
                // Of whoever has left already nothing is kept.
                let hasLeft = entry.leaving.map { $0 < today } ?? false
                if entry.key.isEmpty && namesakes.isEmpty {
                    if hasLeft { unchanged += 1 } else { new.append(entry) }
                }
                continue
            }
            if let line = met.updateValue(entry.line, forKey: found.id) {
                fault(
                    entry, "",
                    "\(entry.particulars.name) stands on line \(line) too. Take one out, or add the second on a page of their own"
                )
                continue
            }
            note(entry, found, terms, today)
        }
        absent = roll.filter { met[$0.id] == nil }.map { ($0.id, $0.particulars.name) }.sorted { $0.name < $1.name }
        refuseTwins()
    }

    /// Accents and case apart, as lists differ in them.
    private static func fold(_ name: String) -> String {
        name.lowercased().split(separator: " ").joined(separator: " ")
    }

    private mutating func fault(_ entry: RollSheet.Entry, _ column: String, _ message: String) {
        faults.append(SheetFault(line: entry.line, column: column, message: message))
    }

    /// Two new pupils of one name and one class are more likely a line that stands twice.
    private mutating func refuseTwins() {
        var seen: [String: Int] = [:]
        for entry in new {
            let name = "\(Self.fold(entry.particulars.name)) \(entry.particulars.className)"
            if let line = seen[name] {
                fault(
                    entry, "",
                    "\(entry.particulars.name) stands on line \(line) too. Take one out, or add the second on a page of their own"
                )
            }
            seen[name] = entry.line
        }
    }

    private mutating func note(_ entry: RollSheet.Entry, _ pupil: Pupil, _ terms: ConsentTerms, _ today: Day) {
        var what: [String] = []
        var particulars = entry.particulars
        // A list that does not say takes nothing away.
        if particulars.className.isEmpty { particulars.className = pupil.particulars.className }
        particulars.year = particulars.year ?? pupil.particulars.year
        if particulars.nicknames.isEmpty { particulars.nicknames = pupil.particulars.nicknames }
        if particulars != pupil.particulars {
            let was = pupil.particulars
            if particulars.name != was.name { what.append(Self.change("name", particulars.name, was.name)) }
            if particulars.className != was.className {
                what.append(Self.change("class", particulars.className, was.className))
            }
            if particulars.year != was.year {
                what.append(
                    Self.change(
                        "year", particulars.year.map(Pupil.yearLabel) ?? "", was.year.map(Pupil.yearLabel) ?? ""))
            }
            if particulars.nicknames != was.nicknames { what.append("other names") }
            commands.append((pupil.id, .correct(particulars)))
        }
        // A list without their names takes none away.
        if !entry.parents.isEmpty, entry.parents != pupil.parents {
            what.append("names of parents, for the checks")
            commands.append((pupil.id, .nameParents(entry.parents)))
        }
        let consents = Self.news(in: entry, for: pupil)
        if !consents.isEmpty {
            what.append(consents.count == 1 ? "1 answer on images" : "\(consents.count) answers on images")
            commands.append((pupil.id, Self.record(entry, consents, today)))
        }
        // At last, because nothing is asked of or for a child who has left.
        if let leaving = entry.leaving, leaving != pupil.leaving, leaving >= pupil.joined {
            what.append("\(leaving < today ? "left" : "leaves") on \(leaving.longText)")
            commands.append((pupil.id, leaving < today ? .leave(on: leaving) : .setLeaving(leaving)))
        }
        if what.isEmpty {
            unchanged += 1
        } else {
            changed.append(Change(pupil: pupil.id, line: entry.line, name: pupil.particulars.name, what: what))
        }
    }

    private static func change(_ what: String, _ now: String, _ before: String) -> String {
        before.isEmpty ? "\(what): \(now)" : "\(what): \(now), before \(before)"
    }

    /// What the list says that is not on record already. An old list never gives back what was refused since.
    static func news(in entry: RollSheet.Entry, for pupil: Pupil?) -> [ImagePurpose: Bool] {
        entry.consents.filter { purpose, isYes in
            guard let known = pupil?.answer(for: purpose) else { return true }
            if (known.decision == .given) == isYes { return false }
            return entry.saidOn.map { $0 > known.on } ?? !isYes
        }
    }

    static func record(_ entry: RollSheet.Entry, _ consents: [ImagePurpose: Bool], _ today: Day) -> Pupil.Command {
        let giver = ConsentGiver(name: entry.saidBy, relation: .notSaid)
        return .recordConsent(
            consents, Pupil.Said(giver: giver, means: .list, on: entry.saidOn ?? today), until: nil, platforms: [])
    }
}
