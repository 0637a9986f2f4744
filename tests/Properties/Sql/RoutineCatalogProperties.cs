using Causum.Domain.Sql;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)], MaxTest = 500)]
public sealed class RoutineCatalogProperties
{
    [Property]
    public bool A_database_without_acting_routines_refuses_no_query(AllowedCase allowed) =>
        Refusal(
            new RoutineCatalog(allowed.Case.Dialect, CatalogExtent.Acting, []),
            allowed.Case.Sql,
            allowed.Case.Dialect
        ).IsNone;

    [Property]
    public bool An_acting_function_is_refused_before_behind_and_around_any_query(AllowedCase allowed) =>
        allowed.Case.Dialect != SqlDialect.Postgresql
        || new[]
        {
            $"SELECT touch(1) FROM ({allowed.Case.Sql}\n) AS x",
            $"SELECT 1 FROM ({allowed.Case.Sql}\n) AS x WHERE touch(1) = 1",
            $"SELECT touch(({allowed.Case.Sql}\n))",
        }.All(text => Refusal(Postgres(Call("touch")), text).IsSome);

    [Property]
    public bool Without_a_catalog_whatever_runs_something_is_refused(AllowedCase allowed) =>
        Refusal(
            new RoutineCatalog(allowed.Case.Dialect, CatalogExtent.Nothing, []),
            allowed.Case.Sql,
            allowed.Case.Dialect
        ).IsSome
        == RoutineUses.Of(new ReadOnlySql(allowed.Case.Dialect, allowed.Case.Sql)).Count > 0;

    [Fact]
    public void The_refusal_names_the_place_and_what_to_do_and_nothing_of_the_text()
    {
        var refusal = Refusal(Postgres(Call("touch")), "SELECT 'planted',\n  touch(4711)")
            .IfNone(() => throw new InvalidOperationException());
        Assert.Equal(RefusalReason.VolatileFunction, refusal.Reason);
        Assert.Equal(new SqlPosition(2, 3, 20), refusal.Position);
        Assert.Contains("STABLE", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("touch", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_of_several_places_is_named() =>
        Assert.Equal(
            7,
            Refusal(Postgres(Call("touch"), Call("inner")), "SELECT touch(inner(1))")
                .Map(r => r.Position.Offset)
                .IfNone(-1)
        );

    [Theory]
    [InlineData("SELECT touch(1)", true)]
    [InlineData("SELECT touch(1, 2)", false)]
    [InlineData("SELECT touch()", false)]
    [InlineData("SELECT app.touch(1)", true)]
    [InlineData("SELECT other.touch(1)", false)]
    [InlineData("SELECT touch", false)]
    [InlineData("SELECT \"Touch\"(1)", false)]
    public void Only_what_the_call_can_reach_counts(string text, bool isRefused) =>
        Assert.Equal(isRefused, Refusal(Postgres(Call("touch") with { Fewest = 1, Most = 1 }), text).IsSome);

    [Fact]
    public void A_schema_off_the_search_path_is_reached_by_its_name_alone()
    {
        var catalog = Postgres(Call("touch") with { OnPath = false });
        Assert.True(Refusal(catalog, "SELECT touch(1)").IsNone);
        Assert.True(Refusal(catalog, "SELECT APP.touch(1)").IsSome);
    }

    [Theory]
    [InlineData("pg_catalog", "random", true)]
    [InlineData("", "random", false)]
    [InlineData("uuid-ossp", "uuid_generate_v4", true)]
    [InlineData("", "uuid_generate_v4", false)]
    [InlineData("pg_catalog", "pg_sleep", false)]
    public void A_harmless_name_is_harmless_with_its_origin_only(string origin, string name, bool isAllowed) =>
        Assert.Equal(isAllowed, Refusal(Postgres(Call(name) with { Origin = origin }), $"SELECT {name}()").IsNone);

    [Fact]
    public void Owners_rights_are_refused_even_under_a_harmless_name() =>
        Assert.True(
            Refusal(
                Postgres(Call("random") with { Origin = "pg_catalog", Trait = RoutineTrait.SecurityDefiner }),
                "SELECT random()"
            ).IsSome
        );

    [Theory]
    [InlineData("SELECT a + b FROM purses", true)]
    [InlineData("SELECT 1 + 1", false)]
    [InlineData("SELECT 1 + 1 FROM \"Purses\"", false)]
    [InlineData("SELECT 1 + 1 FROM \"purses\"", true)]
    [InlineData("SELECT 1 - 1 FROM purses", false)]
    public void A_shared_operator_counts_where_its_operands_can_be(string text, bool isRefused) =>
        Assert.Equal(
            isRefused,
            Refusal(
                Postgres(
                    new RoutineFact(RoutineUseKind.Operator, "public", "+", OnPath: true, RoutineTrait.Volatile)
                    {
                        Needs = ["purses"],
                    }
                ),
                text
            ).IsSome
        );

    [Theory]
    [InlineData(CatalogExtent.All, "SELECT touch()", true)]
    [InlineData(CatalogExtent.All, "SELECT TOUCH()", true)]
    [InlineData(CatalogExtent.All, "SELECT app.`touch`()", true)]
    [InlineData(CatalogExtent.All, "SELECT calm()", false)]
    [InlineData(CatalogExtent.All, "SELECT `größe`()", false)]
    [InlineData(CatalogExtent.All, "SELECT tóuch()", true)]
    [InlineData(CatalogExtent.All, "SELECT calm2()", false)]
    [InlineData(CatalogExtent.All, "SELECT package.calm()", true)]
    [InlineData(CatalogExtent.Stored, "SELECT calm()", false)]
    [InlineData(CatalogExtent.Stored, "SELECT calm2()", true)]
    [InlineData(CatalogExtent.Stored, "SELECT lower(concat('a', 1)) FROM t WHERE a IN (1, 2)", false)]
    public void MySQL_runs_what_is_declared_or_its_own(CatalogExtent extent, string text, bool isRefused)
    {
        var catalog = new RoutineCatalog(
            SqlDialect.Mysql,
            extent,
            [
                Call("touch") with
                {
                    Trait = RoutineTrait.Undeclared,
                },
                Call("calm") with
                {
                    Trait = RoutineTrait.Reads,
                },
                Call("größe") with
                {
                    Trait = RoutineTrait.Reads,
                },
            ]
        );
        Assert.Equal(isRefused, Refusal(catalog, text, SqlDialect.Mysql).IsSome);
    }

    /// <summary>The cases were collected for the guard; what MySQL and MariaDB know is called in them in many forms.</summary>
    [Property]
    public bool What_MySQL_brings_itself_is_known_where_libraries_are_not(AllowedCase allowed) =>
        allowed.Case.Dialect is not (SqlDialect.Mysql or SqlDialect.Mariadb)
        || allowed.Case.Sql.Contains('.', StringComparison.Ordinal)
        || Refusal(
            new RoutineCatalog(allowed.Case.Dialect, CatalogExtent.Stored, []),
            allowed.Case.Sql,
            allowed.Case.Dialect
        ).IsNone;

    private static RoutineFact Call(string name) =>
        new(RoutineUseKind.Call, "app", name, OnPath: true, RoutineTrait.Volatile);

    private static RoutineCatalog Postgres(params RoutineFact[] facts) =>
        new(SqlDialect.Postgresql, CatalogExtent.Acting, facts);

    private static Option<SqlRefusal> Refusal(
        RoutineCatalog catalog,
        string text,
        SqlDialect dialect = SqlDialect.Postgresql
    )
    {
        var query = new ReadOnlySql(dialect, text);
        return catalog.Check(query, RoutineUses.Of(query));
    }
}
