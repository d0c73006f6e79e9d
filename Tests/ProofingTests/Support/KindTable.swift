import Policy

@testable import Bench

/// What a kind finds, between `⟨` and `⟩`, and what it leaves alone.
struct KindTable: Sendable {
    let kind: CheckKind
    /// Whether the mark's first and last byte are what is promised, or only that something is found there.
    var isExact = false
    let found: [String]
    let innocent: [String]
}

/// A line of a table, as a test takes it.
struct KindCase: Sendable, CustomStringConvertible {
    let kind: CheckKind
    let isExact: Bool
    let text: Marked
    var description: String { "\(kind.rawValue): \(text)" }

    static func found(_ tables: [KindTable]) -> [KindCase] {
        tables.flatMap { table in
            table.found.map { KindCase(kind: table.kind, isExact: table.isExact, text: Marked($0)) }
        }
    }

    static func innocent(_ tables: [KindTable]) -> [KindCase] {
        tables.flatMap { table in
            table.innocent.map { KindCase(kind: table.kind, isExact: table.isExact, text: Marked($0)) }
        }
    }
}
