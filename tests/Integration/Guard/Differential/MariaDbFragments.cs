namespace Causum.Integration.Guard.Differential;

/// <summary>The database that MariaDB texts meet, and texts that change it.</summary>
internal static class MariaDbFragments
{
    public const string Schema = """
        CREATE TABLE people (id integer PRIMARY KEY, name varchar(40) NOT NULL, born date, balance numeric(10,2) DEFAULT 0, note text);
        INSERT INTO people VALUES (1, 'Ada Fictional', '1975-12-10', 12.5, NULL), (2, 'Bo Invented', NULL, -3, 'x'), (3, 'Cy Madeup', '2001-01-01', 0, '');
        CREATE VIEW people_names AS SELECT name FROM people;
        CREATE TABLE orders (id integer AUTO_INCREMENT PRIMARY KEY, person_id integer REFERENCES people (id), total decimal(9,2), placed datetime, doc json);
        INSERT INTO orders (person_id, total, placed, doc) VALUES (1, 9.5, '2024-01-02', '{"a": [1]}'), (2, 7, '2024-02-03', '{}');
        CREATE TABLE t (a integer, b integer, c text, d date, x text);
        INSERT INTO t VALUES (1, 2, 'c', '2024-01-02', 'x');
        CREATE TABLE u (a integer, b integer);
        CREATE TABLE vacant (id integer, name text);
        CREATE TABLE copied (id integer) ENGINE = Aria;
        CREATE SEQUENCE counter;
        """;

    public const string Undo =
        "DROP USER IF EXISTS planted; DROP ROLE IF EXISTS planted_role; DROP DATABASE IF EXISTS planted;";

    public static readonly string[] Reads =
    [
        "SELECT * FROM people",
        "SELECT p.name, o.total FROM people p JOIN orders o ON o.person_id = p.id",
        "SELECT count(*), max(balance) FROM people GROUP BY note HAVING count(*) > 0",
        "WITH x AS (SELECT id FROM people) SELECT * FROM x",
        "WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c",
        "VALUES (1, 'a'), (2, 'b')",
        "SELECT JSON_VALUE(doc, '$.a[0]') FROM orders",
        "SELECT * FROM people ORDER BY id LIMIT 2 OFFSET 1",
        "SELECT row_number() OVER (PARTITION BY note ORDER BY id) FROM people",
        "SELECT 'it\\'s', \"x\"\"y\", 5--1 # comment\n",
        "EXPLAIN FORMAT=JSON SELECT * FROM people",
        "SHOW VARIABLES LIKE 'max%'",
        "SHOW FULL COLUMNS FROM people",
        "SHOW CREATE TABLE people",
        "DESCRIBE people",
        "SELECT REPLACE(name, 'A', 'B'), INSERT(name, 1, 2, 'z'), TRUNCATE(balance, 1) FROM people",
        "SELECT IF(id = 1, 'delete', 'drop'), @@version, @x FROM people",
        "SELECT GROUP_CONCAT(DISTINCT name ORDER BY id SEPARATOR ', ') FROM people",
        "SELECT name FROM people UNION SELECT c FROM t EXCEPT SELECT 'q'",
    ];

    public static readonly string[] Acts =
    [
        "INSERT INTO vacant VALUES (1, 'planted')",
        "INSERT INTO vacant VALUES (1, 'planted') RETURNING *",
        "INSERT vacant SET id = 1",
        "REPLACE INTO people (id, name) VALUES (1, 'planted')",
        "UPDATE people SET name = 'planted'",
        "DELETE FROM orders",
        "DELETE FROM orders RETURNING *",
        "DELETE o FROM orders o",
        "TRUNCATE TABLE vacant",
        "TRUNCATE vacant",
        "DROP TABLE vacant",
        "RENAME TABLE vacant TO planted",
        "ALTER TABLE people ADD planted integer",
        "CREATE TABLE planted (id integer)",
        "CREATE TABLE planted AS SELECT * FROM people",
        "CREATE TEMPORARY TABLE planted (id integer)",
        "CREATE VIEW planted AS SELECT 1",
        "CREATE FUNCTION planted() RETURNS integer RETURN 1",
        "CREATE USER planted",
        "GRANT SELECT ON bare.people TO planted IDENTIFIED BY 'x'",
        "SELECT * FROM people INTO OUTFILE '{folder}/planted'",
        "SELECT name FROM people LIMIT 1 INTO DUMPFILE '{folder}/planted'",
        "SELECT name INTO OUTFILE '{folder}/planted' FROM people",
        "SELECT id FROM people LIMIT 1 INTO @planted",
        "SELECT id INTO @planted FROM people LIMIT 1",
        "SELECT @planted := 1",
        "SELECT * FROM people FOR UPDATE",
        "SELECT * FROM people LOCK IN SHARE MODE",
        "SELECT * FROM people FOR UPDATE SKIP LOCKED",
        "SET @planted = 1",
        "SET sql_mode = 'ANSI_QUOTES'",
        "SET GLOBAL max_connections = 77",
        "SET NAMES latin1",
        "USE mysql",
        "LOCK TABLES people WRITE",
        "HANDLER people OPEN",
        "FLUSH TABLES WITH READ LOCK",
        "DO RELEASE_LOCK('x')",
        "DO GET_LOCK('planted', 0)",
        "PREPARE planted FROM 'SELECT 1'",
        "EXECUTE IMMEDIATE 'DELETE FROM orders'",
        "ANALYZE TABLE people",
        "OPTIMIZE TABLE people",
        "CHECK TABLE people",
        "INSTALL SONAME 'metadata_lock_info'",
        "BEGIN NOT ATOMIC DELETE FROM orders; END",
        "LOAD DATA INFILE '{folder}/canary.csv' INTO TABLE vacant (name)",
        "ANALYZE FORMAT=JSON DELETE FROM orders",
        "SET STATEMENT sql_mode = '' FOR DELETE FROM orders",
        "START TRANSACTION READ ONLY",
        "KILL QUERY 1",
        "SAVEPOINT planted",
        "CACHE INDEX people IN planted",
        "SELECT NEXT VALUE FOR counter",
        "SELECT LASTVAL(counter), NEXTVAL(counter)",
    ];

    public static readonly string[] ActingExpressions =
    [
        "nextval(counter)",
        "setval(counter, 7)",
        "last_insert_id(77)",
        "get_lock('planted', 0)",
        "get_lock('planted', 1.5)",
        "load_file('{folder}/canary.csv')",
        "sleep(1.2)",
        "benchmark(100000000, md5('x'))",
        "master_gtid_wait('0-1-1', 1.2)",
    ];
}
