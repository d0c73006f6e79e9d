import Foundation
import Ledger
import SQLiteStore
import Testing

/// The engines that one suite holds to the port.
enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory
    case sqlite

    var testDescription: String { rawValue }

    /// Runs a test on a new, empty store and clears up after it.
    func withStore(_ test: (any LedgerStoring) async throws -> Void) async throws {
        switch self {
        case .memory: try await test(InMemoryStore())
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appending(path: "contract-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let store = try SQLiteStore(path: folder.appending(path: "ledger.sqlite").path)
            try await test(store)
            try await store.close()
        }
    }
}
