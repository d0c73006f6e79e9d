import GRDB

/// Full text over titles and search words. The text stands in `records` alone; the index holds only terms.
enum Migration003Search {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE search USING fts5 (
                    title, words, content = 'records', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
                );
                CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, instance);
                """)
    }
}
