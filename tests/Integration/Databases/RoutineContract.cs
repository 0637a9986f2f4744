using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Integration.Databases;

/// <summary>What holds for every database whose catalog tells what its routines do, with a login that has all rights.</summary>
public abstract class RoutineContract
{
    protected static readonly DatabaseOptions Options = new(TimeSpan.FromSeconds(30), []);

    private protected abstract IDatabaseConnector Connector { get; }

    private protected abstract IAdoDriver Driver();

    protected abstract (DatabaseConfig Config, IReadOnlyDictionary<string, Secret> Secrets) Login(string user);

    protected abstract string Owner { get; }

    /// <summary>Makes a function <c>late</c> that may act.</summary>
    protected abstract Task CreateLateFunctionAsync();

    protected abstract IReadOnlyList<string> HonestQueries { get; }

    [Fact]
    public async Task Honest_queries_are_answered_and_ask_the_catalog_once_for_all()
    {
        await using var database = Open(Owner);
        await using var driver = Driver();
        var lookup = new CountedLookup(driver);
        using var check = new RoutineCheck(TimeProvider.System);
        foreach (var text in HonestQueries)
        {
            Outcomes.Right(await QueryAsync(database, text));
            var refusal = await check.RefuseAsync(Sql(text), lookup, CancellationToken.None);
            Assert.True(refusal.IsNone, text);
        }
        Assert.Equal(1, lookup.Asked);
    }

    [Fact]
    public async Task A_query_that_runs_no_routine_asks_nothing()
    {
        await using var driver = Driver();
        var lookup = new CountedLookup(driver);
        using var check = new RoutineCheck(TimeProvider.System);
        foreach (var text in new[] { "SELECT 1", "SELECT 'f(1)' AS a, name FROM people ORDER BY name DESC LIMIT 5" })
            Assert.True((await check.RefuseAsync(Sql(text), lookup, CancellationToken.None)).IsNone);
        Assert.Equal(0, lookup.Asked);
    }

    [Fact]
    public async Task A_function_made_later_is_noticed_when_the_answer_is_half_a_minute_old()
    {
        await using var driver = Driver();
        var lookup = new CountedLookup(driver);
        var clock = new FakeTimeProvider();
        using var check = new RoutineCheck(clock);
        var query = Sql("SELECT late(), lower(name) FROM people");
        await check.RefuseAsync(Sql("SELECT lower(name) FROM people"), lookup, CancellationToken.None);
        await CreateLateFunctionAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await check.RefuseAsync(query, lookup, CancellationToken.None)).IsSome);
        Assert.Equal(2, lookup.Asked);
    }

    [Fact]
    public async Task Many_queries_at_once_ask_the_catalog_once()
    {
        await using var driver = Driver();
        var lookup = new CountedLookup(driver);
        using var check = new RoutineCheck(TimeProvider.System);
        await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(_ => check.RefuseAsync(Sql("SELECT lower('A')"), lookup, CancellationToken.None))
        );
        Assert.Equal(1, lookup.Asked);
    }

    [Fact]
    public async Task A_schema_that_was_not_asked_about_is_asked_about_and_kept()
    {
        await using var driver = Driver();
        var lookup = new CountedLookup(driver);
        using var check = new RoutineCheck(TimeProvider.System);
        foreach (
            var text in new[] { "SELECT lower('A')", "SELECT no_such.f()", "SELECT no_such.g()", "SELECT lower('B')" }
        )
            await check.RefuseAsync(Sql(text), lookup, CancellationToken.None);
        Assert.Equal(2, lookup.Asked);
    }

    protected async Task RefusedAsync(string text, string user)
    {
        await using var database = Open(user);
        var failure = (await QueryAsync(database, text)).Match(
            Right: _ => throw new Xunit.Sdk.XunitException($"it ran: {text}"),
            Left: f => f
        );
        Assert.Equal(
            ("query_refused", "volatile_function"),
            (failure.Code, failure.Category.IfNone($"(none) {Outcomes.Everything(failure)}"))
        );
        Assert.Contains("(line 1, column ", failure.Message, StringComparison.Ordinal);
    }

    protected async Task AnsweredAsync(string text, string user)
    {
        await using var database = Open(user);
        Outcomes.Right(await QueryAsync(database, text));
    }

    protected async Task<IReadOnlyList<string>> WarningsAsync(string user)
    {
        await using var database = Open(user);
        return Outcomes.Right(await database.ValidateAsync(CancellationToken.None)).Warnings;
    }

    /// <summary>Through the guard first, as a task goes.</summary>
    private static Task<Either<TaskFailure, LanguageExt.Unit>> QueryAsync(IDatabase database, string text) =>
        ReadOnlyGuard
            .Check(database.Type.Dialect(), text)
            .MapLeft(refusal => refusal.ToFailure())
            .BindAsync(query => database.QueryAsync(query, [], new RowsInMemory(), CancellationToken.None));

    private ReadOnlySql Sql(string text) => new(Login(Owner).Config.Type.Dialect(), text);

    private IDatabase Open(string user)
    {
        var (config, secrets) = Login(user);
        return Outcomes.Right(Connector.Open(config, secrets));
    }
}
