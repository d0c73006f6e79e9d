import HTML
import Office
import Policy
import Records

/// What this policy and the built-in ones say to the questions that staff ask most, as a table and as a file.
enum QuestionsPage {
    @Sendable static func show(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let table = try visit.questionTable()
        let order = Order(visit, table)
        return .page(
            visit.page("Twenty questions", crumbs: visit.policyCrumbs) {
                PageHeading(
                    "Twenty questions", over: visit.school.name,
                    lead:
                        "What this policy and the built-in ones say to the questions that staff ask most, for a teacher.",
                    actions: [ButtonLink("Download as CSV", visit.url("/policy/questions.csv"), quiet: true)])
                div(.class("side-by-side")) {
                    DataTable(
                        caption: "What each policy says",
                        columns: [order.column("Question", id: "", visit)]
                            + table.packs.enumerated().map { place, pack in
                                order.column(
                                    place == 0 ? "This school" : pack.school.shortName, id: "\(place)", visit)
                            },
                        rows: order.sorted(table).map { row in
                            DataTable.Row(
                                [question(row, visit)]
                                    + row.answers.enumerated().map { cell($1, isOwn: $0 == 0, visit) })
                        }, whenEmpty: "There are no questions.")
                }
                p(.class("hint")) {
                    "Each question is asked with every fact that an answer may turn on. Open it to see them and to change "
                        + "them. A policy that says otherwise of its own edition is set beside this one under "
                    Link("Compare policies", visit.url("/policy/compare"))
                    "."
                }
            })
    }

    @Sendable static func csv(_ visit: Visit, _ caller: Caller) async throws -> Reply {
        let text = CSV.questions(try visit.questionTable())
        return .bytes(
            Array(text.utf8), type: "text/csv; charset=utf-8",
            fileName: "\(visit.id)-questions-\(visit.now.londonDay.iso).csv")
    }

    private static func question(_ row: QuestionTable.Row, _ visit: Visit) -> Markup {
        Markup { Link(row.question.asks, AskPage.address(row.question.facts, visit)) }
    }

    private static func cell(_ answer: ShortAnswer, isOwn: Bool, _ visit: Visit) -> Markup {
        Markup {
            if let verdict = answer.verdict { verdict.tag } else { Tag("It depends") }
            if !answer.approvers.isEmpty { p(.class("cell-note")) { answer.approvers } }
            if !answer.clauses.isEmpty { p(.class("cell-note")) { clauses(answer.clauses, isOwn: isOwn, visit) } }
        }
    }

    /// By number alone: the column says whose they are.
    private static func clauses(_ ids: [String], isOwn: Bool, _ visit: Visit) -> Markup {
        Markup {
            ids.count == 1 ? "Clause " : "Clauses "
            for (index, id) in ids.enumerated() {
                let number = id.split(separator: "-").last.map(String.init) ?? id
                if index > 0 { ", " }
                if isOwn { Link(number, visit.url("/policy#\(id)")) } else { number }
            }
        }
    }

    /// The table in the order of its questions, or by what one policy says.
    private struct Order {
        /// The place of the pack whose answers the rows are sorted by; nil for the questions' own order.
        var place: Int?
        var isDescending: Bool

        init(_ visit: Visit, _ table: QuestionTable) {
            place = Int(visit.query["sort"]).flatMap { table.packs.indices.contains($0) ? $0 : nil }
            isDescending = visit.query["way"] == "down"
        }

        func column(_ title: String, id: String, _ visit: Visit) -> DataTable.Column {
            let isCurrent = (place.map { "\($0)" } ?? "") == id
            let way = isCurrent && !isDescending ? "down" : "up"
            return .init(
                title, sortHref: visit.url("/policy/questions?sort=\(id)&way=\(way)"),
                order: isCurrent ? (isDescending ? .descending : .ascending) : nil)
        }

        func sorted(_ table: QuestionTable) -> [QuestionTable.Row] {
            var rows = table.rows
            if let place {
                let order = Verdict.allCases
                func rank(_ row: QuestionTable.Row) -> Int {
                    row.answers[place].verdict.flatMap(order.firstIndex) ?? order.count
                }
                rows = rows.enumerated().sorted {
                    (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
                }.map(\.element)
            }
            return isDescending ? rows.reversed() : rows
        }
    }
}

extension Visit {
    /// The edition in force first, then the built-in packs but for one of the very same text.
    func questionTable() throws -> QuestionTable {
        let own = school.pack
        let others = try office.builtInPacks().filter { $0.source != own.source }
        return try QuestionTable(try StaffQuestion.embedded(), packs: [own] + others)
    }
}
