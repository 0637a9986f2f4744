using System.Diagnostics;
using Causum.Domain.Sql;
using Causum.Integration.Guard.Differential;

namespace Causum.Fuzz;

/// <summary>The differential proof and the relations of all dialects at once, until the time is over.</summary>
internal sealed class LongRun(int seed, TimeSpan duration)
{
    private const int TextsARound = 1_000;
    private const int ReadsARound = 200;

    private readonly long start = Stopwatch.GetTimestamp();

    public async Task<IReadOnlyList<Find>> RunAsync()
    {
        BareFixture[] fixtures =
        [
            new BareFixture.OfPostgres(),
            new BareFixture.OfMariaDb(),
            new BareFixture.OfSqlite(),
            new BareFixture.OfDuckDb(),
        ];
        await Task.WhenAll(fixtures.Select(f => f.InitializeAsync()));
        try
        {
            var runs = fixtures
                .Select(f => Task.Run(() => CompareAsync(f.Database)))
                .Append(Task.Run<IReadOnlyList<Find>>(() => Relate([.. fixtures.Select(f => f.Database.Vocabulary)])));
            return [.. (await Task.WhenAll(runs)).SelectMany(f => f)];
        }
        finally
        {
            await Task.WhenAll(fixtures.Select(f => f.DisposeAsync()));
        }
    }

    private bool IsOver => Stopwatch.GetElapsedTime(start) > duration;

    private async Task<IReadOnlyList<Find>> CompareAsync(IBareDatabase database)
    {
        var campaign = new Campaign(database);
        var (shown, dialect, vocabulary) = (0, database.Dialect, database.Vocabulary);
        for (var round = 0; !IsOver && campaign.HasRoom; round++)
        {
            var choice = new Random(HashCode(seed, (int)dialect, round));
            var hostile = new HostileTexts(dialect, vocabulary, choice);
            if (round == 0)
                await campaign.JudgeAsync(hostile.Systematic());
            await campaign.JudgeAsync(hostile.ByChance().Take(TextsARound));
            await campaign.DemandAsync(new HonestReads(dialect, vocabulary, choice).ByGrammar().Take(ReadsARound));
            for (; shown < campaign.Finds.Count; shown++)
                Console.WriteLine(campaign.Finds[shown]);
        }
        Console.WriteLine($"{dialect}: {campaign.Tally}, {campaign.Finds.Count} finds");
        return campaign.Finds;
    }

    private List<Find> Relate(IReadOnlyList<Vocabulary> vocabularies)
    {
        var relations = new DialectRelations();
        // Each dialect also meets what acts in the others.
        var mixed = vocabularies[0] with
        {
            Functions = [.. vocabularies.SelectMany(v => v.Functions)],
            Words = [.. vocabularies.SelectMany(v => v.Words)],
            Acts = [.. vocabularies.SelectMany(v => v.Acts)],
            ActingExpressions = [.. vocabularies.SelectMany(v => v.ActingExpressions)],
            Reads = [.. vocabularies.SelectMany(v => v.Reads)],
        };
        for (var round = 0; !IsOver && relations.Finds.Count < 20; round++)
        {
            foreach (var dialect in Enum.GetValues<SqlDialect>())
            {
                var choice = new Random(HashCode(seed, 100 + (int)dialect, round));
                var shown = relations.Finds.Count;
                foreach (var text in new HostileTexts(dialect, mixed, choice).ByChance().Take(100))
                    relations.Check(dialect, text, choice.Next());
                relations.CheckTime(dialect, mixed, choice);
                foreach (var find in relations.Finds.Skip(shown))
                    Console.WriteLine(find);
            }
        }
        Console.WriteLine(
            $"all dialects: {relations.Checked} texts, {relations.Timed} long ones, {relations.Finds.Count} finds"
        );
        return relations.Finds;
    }

    /// <summary>The same in every process, as <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int first, int second, int third) =>
        unchecked((((first * 31) + second) * 1_000_003) + third) & int.MaxValue;
}
