namespace Causum.Integration.Guard.Differential;

/// <summary>The file that DuckDB texts meet, what is looked at in it, and texts that change it.</summary>
internal static class DuckDbFragments
{
    public const string Schema = """
        CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, born DATE, balance DECIMAL(10,2) DEFAULT 0, note VARCHAR);
        INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
        CREATE VIEW people_names AS SELECT name FROM people;
        CREATE TABLE orders (id INTEGER, person_id INTEGER, total DECIMAL(9,2), placed TIMESTAMP, doc JSON, tags VARCHAR[]);
        INSERT INTO orders VALUES (1, 1, 9.5, '2024-01-02', '{"a": [1]}', ['a']), (2, 2, 7, '2024-02-03', '{}', []);
        CREATE TABLE t (a INTEGER, b INTEGER, c VARCHAR, d DATE, x VARCHAR);
        INSERT INTO t VALUES (1, 2, 'c', '2024-01-02', 'x');
        CREATE TABLE u (a INTEGER, b INTEGER);
        CREATE TABLE vacant (id INTEGER, name VARCHAR);
        CREATE SEQUENCE counter;
        """;

    private static readonly string[] Tables = ["people", "orders", "t", "u", "vacant"];

    /// <summary>Names and values.</summary>
    public static readonly IReadOnlyList<string> Look =
    [
        .. Tables.Select(table => $"SELECT 'data/{table}', concat_ws(' ', count(*), sum(hash(r))) FROM {table} r"),
        "SELECT 'catalog/' || concat_ws('.', database_name, schema_name, table_name), concat_ws(' ', sql, comment, estimated_size, column_count) FROM duckdb_tables()",
        "SELECT 'catalog/view ' || concat_ws('.', database_name, schema_name, view_name), sql FROM duckdb_views() WHERE NOT internal",
        "SELECT 'catalog/schema ' || database_name || schema_name, '' FROM duckdb_schemas()",
        "SELECT 'catalog/index ' || index_name, sql FROM duckdb_indexes()",
        "SELECT 'catalog/types', count(*) FROM duckdb_types()",
        "SELECT 'catalog/functions', count(*) FROM duckdb_functions()",
        "SELECT 'sequences/' || concat_ws('.', schema_name, sequence_name), concat_ws(' ', last_value, increment_by) FROM duckdb_sequences()",
        "SELECT 'session/setting ' || name, value FROM duckdb_settings()",
        "SELECT 'session/attached ' || database_name, path FROM duckdb_databases()",
        "SELECT 'session/extension ' || extension_name, concat_ws(' ', loaded, installed) FROM duckdb_extensions()",
        "SELECT 'session/secret ' || name, '' FROM duckdb_secrets()",
        "SELECT 'session/variable ' || name, value FROM duckdb_variables()",
        "SELECT 'session/prepared ' || name, statement FROM duckdb_prepared_statements()",
        "SELECT 'session/place', current_database() || current_schema()",
        "SELECT 'session/temporary ' || path, size FROM duckdb_temporary_files()",
    ];

    public static readonly string[] Reads =
    [
        "SELECT * FROM people",
        "FROM people",
        "FROM people SELECT name WHERE id = 1",
        "SELECT p.name, o.total FROM people p JOIN orders o ON o.person_id = p.id",
        "SELECT count(*), max(balance) FROM people GROUP BY ALL",
        "WITH x AS (SELECT id FROM people) SELECT * FROM x",
        "WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT doc ->> '$.a[0]', tags[1] FROM orders",
        "SELECT * EXCLUDE (note) REPLACE (upper(name) AS name) FROM people",
        "SELECT list_transform([1, 2], x -> x + 1), {'a': 1}, MAP {'k': 2}",
        "SELECT * FROM people QUALIFY row_number() OVER (ORDER BY id) = 1",
        "EXPLAIN ANALYZE SELECT * FROM people",
        "DESCRIBE people",
        "SUMMARIZE people",
        "SHOW TABLES",
        "PRAGMA table_info('people')",
        "SELECT * FROM range(3)",
        "SELECT * FROM (PIVOT orders ON person_id IN (1, 2) USING sum(total))",
        "SELECT name FROM people UNION SELECT c FROM t EXCEPT SELECT 'q'",
    ];

    public static readonly string[] Acts =
    [
        "INSERT INTO vacant VALUES (1, 'planted')",
        "INSERT INTO vacant VALUES (1, 'planted') RETURNING *",
        "INSERT OR REPLACE INTO people (id, name) VALUES (1, 'planted')",
        "UPDATE people SET name = 'planted'",
        "UPDATE people SET name = 'planted' RETURNING *",
        "DELETE FROM orders",
        "DELETE FROM orders RETURNING *",
        "MERGE INTO t USING people ON t.a = people.id WHEN MATCHED THEN DELETE",
        "TRUNCATE orders",
        "DROP TABLE vacant",
        "ALTER TABLE orders ADD planted INTEGER",
        "CREATE TABLE planted (id INTEGER)",
        "CREATE TABLE planted AS FROM people",
        "CREATE TEMP TABLE planted (id INTEGER)",
        "CREATE VIEW planted AS SELECT 1",
        "CREATE MACRO planted() AS 1",
        "CREATE TEMP MACRO planted() AS 1",
        "CREATE TYPE planted AS ENUM ('a')",
        "CREATE SECRET planted (TYPE http)",
        "COMMENT ON TABLE people IS 'planted'",
        "COPY people TO '{folder}/planted'",
        "COPY (SELECT 1) TO '{folder}/planted' (FORMAT parquet)",
        "COPY vacant (name) FROM '{folder}/canary.csv'",
        "EXPORT DATABASE '{folder}/planted'",
        "ATTACH '{folder}/planted.db' AS planted",
        "ATTACH ':memory:' AS planted",
        "SET threads = 2",
        "SET VARIABLE planted = 1",
        "SET search_path = 'pg_catalog'",
        "PRAGMA threads = 2",
        "PRAGMA memory_limit = '300MB'",
        "CALL enable_logging()",
        "PREPARE planted AS SELECT 1",
        "CREATE SCHEMA planted",
        "SELECT * FROM '{folder}/canary.csv'",
        "FROM read_csv('{folder}/canary.csv')",
        "SELECT nextval('counter')",
        "SELECT * FROM (PIVOT orders ON person_id USING sum(total))",
    ];

    public static readonly string[] ActingExpressions =
    [
        "nextval('counter')",
        "query('SELECT nextval(''counter'')')",
        "json_execute_serialized_sql(json_serialize_sql('SELECT nextval(''counter'')'))",
        "enable_logging()",
        "read_csv('{folder}/canary.csv', header = false)",
        "read_text('{folder}/canary.csv')",
        "read_blob('{folder}/canary.csv')",
        "sleep_ms(1200)",
        "pg_sleep(1.2)",
    ];
}
