import Connectors
import Foundation
import Ledger
import Office
import PictureProcess
import Policy
import SQLiteStore

/// One folder and what is opened of it: the place where the parts are put together.
struct Installation {
    let office: Office
    let directory: String

    var ledger: Ledger { office.ledger }

    static let databaseName = "hornbook.sqlite"
    static let blobsName = "blobs"
    static let keyName = "master.key"

    enum Opening {
        /// Makes the folder, the key and the database where there are none.
        case creating
        /// Writes to an installation that exists.
        case writing
        /// Reads only, beside a running server too.
        case reading
    }

    /// - Parameters:
    ///   - givenKey: the master key file that was named; nil for the one in the folder.
    ///   - origin: the name in checkpoints that is insisted on; nil for the one that it began with.
    ///   - reach: how far connections may lead; nil for a command that reaches no platform.
    ///   - originIfNew: the name that it begins with when none is insisted on.
    static func open(
        _ opening: Opening, directory: String, givenKey: String?, origin: String?, originIfNew: String = machineName,
        reach: Reach? = nil
    ) async throws -> Installation {
        if opening == .creating { try makeDirectory(directory) }
        let database = "\(directory)/\(databaseName)"
        let isNew = !hasContent(database)
        guard !isNew || opening == .creating else {
            throw Failure(
                "There is no installation in `\(directory)`. Name its folder with --data, or begin one with `hornbook serve`."
            )
        }
        let master = try masterKey(directory: directory, given: givenKey, isNew: isNew, database: database)
        let store = try SQLiteStore(path: database, access: opening == .reading ? .reader : .writer)
        do {
            let kept = try await Ledger.origin(of: store)
            // After the store, whose lock makes sure that this is the only writer.
            let blobs = try FileBlobs(
                folder: "\(directory)/\(blobsName)", access: opening == .reading ? .reader : .writer)
            let ledger = try await Ledger(
                store: store, master: master, origin: origin ?? kept ?? originIfNew, blobs: blobs)
            return Installation(office: try office(over: ledger, reach: reach), directory: directory)
        } catch {
            try? await store.close()
            throw error
        }
    }

    func close() async throws { try await ledger.store.close() }

    /// An office with this machine's clock and chance.
    static func office(over ledger: Ledger, reach: Reach? = nil) throws -> Office {
        try Office(
            ledger: ledger, passwords: PasswordHasher(logarithm: 15, parallelism: 3, newSalt: Randomness.salt),
            connecting: connecting(reach),
            now: now,
            newID: Randomness.identifier, pictures: PictureProcess.besideThisProgram())
    }

    private static func connecting(_ reach: Reach?) -> any Connecting {
        guard let reach else { return ByHandAlone() }
        return PlatformConnectors(reach: reach, now: now, sleep: { try await Task.sleep(for: $0) })
    }

    static let now: @Sendable () -> Instant = { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

    private static func masterKey(directory: String, given: String?, isNew: Bool, database: String) throws -> MasterKey
    {
        if let given { return try MasterKeyFile(path: given).read() }
        let file = MasterKeyFile(path: "\(directory)/\(keyName)")
        guard !file.exists else { return try file.read() }
        guard isNew else {
            throw Failure(
                "The database `\(database)` is there but its master key `\(file.path)` is not. Put the key back from your backup, or name it with --master-key."
            )
        }
        return try file.create()
    }

    private static func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("The folder `\(path)` cannot be made. Check its name and the rights on the folder above.")
        }
    }

    private static func hasContent(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size > 0
    }

    /// The name in checkpoints of an installation that was given none.
    static var machineName: String {
        let name = ProcessInfo.processInfo.hostName.filter { !$0.isWhitespace && $0 != "+" && $0 != "/" }
        return name.isEmpty ? "hornbook" : name
    }
}
