using System.Diagnostics;
using Causum.Domain.Sql;
using Causum.Integration.Guard.Differential;

namespace Causum.Fuzz;

/// <summary>The differential proof and the relations of all dialects at once, until the time is over.</summary>
internal sealed class LongRun(int seed, TimeSpan duration)
{
    private const int TextsARound = 1_000;
    private const int ReadsARound = 200;

    /// <summary>What has not ended so long after the time was over will not end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
            var campaigns = fixtures.Select(f => (f.Database.Dialect, Campaign: new Campaign(f.Database))).ToList();
            var runs = fixtures.Zip(campaigns, (f, c) => Task.Run(() => CompareAsync(f.Database, c.Campaign))).ToList();
            var all = runs.Append(
                Task.Run<IReadOnlyList<Find>>(() => Relate([.. fixtures.Select(f => f.Database.Vocabulary)]))
            );
            var finds = new List<Find>();
            using var late = new CancellationTokenSource(duration + Patience);
            try
            {
                // The first that breaks ends the run at once, so that its reason is seen.
                await foreach (var run in Task.WhenEach(all).WithCancellation(late.Token))
                    finds.AddRange(await run);
            }
            catch (OperationCanceledException)
            {
                var stuck = campaigns.Where((_, i) => !runs[i].IsCompleted);
                finds.AddRange(
                    stuck.Select(c => new Find(c.Dialect, "allow", c.Campaign.Current, "cannot be stopped"))
                );
                finds.ForEach(Console.WriteLine);
            }
            return finds;
        }
        finally
        {
            await Task.WhenAll(fixtures.Select(f => f.DisposeAsync()));
        }
    }

    private bool IsOver => Stopwatch.GetElapsedTime(start) > duration;

    private async Task<IReadOnlyList<Find>> CompareAsync(IBareDatabase database, Campaign campaign)
    {
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
