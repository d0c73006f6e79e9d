import GRDB

/// Logs, their trees, events, keys, checkpoints and settings. The database itself refuses to rewrite what happened.
enum Migration001Events {
    static func migrate(_ db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: guards)
    }

    private static let tables = """
        CREATE TABLE logs (
            log INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE trees (
            log INTEGER PRIMARY KEY REFERENCES logs, size INTEGER NOT NULL, frontier BLOB NOT NULL
        ) STRICT;
        CREATE TABLE events (
            log INTEGER NOT NULL, position INTEGER NOT NULL, record TEXT NOT NULL, revision INTEGER NOT NULL,
            type TEXT NOT NULL, actor TEXT NOT NULL, cause TEXT NOT NULL, time INTEGER NOT NULL,
            payload BLOB NOT NULL, leaf BLOB NOT NULL,
            PRIMARY KEY (log, position)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX events_by_record ON events (log, record, revision);
        CREATE TABLE keys (
            log INTEGER NOT NULL, record TEXT NOT NULL, wrapped BLOB, PRIMARY KEY (log, record)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoints (
            log INTEGER NOT NULL REFERENCES logs, size INTEGER NOT NULL, text TEXT NOT NULL, time INTEGER NOT NULL,
            PRIMARY KEY (log, size)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// The insert triggers are there because `INSERT OR REPLACE` removes a row without asking the delete trigger.
    private static let guards = """
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_never_go BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
        CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
        WHEN EXISTS (SELECT 1 FROM events WHERE log = NEW.log AND position = NEW.position)
            OR EXISTS (SELECT 1 FROM events WHERE log = NEW.log AND record = NEW.record AND revision = NEW.revision)
        BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
        CREATE TRIGGER checkpoints_never_change BEFORE UPDATE ON checkpoints
        BEGIN SELECT RAISE(ABORT, 'checkpoints are never changed'); END;
        CREATE TRIGGER checkpoints_never_go BEFORE DELETE ON checkpoints
        BEGIN SELECT RAISE(ABORT, 'checkpoints are never removed'); END;
        CREATE TRIGGER checkpoints_are_never_replaced BEFORE INSERT ON checkpoints
        WHEN EXISTS (SELECT 1 FROM checkpoints WHERE log = NEW.log AND size = NEW.size)
        BEGIN SELECT RAISE(ABORT, 'checkpoints are never replaced'); END;
        CREATE TRIGGER keys_are_only_destroyed BEFORE UPDATE ON keys WHEN NEW.wrapped IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a key is only ever destroyed'); END;
        CREATE TRIGGER keys_never_go BEFORE DELETE ON keys
        BEGIN SELECT RAISE(ABORT, 'a key is destroyed, its row stays'); END;
        """
}
