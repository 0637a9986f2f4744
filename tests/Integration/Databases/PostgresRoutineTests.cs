using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Postgres;
using Causum.Integration.Support;

namespace Causum.Integration.Databases;

[Collection(PostgresCollection.Name)]
public sealed class PostgresRoutineTests(PostgresServer server, PostgresRoutineTests.Seed seed)
    : RoutineContract,
        IClassFixture<PostgresRoutineTests.Seed>
{
    private protected override IDatabaseConnector Connector { get; } =
        new PostgresConnector(Options, TimeProvider.System, Logins.NoLog<AdoDatabase>());

    private protected override IAdoDriver Driver()
    {
        var (config, secrets) = Login(Owner);
        return new PostgresDriver(
            Outcomes.Right(PostgresCredentials.Create(config, secrets, Options.StatementTimeout, DateTimeOffset.UtcNow))
        );
    }

    protected override string Owner => PostgresServer.Superuser;

    protected override (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(string user) =>
        Logins.Of(
            DatabaseType.Postgresql,
            "password",
            [
                ("host", PostgresServer.Host),
                ("port", server.Port),
                ("database", seed.Database),
                ("username", user),
                ("password", PostgresServer.Password),
            ]
        );

    protected override Task CreateLateFunctionAsync() =>
        server.ExecuteAsync(
            seed.Database,
            "CREATE OR REPLACE FUNCTION late() RETURNS integer LANGUAGE sql AS 'SELECT 1'"
        );

    protected override IReadOnlyList<string> HonestQueries =>
        [
            "SELECT count(*), sum(id), avg(id), string_agg(name, ',' ORDER BY name), array_agg(DISTINCT id) FROM people",
            "SELECT lower(name), upper(name) || 'x', substring(name FROM 1 FOR 2), trim(both ' ' FROM name), position('a' IN name), extract(year FROM now()) FROM people p WHERE p.id BETWEEN 1 AND 3 AND name LIKE 'A%' AND id IN (1, 2)",
            "SELECT random(), clock_timestamp(), timeofday(), gen_random_uuid(), now(), current_user, statement_timestamp()",
            "SELECT id, row_number() OVER (PARTITION BY name ORDER BY id), lag(id, 1) OVER w FROM people WINDOW w AS (ORDER BY id)",
            "SELECT jsonb_build_object('a', 1) -> 'a', '{\"a\":1}'::jsonb @> '{}' , '[1]'::json ->> 0",
            "SELECT CASE WHEN id > 1 THEN coalesce(name, '') ELSE nullif(name, 'x') END FROM public.people",
            "SELECT * FROM generate_series(1, 3) AS g(i), unnest(ARRAY[1, 2]) AS u JOIN LATERAL (SELECT 1) AS l ON true",
            "SELECT id::text, CAST(id AS numeric(10, 2)), date '2024-01-01', interval '1 day', 1::int, name::varchar FROM people",
            "SELECT * FROM people TABLESAMPLE bernoulli (50)",
            "SELECT pg_size_pretty(pg_total_relation_size('people')), pg_is_in_recovery()",
            "SELECT round(2.5), pg_catalog.round(2.567, 2), 2 + 2, name + 1 FROM people WHERE name = 'a' AND id <> 2",
            "SELECT calm_stable(), calm_immutable(1), overloaded('a', 'b'), total(1), public.total(2)",
            "SELECT 'public.touch'::regproc, 'touch()' AS a, touch FROM (SELECT 1 AS touch) AS t /* touch() */",
            "SELECT t.touch, (t).touch FROM (SELECT 1 AS touch) AS t",
            "SELECT uuid_generate_v1() IS NOT NULL, gen_salt('bf') IS NOT NULL",
            "SELECT * FROM touching",
            "EXPLAIN SELECT count(*) FROM people",
            "VALUES (1, lower('A'))",
            "TABLE people",
        ];

    [Theory]
    [InlineData("SELECT touch()")]
    [InlineData("SELECT TOUCH /* c */ ( )")]
    [InlineData("SELECT \"touch\"()")]
    [InlineData("SELECT public.touch()")]
    [InlineData("SELECT \"public\" . \"touch\" ()")]
    [InlineData("SELECT id FROM people WHERE touch() = 1")]
    [InlineData("SELECT id FROM people ORDER BY touch()")]
    [InlineData("SELECT id FROM people LIMIT touch()")]
    [InlineData("WITH x AS (SELECT touch()) SELECT * FROM x")]
    [InlineData("SELECT * FROM touch()")]
    [InlineData("SELECT * FROM people CROSS JOIN LATERAL touch() AS t")]
    [InlineData("SELECT * FROM ROWS FROM (touch(), generate_series(1, 2)) AS t")]
    [InlineData("EXPLAIN ANALYZE SELECT touch()")]
    [InlineData("VALUES (touch())")]
    [InlineData("SELECT \"Odd name\"()")]
    [InlineData("SELECT calm_definer()")]
    [InlineData("SELECT overloaded(1)")]
    [InlineData("SELECT defaulted(1)")]
    [InlineData("SELECT many(1, 2, 3)")]
    [InlineData("SELECT many(VARIADIC ARRAY[1])")]
    [InlineData("SELECT round(2.5::float8, 1)")]
    [InlineData("SELECT uuid_generate_v4()")]
    [InlineData("SELECT app.total(1)")]
    [InlineData("SELECT touching_sum(id) FROM people")]
    [InlineData("SELECT touching_sum(id) OVER () FROM people")]
    [InlineData("SELECT p.watch FROM people p")]
    [InlineData("SELECT (p).watch FROM people p")]
    [InlineData("SELECT people.watch FROM people")]
    [InlineData("SELECT (ROW(1, 'a')::people).watch")]
    [InlineData("SELECT extract(day FROM p.watch_day) FROM people p")]
    [InlineData("SELECT id FROM people p WHERE p.\"watch\" IS DISTINCT FROM p.watch")]
    [InlineData("SELECT 1 ### 2")]
    [InlineData("SELECT 1###2+-3")]
    [InlineData("SELECT 1 OPERATOR(public.###) 2")]
    [InlineData("SELECT a + b FROM purses")]
    [InlineData("SELECT a LIKE b FROM purses")]
    [InlineData("SELECT a::text FROM purses")]
    [InlineData("SELECT CAST(a AS text) FROM purses")]
    [InlineData("SELECT text(a) FROM purses")]
    [InlineData("SELECT x::text FROM (SELECT find_purse() AS x) AS s")]
    [InlineData("SELECT 1::checked")]
    [InlineData("SELECT checked '1'")]
    [InlineData("SELECT CAST(id AS public.checked) FROM people")]
    [InlineData("SELECT ARRAY[1]::checked[]")]
    [InlineData("SELECT 1::checked_twice")]
    [InlineData("SELECT ROW(1)::holding_checked")]
    [InlineData("SELECT * FROM json_to_record('{\"a\":1}') AS r(a checked)")]
    public async Task What_may_act_is_refused_even_to_a_superuser(string text) => await RefusedAsync(text, Owner);

    [Fact]
    public async Task A_name_that_the_server_cuts_is_still_the_function()
    {
        await RefusedAsync($"SELECT {Seed.LongName}()", Owner);
        await RefusedAsync($"SELECT {Seed.LongName}_and_more()", Owner);
    }

    [Fact]
    public async Task A_login_without_a_look_at_the_catalog_runs_nothing_that_needs_one()
    {
        await RefusedAsync("SELECT lower(name) FROM people", "blind");
        await AnsweredAsync("SELECT name FROM people", "blind");
    }

    [Fact]
    public async Task A_view_is_read_as_its_owner_made_it_and_validation_warns_of_what_it_calls()
    {
        await AnsweredAsync("SELECT * FROM touching", Owner);
        Assert.Contains(await WarningsAsync(Owner), w => w.Contains("view", StringComparison.Ordinal));
        Assert.DoesNotContain(await WarningsAsync("narrow_view"), w => w.Contains("view", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_volatile_function_that_comes_with_the_server_is_refused_by_name_or_known_as_harmless()
    {
        var names = await server.ScalarAsync<string[]>(
            seed.Database,
            """
            SELECT array_agg(DISTINCT p.proname::text)
            FROM pg_proc p LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
            WHERE p.provolatile = 'v' AND p.pronamespace = 'pg_catalog'::regnamespace AND d.objid IS NULL AND p.prokind = 'f'
              AND p.prorettype <> ALL ('{trigger,event_trigger,internal,language_handler,fdw_handler,index_am_handler,table_am_handler}'::regtype[])
            """
        );
        var open = names.Where(name =>
            ReadOnlyGuard.Check(SqlDialect.Postgresql, $"SELECT {name}()").IsRight
            && new RoutineCatalog(
                SqlDialect.Postgresql,
                CatalogExtent.Acting,
                [new(RoutineUseKind.Call, "pg_catalog", name, OnPath: true, RoutineTrait.Volatile, "pg_catalog")]
            )
                .Check(
                    new ReadOnlySql(SqlDialect.Postgresql, $"SELECT {name}()"),
                    RoutineUses.Of(new ReadOnlySql(SqlDialect.Postgresql, $"SELECT {name}()"))
                )
                .IsSome
        );
        Assert.Empty(open);
    }

    public sealed class Seed(PostgresServer server) : IAsyncLifetime
    {
        public const string LongName = "touch_with_a_name_that_is_as_long_as_the_server_lets_a_name_be1";

        public string Database { get; private set; } = "";

        public async Task InitializeAsync() =>
            Database = await server.CreateDatabaseAsync(
                $$"""
                CREATE EXTENSION "uuid-ossp" WITH SCHEMA public;
                CREATE EXTENSION pgcrypto;
                CREATE TABLE people (id integer PRIMARY KEY, name text);
                INSERT INTO people VALUES (1, 'Ada Fictional'), (2, 'Bo Invented');
                CREATE SCHEMA app;
                CREATE FUNCTION touch() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION "Odd name"() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION {{LongName}}() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION calm_stable() RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
                CREATE FUNCTION calm_immutable(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE FUNCTION calm_definer() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT 1';
                CREATE FUNCTION overloaded(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION overloaded(text, text) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
                CREATE FUNCTION defaulted(integer, integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION many(VARIADIC integer[]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION round(double precision, integer) RETURNS numeric LANGUAGE sql AS 'SELECT 1.0';
                CREATE FUNCTION total(integer) RETURNS integer LANGUAGE sql STABLE AS 'SELECT 1';
                CREATE FUNCTION app.total(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                ALTER EXTENSION "uuid-ossp" DROP FUNCTION uuid_generate_v4();
                CREATE FUNCTION touching_step(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE AGGREGATE touching_sum(integer) (SFUNC = touching_step, STYPE = integer, INITCOND = '0');
                CREATE FUNCTION watch(people) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION watch_day(people) RETURNS date LANGUAGE sql AS 'SELECT current_date';
                CREATE FUNCTION joined(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE OPERATOR ### (LEFTARG = integer, RIGHTARG = integer, FUNCTION = joined);
                CREATE TYPE purse AS (coins integer);
                CREATE TABLE purses (a purse, b purse);
                INSERT INTO purses VALUES (ROW(1), ROW(2));
                CREATE FUNCTION find_purse() RETURNS purse LANGUAGE sql STABLE AS 'SELECT ROW(1)::purse';
                CREATE FUNCTION add_purses(purse, purse) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE OPERATOR + (LEFTARG = purse, RIGHTARG = purse, FUNCTION = add_purses);
                CREATE FUNCTION like_purses(purse, purse) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR ~~ (LEFTARG = purse, RIGHTARG = purse, FUNCTION = like_purses);
                CREATE FUNCTION purse_text(purse) RETURNS text LANGUAGE sql AS 'SELECT ''purse''';
                CREATE CAST (purse AS text) WITH FUNCTION purse_text(purse);
                CREATE FUNCTION add_text(text, integer) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1';
                CREATE OPERATOR + (LEFTARG = text, RIGHTARG = integer, FUNCTION = add_text);
                CREATE FUNCTION check_touching(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE DOMAIN checked AS integer CHECK (check_touching(VALUE));
                CREATE DOMAIN checked_twice AS checked;
                CREATE TYPE holding_checked AS (a checked);
                CREATE VIEW touching AS SELECT touch() AS touched;
                CREATE ROLE narrow_view LOGIN PASSWORD '{{PostgresServer.Password}}';
                CREATE ROLE blind LOGIN PASSWORD '{{PostgresServer.Password}}';
                GRANT SELECT ON people TO blind;
                REVOKE SELECT ON pg_catalog.pg_cast FROM PUBLIC;
                """
            );

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
