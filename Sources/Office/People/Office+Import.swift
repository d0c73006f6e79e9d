package import Ledger
package import Policy
package import Records

extension Office {
    /// Reads a list of people and says what is wrong with it. Nothing is recorded.
    package func preview(_ text: String, as caller: Caller) async throws(OfficeError) -> PeopleSheet {
        do {
            try requireKeeper(caller)
            return try await sheet(text, in: caller.school)
        } catch {
            throw OfficeError(error)
        }
    }

    /// Adds everyone on a list in one append: all of them, or none while any line is at fault.
    ///
    /// - Returns: how many were added; 0 when the same list had been confirmed before.
    package func importPeople(_ text: String, cause: String, as caller: Caller) async throws(OfficeError) -> Int {
        do {
            try requireKeeper(caller)
            return try await importChecked(text, cause: cause, as: caller, isReaction: false)
        } catch {
            throw OfficeError(error)
        }
    }

    func importChecked(_ text: String, cause: String, as caller: Caller, isReaction: Bool) async throws -> Int {
        if try await isImported(cause, caller.school) { return 0 }
        do {
            return try await importOnce(text, cause: cause, as: caller, isReaction: isReaction)
        } catch let refusal as Refusal {
            // The same list may have been confirmed at the same moment.
            guard try await isImported(cause, caller.school) else { throw refusal }
            return 0
        }
    }

    private func importOnce(_ text: String, cause: String, as caller: Caller, isReaction: Bool) async throws -> Int {
        let sheet = try await sheet(text, in: caller.school)
        guard sheet.faults.isEmpty else {
            throw Refusal.incomplete(sheet.faults.map { FieldProblem("sheet", "Line \($0.line): \($0.message)") })
        }
        var transaction = Transaction(
            office: self, school: caller.school, actor: caller.person, now: now(),
            setting: try await setting(caller.school))
        for (index, entry) in sheet.entries.enumerated() {
            let record = importedRecord(cause, index)
            try await transaction.carryOut(
                Drawer<Person>.intent(.join(PersonID(record.key), entry.particulars, on: entry.firstDay)), on: record,
                isReaction: isReaction)
        }
        _ = try await isAppended(transaction, cause: cause, mayRetry: false)
        return sheet.entries.count
    }

    private func isImported(_ cause: String, _ school: LogID) async throws -> Bool {
        try await ledger.load(school, importedRecord(cause, 0).description) != nil
    }

    /// The same list confirmed twice names the same records, so the second finds them made.
    private func importedRecord(_ cause: String, _ index: Int) -> RecordID {
        namedRecord(.person, by: "\(cause) \(index)")
    }

    /// A record that is named by what makes it, so that the same thing done twice makes one record.
    package func namedRecord(_ kind: Kind, by cause: String) -> RecordID {
        RecordID(kind, "\(kind.keyPrefix)\(Digest.hex(of: cause).prefix(20))")
    }

    func sheet(_ text: String, in school: LogID) async throws -> PeopleSheet {
        var taken: Set<String> = []
        for record in try await allRecords(
            school, RecordQuery(kind: Kind.person.rawValue, statuses: ["here"], audience: nil))
        {
            guard let loaded = try await ledger.load(school, record.description) else { continue }
            taken.insert(try Drawer<Person>.read(loaded.state).particulars.email)
        }
        return PeopleSheet(text, taken: taken, today: now().londonDay)
    }

    private func requireKeeper(_ caller: Caller) throws(Refusal) {
        guard !caller.roles.isDisjoint(with: Person.keepers) else {
            throw .notAuthorised(reason: "You may not add people.", whoMay: Person.keepers)
        }
    }

    /// Adds one person on the installation's own authority: the first of a school, and those added at the terminal.
    package func addPerson(_ particulars: Person.Particulars, firstDay: Day, to school: LogID) async throws(OfficeError)
        -> PersonID
    {
        do {
            if let row = try await person(withEmail: particulars.email, in: school) {
                throw Refusal.incomplete([FieldProblem("email", "\(row.title) has this e-mail address already")])
            }
            let id = PersonID("p-\(newID())")
            _ = try await perform(
                Drawer<Person>.intent(.join(id, particulars, on: firstDay)), on: RecordID(.person, id.rawValue),
                in: try await setting(school),
                as: .office, expected: 0, cause: newID(), isReaction: true)
            return id
        } catch {
            throw OfficeError(error)
        }
    }
}
