package import Ledger
package import Policy
package import Records

/// The only door: commands in, authorised, decided, appended, views updated, reactions carried out with them.
///
/// Time and identifiers are passed in, so that a test can hold both still.
package struct Office: Sendable {
    package let ledger: Ledger
    package let platforms: PlatformCatalogue
    package let bankHolidays: BankHolidays
    package let vocabulary: Vocabulary
    /// How posts reach other platforms.
    package let connecting: any Connecting
    package let now: @Sendable () -> Instant
    /// A new random identifier, lower-case letters and digits, never given before.
    package let newID: @Sendable () -> String
    /// Reads what is uploaded, in a process of its own.
    package let pictures: any PictureWorking
    let shelf: PackShelf
    let passwords: PasswordHasher
    let throttle: Throttle
    let accounts = AccountShelf()
    let hosts = HostShelf()
    let analyses = AnalysisShelf()
    let proofreaders = ProofShelf()
    let pupils = PupilShelf()
    let names = NameShelf()

    package init(
        ledger: Ledger, passwords: PasswordHasher, connecting: any Connecting = ByHandAlone(),
        now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable () -> String,
        pictures: any PictureWorking = NoPictureWorker()
    ) throws {
        self.pictures = pictures
        self.ledger = ledger
        self.connecting = connecting
        self.passwords = passwords
        self.now = now
        self.newID = newID
        platforms = try PlatformCatalogue.load()
        bankHolidays = try BankHolidays.load()
        vocabulary = try Vocabulary.embedded()
        shelf = PackShelf(vocabulary: vocabulary)
        throttle = Throttle()
    }
}

/// Who is asking, in one school, with the roles that they hold now.
package struct Caller: Sendable, Equatable {
    package let school: LogID
    package let person: PersonID
    package let name: String
    package let email: String
    /// The roles given, without those that they include.
    package let givenRoles: [Role]
    /// Every role held, those included by others among them.
    package let roles: Set<Role>

    package init(school: LogID, person: PersonID, name: String, email: String, givenRoles: [Role]) {
        self.school = school
        self.person = person
        self.name = name
        self.email = email
        self.givenRoles = givenRoles
        roles = Role.including(givenRoles)
    }

    package var seesPupils: Bool { !roles.isDisjoint(with: Pupil.seers) }
    package var seesPictures: Bool { !roles.isDisjoint(with: Picture.seers) }

    /// Whether they see what was refused, is missing or is never to be shown.
    package func keepsConsents(under pack: Pack) -> Bool { !roles.isDisjoint(with: pack.imageConsent.keepers) }

    /// What their audience is known by in lists, counts and search.
    package var tokens: [String] {
        [Audience.everyone.token, Audience.person(person).token] + roles.sorted().map { Audience.role($0).token }
    }
}

/// Why the office did not do as asked.
package enum OfficeError: Error, Sendable, Equatable {
    case refused(Refusal)
    case noSuchSchool(String)
    /// The ledger or its store failed. The text is for the log, never for a page.
    case ledger(LedgerError)
    /// What was stored cannot be read by this program.
    case unreadable(String)
}

extension OfficeError {
    init(_ error: any Error) {
        self =
            switch error {
            case let error as OfficeError: error
            case let refusal as Refusal: .refused(refusal)
            case let error as LedgerError: .ledger(error)
            default: .unreadable(String(describing: error))
            }
    }
}
