import GRDB

/// Sign-in: kept apart from the log, because it must be forgettable.
enum Migration004SignIn {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE logins (
                    log INTEGER NOT NULL REFERENCES logs, person TEXT NOT NULL, name TEXT NOT NULL,
                    password TEXT NOT NULL, PRIMARY KEY (log, person), UNIQUE (log, name)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE tickets (
                    log INTEGER NOT NULL REFERENCES logs, use TEXT NOT NULL, hash BLOB NOT NULL, person TEXT NOT NULL,
                    label TEXT NOT NULL, created INTEGER NOT NULL, used INTEGER NOT NULL, expires INTEGER NOT NULL,
                    PRIMARY KEY (log, use, hash)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX tickets_by_person ON tickets (log, person, use);
                CREATE INDEX tickets_by_expiry ON tickets (expires);
                """)
    }
}
