import ArgumentParser
import Connectors
import Foundation
import Ledger
import Office

/// Where the installation is: the options that every command on one takes.
struct InstallationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The installation's folder.",
            discussion: "Or the environment variable HORNBOOK_DATA. (default: hornbook-data)", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The file that holds the master key, if it is kept elsewhere.",
            discussion: "Or the environment variable HORNBOOK_MASTER_KEY_FILE. Only its owner may be able to read it.",
            valueName: "file"))
    var masterKey: String?

    var directory: String { data ?? ProcessInfo.processInfo.environment["HORNBOOK_DATA"] ?? "hornbook-data" }
    private var key: String? { masterKey ?? ProcessInfo.processInfo.environment["HORNBOOK_MASTER_KEY_FILE"] }

    func open(
        _ opening: Installation.Opening, origin: String? = nil, reach: Reach? = nil
    ) async throws -> Installation {
        try await Installation.open(opening, directory: directory, givenKey: key, origin: origin, reach: reach)
    }

    /// Opens the installation for one piece of work and closes it after, however the work ends.
    func with<Result>(
        _ opening: Installation.Opening, _ work: (Installation) async throws -> Result
    ) async throws -> Result {
        let installation = try await open(opening)
        do {
            let result = try await work(installation)
            try await installation.close()
            return result
        } catch {
            try? await installation.close()
            throw error
        }
    }
}

extension Installation {
    /// The school of that short name.
    func school(_ slug: String) async throws -> SchoolSetting {
        guard let log = LogID(slug) else { throw Failure(Sentence.noSchool(slug)) }
        do {
            return try await office.setting(log)
        } catch OfficeError.noSuchSchool, LedgerError.noSuchLog {
            throw Failure(Sentence.noSchool(slug))
        }
    }

    /// One school when it is named, else every one.
    func logs(_ slug: String?) async throws -> [LogID] {
        guard let slug else { return try await ledger.logs() }
        return [try await school(slug).id]
    }
}
