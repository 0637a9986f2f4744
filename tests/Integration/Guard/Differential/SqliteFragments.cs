namespace Causum.Integration.Guard.Differential;

/// <summary>The file that SQLite texts meet, what is looked at in it, and texts that change it.</summary>
internal static class SqliteFragments
{
    public const string Schema = """
        CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, born DATE, balance NUMERIC(10,2) DEFAULT 0, note TEXT);
        INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
        CREATE VIEW people_names AS SELECT name FROM people;
        CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, person_id INTEGER REFERENCES people, total NUMERIC, placed TEXT, doc TEXT);
        INSERT INTO orders (person_id, total, placed, doc) VALUES (1, 9.5, '2024-01-02', '{"a": [1]}'), (2, 7, '2024-02-03', '{}');
        CREATE INDEX orders_placed_idx ON orders (placed);
        CREATE TABLE t (a INTEGER, b INTEGER, c TEXT, d DATE, x TEXT);
        INSERT INTO t VALUES (1, 2, 'c', '2024-01-02', 'x');
        CREATE TABLE u (a INTEGER, b INTEGER);
        CREATE TABLE vacant (id INTEGER, name TEXT);
        CREATE VIRTUAL TABLE papers USING fts5(body);
        INSERT INTO papers VALUES ('it was a dark and stormy night'), ('a light breeze');
        CREATE VIRTUAL TABLE boxes USING rtree(id, x1, x2);
        """;

    private static readonly string[] Settings =
    [
        .. "application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check checkpoint_fullfsync defer_foreign_keys encoding foreign_keys fullfsync hard_heap_limit ignore_check_constraints journal_mode journal_size_limit legacy_alter_table locking_mode max_page_count mmap_size page_size query_only read_uncommitted recursive_triggers reverse_unordered_selects secure_delete soft_heap_limit synchronous temp_store threads trusted_schema user_version wal_autocheckpoint writable_schema analysis_limit".Split(
            ' '
        ),
    ];

    /// <summary>Names and values; the rows of the file are compared by the file itself.</summary>
    public static readonly IReadOnlyList<string> Look =
    [
        .. Settings.Select(name => $"SELECT 'session/setting {name}', * FROM pragma_{name}"),
        "SELECT 'session/changes', total_changes()",
        "SELECT 'session/last row', last_insert_rowid()",
        "SELECT 'session/attached ' || name, file FROM pragma_database_list WHERE name <> 'temp'",
        "SELECT 'session/temporary ' || name, sql FROM sqlite_temp_schema",
        "SELECT 'session/functions', count(*) FROM pragma_function_list",
    ];

    public static readonly string[] Reads =
    [
        "SELECT * FROM people",
        "SELECT p.name, o.total FROM people p JOIN orders o ON o.person_id = p.id",
        "SELECT count(*), max(balance) FROM people GROUP BY note HAVING count(*) > 0",
        "WITH x AS (SELECT id FROM people) SELECT * FROM x",
        "WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT doc ->> '$.a[0]' FROM orders",
        "SELECT * FROM people ORDER BY id LIMIT 2 OFFSET 1",
        "SELECT row_number() OVER (PARTITION BY note ORDER BY id) FROM people",
        "SELECT [name], `id`, \"note\" FROM people",
        "EXPLAIN QUERY PLAN SELECT * FROM people",
        "PRAGMA table_info(people)",
        "SELECT * FROM pragma_table_info('people')",
        "SELECT * FROM papers WHERE papers MATCH 'dark'",
        "SELECT * FROM json_each('[1,2]')",
        "SELECT replace(name, 'A', 'B'), iif(id = 1, 'drop', 'delete') FROM people",
        "SELECT name FROM people UNION SELECT c FROM t EXCEPT SELECT 'q'",
    ];

    public static readonly string[] Acts =
    [
        "INSERT INTO vacant VALUES (1, 'planted')",
        "INSERT INTO vacant VALUES (1, 'planted') RETURNING *",
        "REPLACE INTO people (id, name) VALUES (1, 'planted')",
        "INSERT OR REPLACE INTO people (id, name) VALUES (1, 'planted')",
        "UPDATE people SET name = 'planted'",
        "UPDATE people SET name = 'planted' RETURNING *",
        "DELETE FROM orders",
        "DELETE FROM orders RETURNING *",
        "DROP TABLE vacant",
        "ALTER TABLE people ADD planted INTEGER",
        "CREATE TABLE planted (id INTEGER)",
        "CREATE TABLE planted AS SELECT * FROM people",
        "CREATE TEMP TABLE planted (id INTEGER)",
        "CREATE TEMP VIEW planted AS SELECT 1",
        "CREATE TRIGGER planted AFTER INSERT ON people BEGIN SELECT 1; END",
        "CREATE INDEX planted ON people (name)",
        "CREATE VIRTUAL TABLE temp.planted USING fts5(body)",
        "INSERT INTO papers (papers) VALUES ('rebuild')",
        "ATTACH '{folder}/planted' AS planted",
        "ATTACH ':memory:' AS planted",
        "VACUUM",
        "VACUUM INTO '{folder}/planted'",
        "ANALYZE",
        "BEGIN",
        "BEGIN IMMEDIATE",
        "SAVEPOINT planted",
        "PRAGMA user_version = 5",
        "PRAGMA user_version(5)",
        "PRAGMA main.application_id = 7",
        "PRAGMA journal_mode = WAL",
        "PRAGMA journal_mode(MEMORY)",
        "PRAGMA writable_schema = 1",
        "PRAGMA foreign_keys = 0",
        "PRAGMA foreign_keys(0)",
        "PRAGMA query_only = 1",
        "PRAGMA cache_size = 7",
        "PRAGMA cache_size(7)",
        "PRAGMA synchronous = 0",
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA temp_store = 2",
        "PRAGMA case_sensitive_like = 1; PRAGMA threads = 2",
        "PRAGMA busy_timeout(77)",
        "PRAGMA auto_vacuum = 1; VACUUM",
        "PRAGMA max_page_count = 99",
        "PRAGMA trusted_schema = 0",
    ];

    public static readonly string[] ActingExpressions =
    [
        "writefile('{folder}/planted', 'x')",
        "readfile('{folder}/canary.csv')",
        "eval('DELETE FROM orders')",
        "usleep(1200000)",
    ];
}
