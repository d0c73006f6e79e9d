package import Policy

/// Whom a form may name: the people offered by `.person` and `.people`, and those that `.eachPerson` asks about.
package struct FormPeople: Sendable, Equatable {
    package var known: Set<PersonID>
    package var each: [PersonID]
    package init(known: Set<PersonID> = [], each: [PersonID] = []) {
        self.known = known
        self.each = each
    }
}

extension Form {
    /// Finds every field's fault at once.
    ///
    /// - Throws: ``Refusal/incomplete(_:)`` with one problem for each field at fault, in the form's order.
    package func answers(to input: Input, people: FormPeople) throws(Refusal) -> Answers {
        var values: [String: [String]] = [:]
        var problems: [FieldProblem] = []
        for field in fields {
            do {
                for (name, value) in try field.validate(input, people: people) { values[name] = value }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw .incomplete(problems) }
        return Answers(form: self, values: values)
    }
}

/// The faults of one field: several only where a field asks about several people.
private struct FieldProblems: Error {
    var problems: [FieldProblem]
    init(_ field: String, _ message: String) { problems = [FieldProblem(field, message)] }
    init(_ problems: [FieldProblem]) { self.problems = problems }
}

extension Field {
    fileprivate func validate(_ input: Input, people: FormPeople) throws(FieldProblems) -> [String: [String]] {
        switch kind {
        case .date: return try date(input)
        case .eachPerson(let choices): return try each(input, choices, people.each)
        case .choices, .people: return try several(input, people)
        case .line, .paragraph, .document, .email, .webAddress, .integer, .yesNo, .confirm, .choice, .person, .secret:
            break
        }
        let text = isVerbatim ? input[name] : input[name].trimmed
        if text.isEmpty || (isVerbatim && kind != .secret && text.trimmed.isEmpty) {
            guard !isRequired else { throw FieldProblems(name, missing) }
            return [:]
        }
        if let fault = fault(in: text, people) { throw FieldProblems(name, fault) }
        return [name: [text]]
    }

    /// White space at the ends belongs to what was sent.
    private var isVerbatim: Bool {
        switch kind {
        case .secret, .document: true
        case .line, .paragraph, .email, .webAddress, .integer, .date, .yesNo, .confirm, .choice, .choices, .person,
            .people, .eachPerson:
            false
        }
    }

    private func fault(in text: String, _ people: FormPeople) -> String? {
        switch kind {
        case .document(let max):
            return text.utf8.count > max
                ? "\(label) must be \(max / 1000) kB or less; it has \(text.utf8.count / 1000)" : nil
        case .line where text.contains(where: \.isNewline): return "\(label) must be on one line"
        case .line(let max), .paragraph(let max):
            return text.count > max ? "\(label) must be \(max) characters or fewer; it has \(text.count)" : nil
        case .email: return text.isEmailAddress ? nil : "Enter an e-mail address in the form name@school.org.uk"
        case .webAddress: return text.isWebAddress ? nil : "Enter a web address that begins with https://"
        case .integer(let range):
            guard let number = Int(text), range.contains(number) else {
                return "\(label) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            }
            return nil
        case .yesNo: return text == "yes" || text == "no" ? nil : missing
        case .confirm: return text == "yes" ? nil : missing
        case .choice(let choices): return choices.contains { $0.value == text } ? nil : missing
        case .person: return people.known.contains(PersonID(text)) ? nil : "Choose a person from the list"
        case .secret: return text.utf8.count > 4000 ? "\(label) must be 4,000 characters or fewer" : nil
        case .date, .choices, .people, .eachPerson: return nil
        }
    }

    private func several(_ input: Input, _ people: FormPeople) throws(FieldProblems) -> [String: [String]] {
        var chosen: [String] = []
        for value in input.all(name).map(\.trimmed) where !value.isEmpty && !chosen.contains(value) {
            chosen.append(value)
        }
        guard !chosen.isEmpty else {
            guard !isRequired else { throw FieldProblems(name, missing) }
            return [:]
        }
        let isKnown =
            if case .choices(let choices) = kind {
                chosen.allSatisfy { value in choices.contains { $0.value == value } }
            } else {
                chosen.allSatisfy { people.known.contains(PersonID($0)) }
            }
        guard isKnown else { throw FieldProblems(name, "Choose only from the list") }
        return [name: chosen]
    }

    private func each(
        _ input: Input, _ choices: [Choice], _ people: [PersonID]
    ) throws(FieldProblems) -> [String: [String]] {
        var values: [String: [String]] = [:]
        var problems: [FieldProblem] = []
        for person in people {
            let key = "\(name).\(person)"
            let answer = input[key]
            if choices.contains(where: { $0.value == answer }) {
                values[key] = [answer]
            } else if isRequired {
                problems.append(FieldProblem(key, missing))
            }
        }
        guard problems.isEmpty else { throw FieldProblems(problems) }
        return values
    }

    private func date(_ input: Input) throws(FieldProblems) -> [String: [String]] {
        let whole = input[name].trimmed
        let parts = ["day", "month", "year"].map { input["\(name)-\($0)"].trimmed }
        if !whole.isEmpty {
            guard let day = Day(iso: whole) else {
                throw FieldProblems(name, "\(label) must be a real date, such as 2026-09-27")
            }
            return [name: [day.iso]]
        }
        if parts.allSatisfy(\.isEmpty) {
            guard !isRequired else { throw FieldProblems(name, missing) }
            return [:]
        }
        let lacking = zip(["day", "month", "year"], parts).filter { $0.1.isEmpty }.map(\.0)
        guard lacking.isEmpty else {
            throw FieldProblems(name, "\(label) must include a \(lacking.joined(separator: " and a "))")
        }
        guard let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
            (1900...2200).contains(year),
            let real = Day(year: year, month: month, day: day)
        else { throw FieldProblems(name, "\(label) must be a real date, such as 27 9 2026") }
        return [name: [real.iso]]
    }
}
