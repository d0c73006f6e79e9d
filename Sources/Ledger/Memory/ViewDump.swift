/// A record's views as lines of text, one for each row that a store would keep.
enum ViewDump {
    static func lines(_ item: SealedView) -> [String] {
        let view = item.view
        var lines = [
            line(
                "record", item.record, view.kind, view.status, view.title, view.subtitle, "\(item.revision)",
                "\(item.created)", "\(item.changed)", view.searchText, Base64.encode(view.state))
        ]
        lines += view.audience.map { line("audience", item.record, $0) }
        lines += view.facets.map { line("facet", item.record, $0.name, $0.value) }
        lines += view.duties.map {
            line(
                "duty", item.record, $0.key, $0.title, $0.assignees.joined(separator: ","), $0.action,
                $0.due.map { "\($0)" } ?? "", "\($0.since)")
        }
        return lines
    }

    private static func line(_ fields: String...) -> String { fields.joined(separator: "\t") }
}
