import GRDB

/// Every change of the schema, in order. One that was released is never edited; a change is a new file at the end.
enum Migrations {
    /// "Horn": marks the file as this program's (PRAGMA application_id).
    static let applicationID: Int32 = 0x486F_726E

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001-events", migrate: Migration001Events.migrate)
        migrator.registerMigration("002-views", migrate: Migration002Views.migrate)
        migrator.registerMigration("003-search", migrate: Migration003Search.migrate)
        migrator.registerMigration("004-sign-in", migrate: Migration004SignIn.migrate)
        return migrator
    }
}
