import GRDB
import GRDBSQLite

/// A value bound to a statement.
enum Value {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null

    init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
}

/// A prepared statement, kept by the connection, bound and stepped through SQLite's own calls.
///
/// An append is a dozen small statements; boxing each argument would cost more than running them.
struct Command {
    // Held so that it outlives the use of its pointer, whatever the connection's cache does.
    private let statement: Statement
    private var pointer: OpaquePointer { statement.sqliteStatement }

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        sqlite3_reset(pointer)
    }

    @discardableResult
    func bind(_ values: Value...) -> Command { bind(values) }

    @discardableResult
    func bind(_ values: [Value]) -> Command {
        var index: Int32 = 0
        for value in values {
            index += 1
            switch value {
            case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
            case .null: sqlite3_bind_null(pointer, index)
            case .text(var text):
                _ = text.withUTF8 { utf8 in
                    // An empty text may have no address, and no address would bind NULL.
                    utf8.isEmpty
                        ? sqlite3_bind_text(pointer, index, "", 0, Self.transient)
                        : utf8.withMemoryRebound(to: CChar.self) {
                            sqlite3_bind_text(pointer, index, $0.baseAddress, Int32($0.count), Self.transient)
                        }
                }
            case .blob(let bytes):
                _ = bytes.withUnsafeBytes { bytes in
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(pointer, index, 0)
                        : sqlite3_bind_blob(pointer, index, bytes.baseAddress, Int32(bytes.count), Self.transient)
                }
            }
        }
        return self
    }

    /// Runs to the end.
    func run() throws {
        defer { sqlite3_reset(pointer) }
        while try step() {}
    }

    /// Calls `each` for every row.
    func eachRow(_ each: (Row) throws -> Void) throws {
        defer { sqlite3_reset(pointer) }
        while try step() { try each(Row(pointer: pointer)) }
    }

    func all<T>(_ read: (Row) throws -> T) throws -> [T] {
        var found: [T] = []
        try eachRow { found.append(try read($0)) }
        return found
    }

    func first<T>(_ read: (Row) throws -> T) throws -> T? {
        defer { sqlite3_reset(pointer) }
        return try step() ? try read(Row(pointer: pointer)) : nil
    }

    private func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = sqlite3_db_handle(pointer)
            let message = sqlite3_errmsg(connection).map { String(cString: $0) }
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: message)
        }
    }

    /// SQLITE_TRANSIENT: SQLite copies what is bound. The macro's cast is not imported.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

/// The row that a statement stands at. Columns count from 0.
struct Row {
    fileprivate let pointer: OpaquePointer

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func blob(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

    func optionalBlob(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }

    /// A text's or blob's bytes, as they are stored; good until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(pointer, column)
        return UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(pointer, column)))
    }
}
