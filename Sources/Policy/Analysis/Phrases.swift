extension Fact {
    /// Values of the fact as they stand in a sentence.
    ///
    /// A value that speaks for itself stands alone: `a former pupil of this school or a child who goes to another
    /// school`. Others need the fact's label, and are quoted: `training: “No, or not yet”`.
    func phrase(_ wanted: [String]) -> String {
        let chosen = values.filter { wanted.contains($0.id) }
        let others = values.filter { !wanted.contains($0.id) }
        let isAllBut = chosen.count > 3 && others.count < chosen.count
        let told = isAllBut ? others : chosen
        if id == "age" {
            return (isAllBut ? "of any age but " : "aged ") + told.map(\.label.asLaterWords).joined(separator: " or ")
        }
        if told.allSatisfy({ speaksForItself($0) }) {
            let words = told.map { plain($0).asLaterWords }.joined(separator: " or ")
            guard isAllBut else { return words }
            return isOfPeople ? "anyone but \(words)" : "\(label.asLaterWords) anything but \(words)"
        }
        let words = told.map { "“\($0.label)”" }.joined(separator: " or ")
        return "\(label.asLaterWords): \(isAllBut ? "anything but " : "")\(words)"
    }

    /// Those who ask, for `who`: `any employee`, `a teacher or a governor`, `anyone but a parent helper`.
    func askers(_ wanted: [String]) -> String {
        let chosen = values.filter { wanted.contains($0.id) }
        let others = values.filter { !wanted.contains($0.id) }
        func names(_ values: [FactValue]) -> [String] {
            values.map { Role(rawValue: $0.id)?.inSentence ?? $0.label.withArticle }
        }
        if others.isEmpty { return "anyone" }
        if others.count <= 2, chosen.count > 2 { return "anyone but \(Fact.list(names(others)))" }
        func isEmployee(_ value: FactValue) -> Bool { Role(rawValue: value.id)?.isEmployee == true }
        let outside = others.filter { !isEmployee($0) }
        if !chosen.contains(where: isEmployee), outside.count <= 2, chosen.count > 3 {
            return "anyone who is not an employee" + (outside.isEmpty ? "" : ", but for \(Fact.list(names(outside)))")
        }
        let missing = others.filter(isEmployee)
        guard missing.count <= 2, chosen.count(where: isEmployee) > 2 else { return Fact.list(names(chosen)) }
        // Last, so that what is excepted cannot be read as one more of those who are meant.
        let employees = "any employee" + (missing.isEmpty ? "" : " but \(Fact.list(names(missing)))")
        return Fact.list(names(chosen.filter { !isEmployee($0) }) + [employees])
    }

    /// Five are named, of more the first two.
    private static func list(_ names: [String]) -> String {
        if names.count > 5 { return "\(names[0]), \(names[1]) or one of \(names.count - 2) others" }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) or \(last)"
    }

    private var isOfPeople: Bool { values.contains { $0.label.hasPrefix("Somebody") || $0.label.hasPrefix("Anybody") } }

    private func speaksForItself(_ value: FactValue) -> Bool {
        if plain(value) != value.label { return true }
        if value.label == "My own" { return false }
        let first = value.label.prefix { !$0.isWhitespace }.lowercased()
        return Fact.beginnings.contains(first)
    }

    /// "Yes, family" is "family", and its "No" is "not family", when that is what the value is called too.
    private func plain(_ value: FactValue) -> String {
        func name(_ value: FactValue) -> String? {
            guard value.label.hasPrefix("Yes, ") else { return nil }
            let rest = String(value.label.dropFirst(5))
            return rest == value.id ? rest : nil
        }
        if let name = name(value) { return name }
        guard value.label == "No", let name = values.lazy.compactMap(name).first else { return value.label }
        return "not \(name)"
    }

    /// How labels begin that need no other words to be understood.
    private static let beginnings: Set<String> = [
        "a", "an", "the", "my", "your", "their", "its", "something", "somebody", "someone", "anybody", "anyone",
        "nobody", "another",
        "by", "on", "in", "at", "from", "to", "with", "without", "during", "before", "after", "outside", "inside",
    ]
}

extension Role {
    /// `the headteacher`, `a teacher`: roles that several may hold have no one holder.
    var inSentence: String {
        switch self {
        case .headteacher, .administrator, .dsl, .dpo, .chair, .clerk: "the \(label.asLaterWords)"
        default: label.withArticle
        }
    }
}

extension String {
    var asFirstWords: String { prefix(1).uppercased() + dropFirst() }

    /// `a teacher`, `an agency worker`, `a senior leader (SLT)`.
    var withArticle: String {
        let words = asLaterWords
        return ("aeiou".contains(words.prefix(1)) ? "an " : "a ") + words
    }
}
