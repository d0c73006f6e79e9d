// swift-tools-version: 6.2
import PackageDescription

/// One set of strict settings for every target.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What reckons with rules and words is optimised in a debug build too: unoptimised it was two fifths of what the tests
/// took.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// Packs, books of words, styles and scripts are texts in their modules' folders and part of the program.
let embedTexts: Target.PluginUsage = .plugin(name: "EmbedTexts")

let package = Package(
    name: "hornbook",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hornbook", targets: ["hornbook"]),
        .executable(name: "hornbook-bench", targets: ["Bench"]),
        .executable(name: "hornbook-pictures", targets: ["PictureWorker"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["TextEmbedder"]),
        .executableTarget(name: "TextEmbedder", path: "Plugins/TextEmbedder", swiftSettings: strict),
        .target(
            name: "Policy", dependencies: [yams], exclude: ["Resources"], swiftSettings: optimised,
            plugins: [embedTexts]),
        .target(name: "Records", dependencies: ["Policy"], swiftSettings: strict),
        .target(
            name: "Proofing", dependencies: ["Policy"], exclude: ["Resources"], swiftSettings: optimised,
            plugins: [embedTexts]),
        .target(name: "Ledger", dependencies: [crypto], swiftSettings: strict),
        .target(name: "SQLiteStore", dependencies: ["Ledger", grdb, grdbSQLite], swiftSettings: strict),
        .target(
            name: "Office", dependencies: ["Policy", "Records", "Proofing", "Ledger", crypto, cryptoExtras],
            swiftSettings: strict),
        // libcurl: the header alone, with wrappers for what Swift cannot call.
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(
            name: "Connectors", dependencies: ["Office", "Records", "Policy", "CCurl", crypto], swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        .target(
            name: "PictureProcess", dependencies: ["Office", "Records"], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Office", "HTML", "Policy", "Proofing", "Records", "Ledger", hummingbird, httpTypes, nioCore, logging,
                crypto,
            ],
            exclude: ["Assets"], swiftSettings: strict, plugins: [embedTexts]),
        .target(name: "Demo", dependencies: ["Office", "Records", "Policy", "Ledger"], swiftSettings: strict),
        .executableTarget(
            name: "hornbook",
            dependencies: [
                "Demo", "Web", "Office", "Connectors", "Proofing", "Records", "Policy", "Ledger", "SQLiteStore",
                "PictureProcess", argumentParser, hummingbird, logging,
                lifecycle, unixSignals, nioCore,
            ],
            swiftSettings: strict),
        // What decodes pictures is linked into PictureWorker alone, which `hornbook` runs as a child. The flags are those
        // of GLib: libvips has its header beside it, and its own list of flags holds some that SwiftPM does not take.
        .systemLibrary(name: "CVips", pkgConfig: "gobject-2.0", providers: [.apt(["libvips-dev"])]),
        .target(
            name: "CPictures", dependencies: ["CVips"],
            // Debian's packages of single OpenCV modules have no pkg-config file; the one that has draws in them all.
            cxxSettings: [.unsafeFlags(["-I/usr/include/opencv4", "-I/opt/homebrew/include/opencv4"])],
            linkerSettings: [
                .linkedLibrary("vips"), .linkedLibrary("opencv_objdetect"), .linkedLibrary("opencv_imgproc"),
                .linkedLibrary("opencv_core"),
            ]),
        .executableTarget(name: "PictureWorker", dependencies: ["CPictures"], swiftSettings: strict),
        // Appends until it is killed: the other half of the crash test.
        .executableTarget(name: "CrashWriter", dependencies: ["Ledger", "SQLiteStore"], swiftSettings: strict),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Web", "Office", "Proofing", "Records", "Policy", "Ledger", "SQLiteStore", hummingbird, logging, grdb,
                crypto, nioCore,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyTests", dependencies: ["Policy"], exclude: ["Corpus"], swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Records", "Policy"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "SQLiteStore", "CrashWriter", grdb, crypto],
            swiftSettings: strict),
        .testTarget(name: "ContractTests", dependencies: ["Ledger", "SQLiteStore", grdb], swiftSettings: strict),
        .testTarget(
            name: "OfficeTests", dependencies: ["Office", "Records", "Policy", "Ledger", "Proofing"],
            resources: [.copy("Golden"), .copy("Answers")], swiftSettings: strict),
        .testTarget(
            name: "DemoTests", dependencies: ["Demo", "Office", "Records", "Policy", "Ledger", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["hornbook", "Policy", "Ledger", "SQLiteStore", grdb],
            swiftSettings: strict),
        .testTarget(
            name: "ProofingTests", dependencies: ["Proofing", "Policy", "Bench"], exclude: ["Labelled"],
            swiftSettings: strict),
        .testTarget(name: "BenchTests", dependencies: ["Bench", "Policy"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", dependencies: ["hornbook"], swiftSettings: strict),
        .testTarget(
            name: "ConnectorTests",
            dependencies: ["Connectors", "Office", "Records", "Policy", hummingbird, httpTypes, nioCore, logging],
            resources: [.copy("Recorded")], swiftSettings: strict),
        .testTarget(
            name: "PictureTests",
            dependencies: ["PictureProcess", "PictureWorker", "CPictures", "Office", "Records"],
            resources: [.copy("Samples")], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Office", "Records", "Policy", "Ledger", "HTML", hummingbird, httpTypes, nioCore,
                nioEmbedded, logging,
            ],
            resources: [.copy("Schemas")], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
