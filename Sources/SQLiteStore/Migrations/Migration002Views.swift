import GRDB

/// What lists, duties and look-ups are read from: all of it can be made anew from the events.
enum Migration002Views {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE records (
                    id INTEGER PRIMARY KEY, log INTEGER NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
                    status TEXT NOT NULL, title TEXT NOT NULL, subtitle TEXT NOT NULL, revision INTEGER NOT NULL,
                    created INTEGER NOT NULL, changed INTEGER NOT NULL, words TEXT NOT NULL, state BLOB NOT NULL,
                    UNIQUE (log, record)
                ) STRICT;
                CREATE INDEX records_by_kind ON records (log, kind);
                CREATE TABLE audience (
                    log INTEGER NOT NULL, record TEXT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (log, record, token)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE facets (
                    log INTEGER NOT NULL, record TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
                    PRIMARY KEY (log, record, name, value)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX facets_by_value ON facets (log, name, value, record);
                CREATE TABLE duties (
                    log INTEGER NOT NULL, record TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
                    action TEXT NOT NULL, due INTEGER, since INTEGER NOT NULL, PRIMARY KEY (log, record, key)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE assignees (
                    log INTEGER NOT NULL, record TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL,
                    assignee TEXT NOT NULL, PRIMARY KEY (log, record, key, place)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX assignees_by_name ON assignees (log, assignee, record, key);
                """)
    }
}
