namespace Causum.Integration.Guard.Differential;

/// <summary>The database that PostgreSQL texts meet, and texts that change it.</summary>
internal static class PostgresFragments
{
    public const string Schema = """
        CREATE TABLE people (id integer PRIMARY KEY, name varchar(40) NOT NULL, born date, balance numeric(10,2) DEFAULT 0, note text);
        INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
        CREATE VIEW people_names AS SELECT name FROM people;
        CREATE TABLE orders (id serial PRIMARY KEY, person_id integer REFERENCES people, total numeric, placed timestamptz, doc jsonb, tags text[]);
        INSERT INTO orders (person_id, total, placed, doc, tags) VALUES (1, 9.5, '2024-01-02', '{"a": [1]}', '{a,b}'), (2, 7, '2024-02-03', '{}', '{}');
        CREATE INDEX orders_doc_idx ON orders USING gin (doc);
        CREATE INDEX orders_placed_idx ON orders USING brin (placed);
        CREATE MATERIALIZED VIEW totals AS SELECT sum(total) AS total FROM orders;
        CREATE TABLE t (a integer, b integer, c text, d date, x text);
        INSERT INTO t VALUES (1, 2, 'c', '2024-01-02', 'x');
        CREATE TABLE u (a integer, b integer);
        CREATE TABLE vacant (id integer, name text);
        CREATE SEQUENCE counter;
        SELECT lo_from_bytea(4711, 'planted');
        """;

    public const string Undo = """
        DROP ROLE IF EXISTS planted;
        SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots;
        SELECT pg_replication_origin_drop(roname) FROM pg_replication_origin;
        """;

    public static readonly string[] Reads =
    [
        "SELECT * FROM people",
        "SELECT p.name, o.total FROM people p JOIN orders o ON o.person_id = p.id",
        "SELECT count(*), max(balance) FROM people GROUP BY note HAVING count(*) > 0",
        "WITH x AS (SELECT id FROM people) SELECT * FROM x",
        "WITH RECURSIVE c(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c",
        "TABLE people",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT doc #> '{a}', doc ->> 'a', tags[1] FROM orders",
        "SELECT * FROM people ORDER BY id LIMIT 2 OFFSET 1",
        "SELECT row_number() OVER (PARTITION BY note ORDER BY id) FROM people",
        "SELECT $$it's$$ || E'\\'' || U&'d\\0061t'",
        "EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM people",
        "SHOW search_path",
        "SELECT * FROM generate_series(1, 3) g(i), LATERAL (SELECT name FROM people LIMIT 1) x",
        "SELECT name FROM people UNION SELECT c FROM t EXCEPT SELECT 'q'",
        "SELECT CASE WHEN id = 1 THEN 'delete' ELSE 'update' END FROM people WHERE name LIKE 'A%' ESCAPE '!'",
        "SELECT substring(name FROM 1 FOR 2), extract(year FROM born), trim(both 'x' FROM note) FROM people",
    ];

    public static readonly string[] Acts =
    [
        "INSERT INTO vacant VALUES (1, 'planted') RETURNING *",
        "UPDATE people SET name = 'planted' RETURNING *",
        "DELETE FROM orders RETURNING *",
        "MERGE INTO t USING people p ON t.a = p.id WHEN MATCHED THEN DELETE",
        "TRUNCATE vacant",
        "DROP TABLE vacant",
        "ALTER TABLE people ADD planted integer",
        "CREATE TABLE planted (id integer)",
        "CREATE TABLE planted AS SELECT * FROM people",
        "CREATE TEMP TABLE planted (id integer)",
        "CREATE VIEW planted AS SELECT 1",
        "CREATE FUNCTION planted() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE planted",
        "GRANT SELECT ON people TO PUBLIC",
        "COMMENT ON TABLE people IS 'planted'",
        "REFRESH MATERIALIZED VIEW totals",
        "SELECT * INTO planted FROM people",
        "SELECT 1 AS a INTO TEMP planted",
        "SELECT * FROM people FOR UPDATE",
        "SELECT * FROM people FOR NO KEY UPDATE",
        "SELECT * FROM people FOR SHARE",
        "SELECT * FROM people FOR KEY SHARE",
        "COPY people TO '{folder}/planted'",
        "COPY people TO PROGRAM 'cat > {folder}/planted'",
        "COPY t FROM PROGRAM 'printf \"5\\t5\\tx\\t2024-01-01\\tx\\n\"'",
        "DO $x$ BEGIN DELETE FROM orders; END $x$",
        "SET search_path = public, pg_catalog",
        "SET causum.planted = 'x'",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "PREPARE planted AS SELECT 1",
        "DECLARE planted CURSOR WITH HOLD FOR SELECT 1",
        "LISTEN planted",
        "NOTIFY planted",
        "BEGIN",
        "REINDEX TABLE people",
        "ANALYZE people",
        "VACUUM FULL people",
        "ALTER SYSTEM SET work_mem = '5MB'",
        "REASSIGN OWNED BY bare_login TO tests_owner",
    ];

    public static readonly string[] ActingExpressions =
    [
        "nextval('counter')",
        "setval('counter', 7)",
        "set_config('causum.planted', 'x', false)",
        "set_config('search_path', 'pg_catalog', false)",
        "pg_advisory_lock(7)",
        "pg_try_advisory_lock(7)",
        "pg_advisory_lock_shared(7)",
        "pg_try_advisory_lock_shared(7, 8)",
        "pg_sleep(1.2)",
        "pg_sleep_for('1.2 seconds')",
        "pg_sleep_until(clock_timestamp() + interval '1.2 seconds')",
        "lo_create(0)",
        "lo_creat(-1)",
        "lo_from_bytea(0, 'planted')",
        "lo_put(4711, 0, 'x')",
        "lo_unlink(4711)",
        "lo_import('{folder}/canary.csv')",
        "lo_export(4711, '{folder}/planted')",
        "lo_truncate(lo_open(4711, 131072), 1)",
        "lowrite(lo_open(4711, 131072), 'x')",
        "pg_notify('planted', 'x')",
        "txid_current()",
        "pg_current_xact_id()",
        "pg_create_physical_replication_slot('planted', true)",
        "pg_replication_origin_create('planted')",
        "pg_logical_emit_message(true, 'planted', 'x')",
        "pg_reload_conf()",
        "pg_terminate_backend(pg_backend_pid())",
        "pg_terminate_backend((SELECT max(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'))",
        "pg_stat_reset()",
        "pg_stat_reset_shared('bgwriter')",
        "query_to_xml('SELECT nextval(''counter'')', true, true, '')",
        "query_to_xml_and_xmlschema('SELECT nextval(''counter'')', true, true, '')",
        "ts_stat('SELECT to_tsvector(nextval(''counter'')::text)')",
        "crosstab2('SELECT ''a''::text, nextval(''counter'')::text, ''b''::text')",
        "pg_file_write('{folder}/planted', 'x', false)",
        "set_limit(0.7)",
        "pg_read_file('{folder}/canary.csv')",
        "pg_read_binary_file('{folder}/canary.csv')",
    ];
}
