/// What each module may import: the walls of the program, written down once.
///
/// A module that is not here may not exist; an import that is not here is refused. To add one, change this table and
/// say in the change why the module needs it.
enum ModuleTable {
    static let imports: [String: Set<String>] = [
        "Policy": ["Yams"],
        "Records": ["Policy"],
        "Proofing": ["Policy"],
        "HTML": [],
        // Foundation reads and writes the JSON of a proof file.
        "Ledger": ["Crypto", "Synchronization", "Foundation"],
        "SQLiteStore": ["Ledger", "GRDB", "GRDBSQLite", "Synchronization", "Glibc", "Darwin"],
        "Office": [
            "Policy", "Records", "Proofing", "Ledger", "Crypto", "CryptoExtras", "Foundation", "Synchronization",
        ],
        // CCurl sends, Crypto names what is kept, Foundation reads JSON and dates, Dispatch gives the threads.
        "Connectors": [
            "Office", "Records", "Policy", "CCurl", "Crypto", "Foundation", "Dispatch", "Synchronization", "Glibc",
            "Darwin",
        ],
        "Web": [
            "Office", "HTML", "Policy", "Proofing", "Records", "Ledger", "Hummingbird", "HTTPTypes", "NIOCore",
            "Logging",
            "Crypto", "Foundation", "Synchronization",
        ],
        // Foundation opens a file without a name, and finds the worker beside the program.
        "PictureProcess": ["Office", "Records", "Dispatch", "Foundation", "Glibc", "Darwin"],
        // C and C++ around libvips, OpenCV and the kernel.
        "PictureWorker": ["CPictures", "Glibc", "Darwin"],
        "Demo": ["Office", "Policy", "Records", "Ledger", "Synchronization"],
        // The one place where parts are put together.
        "hornbook": [
            "Web", "Demo", "Office", "Connectors", "SQLiteStore", "PictureProcess", "Ledger", "Policy", "Records",
            "Proofing",
            "ArgumentParser", "Hummingbird", "Logging",
            "ServiceLifecycle", "UnixSignals", "NIOCore", "NIOPosix", "Crypto", "Foundation", "Synchronization",
            "Glibc",
            "Darwin",
        ],
        "CrashWriter": ["Ledger", "SQLiteStore", "Glibc", "Darwin"],
        "Bench": [
            "Web", "Demo", "Office", "SQLiteStore", "Ledger", "Policy", "Records", "Proofing", "HTML", "GRDB",
            "GRDBSQLite",
            "Crypto",
            "Hummingbird", "HTTPTypes", "NIOCore", "NIOPosix", "Logging", "Foundation", "Synchronization", "Glibc",
            "Darwin",
        ],
    ]

    /// Time, chance and identity come in as values.
    static let pure = ["Policy", "Records", "Proofing", "HTML"]
    /// Reads no clock and touches no file or network; its only chance is the making of keys.
    static let withoutInputAndOutput = pure + ["Ledger"]
}
