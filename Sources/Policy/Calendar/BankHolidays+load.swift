import Yams

extension BankHolidays {
    /// The list that is built in: read when it is first asked for, since it does not change.
    package static func load() throws(PackErrors) -> BankHolidays { try builtIn.get() }

    private static let builtIn = readBuiltIn()

    private static func readBuiltIn() -> Result<BankHolidays, PackErrors> {
        do {
            return .success(
                try load(yaml: EmbeddedTexts.bank_holidays_yaml, file: "bank-holidays.yaml"))
        } catch {
            return .failure(error)
        }
    }

    package static func load(yaml: String, file: String) throws(PackErrors) -> BankHolidays {
        let root = try DataFile.tree(yaml, file: file)
        var data = DataFile(name: file)
        let holidays = read(root, &data)
        try data.finish()
        guard let holidays else {
            throw PackErrors([
                PackError(file: file, line: 1, column: 1, message: "This is not a list of bank holidays.")
            ])
        }
        return holidays
    }

    private static func read(_ root: Node, _ data: inout DataFile) -> BankHolidays? {
        guard
            let fields = data.fields(
                root, of: "the bank holidays", needs: ["format", "division", "source", "from", "to", "holidays"]),
            let division = data.text(fields["division"], of: "`division`"),
            let source = data.text(fields["source"], of: "`source`"),
            let first = data.day(fields["from"], of: "`from`"), let last = data.day(fields["to"], of: "`to`")
        else { return nil }
        guard first <= last else {
            data.refuse(fields["to"], "`to` is before `from`.")
            return nil
        }
        var seen: Set<Day> = []
        let holidays = data.list(fields["holidays"], of: "`holidays`").compactMap { entry -> Holiday? in
            guard let fields = data.fields(entry, of: "a holiday", needs: ["day", "title"]), let node = fields["day"],
                let day = data.day(node, of: "`day`"), let title = data.text(fields["title"], of: "`title`")
            else { return nil }
            if !(first...last).contains(day) { data.refuse(node, "\(day.iso) lies outside `from` and `to`.") }
            if !seen.insert(day).inserted { data.refuse(node, "\(day.iso) stands twice.") }
            return Holiday(day: day, title: title)
        }
        return BankHolidays(
            edition: "\(division) to \(last.iso)", source: source, coverage: first...last, holidays: holidays)
    }
}
