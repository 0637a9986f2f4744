using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

/// <summary>What the guard allows, run by a login with all rights and nothing else in the way, leaves a real database as it was.</summary>
public abstract class DifferentialTests(BareFixture fixture, ITestOutputHelper output)
{
    /// <summary>Fixed, so that a failure comes again; scripts/fuzz.sh goes beyond it.</summary>
    private const int Seed = 20_261_123;

    private const int Texts = 6_000;
    private const int Reads = 2_000;

    /// <summary>Far below what is measured, and far above what a proof of nothing would give.</summary>
    private const int LeastAllowed = 3_000;
    private const int LeastWithRows = 800;

    private readonly IBareDatabase database = fixture.Database;

    [Fact]
    public async Task What_the_guard_allows_changes_nothing_on_a_real_server()
    {
        var texts = new HostileTexts(database.Dialect, database.Vocabulary, new Random(Seed));
        var campaign = new Campaign(database);
        await campaign.JudgeAsync(texts.Systematic());
        output.WriteLine($"seed {Seed}: {campaign.Tally}");
        await campaign.JudgeAsync(texts.ByChance().Take(Texts));
        output.WriteLine($"seed {Seed}: {campaign.Tally}");
        campaign.Finds.ForEach(find => output.WriteLine(find.ToString()));
        Assert.Empty(campaign.Finds);
        Assert.InRange(campaign.Tally.Ran, LeastAllowed, int.MaxValue);
        Assert.InRange(campaign.Tally.GaveRows, LeastWithRows, int.MaxValue);
    }

    [Fact]
    public async Task Reads_that_hold_every_forbidden_word_as_a_name_or_a_text_are_allowed_and_run()
    {
        var reads = new HonestReads(database.Dialect, database.Vocabulary, new Random(Seed));
        var campaign = new Campaign(database);
        await campaign.DemandWhatRunsAsync(reads.NamesWithoutQuotes());
        output.WriteLine($"seed {Seed}: {campaign.Tally}");
        await campaign.DemandAsync(reads.ByGrammar().Take(Reads));
        output.WriteLine($"seed {Seed}: {campaign.Tally}");
        campaign.Finds.ForEach(find => output.WriteLine(find.ToString()));
        Assert.Empty(campaign.Finds);
        Assert.InRange(campaign.Tally.GaveRows, Reads, int.MaxValue);
    }

    /// <summary>The comparison sees each change that the texts above are made to smuggle in; without that it would prove nothing.</summary>
    [Fact]
    public async Task Each_act_is_seen_by_the_comparison()
    {
        var campaign = new Campaign(database);
        var unseen = new List<string>();
        foreach (var act in database.Vocabulary.Acts)
        {
            if (!await campaign.SeesAsync(act))
                unseen.Add(act);
        }
        foreach (var expression in database.Vocabulary.ActingExpressions)
        {
            if (
                !await campaign.SeesAsync($"SELECT {expression}")
                && !await campaign.SeesAsync($"SELECT * FROM {expression}")
            )
                unseen.Add(expression);
        }
        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
    }
}
