using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>Runs what the guard allows on a bare database, many texts between two looks, and finds the ones that changed something.</summary>
internal sealed class Campaign(IBareDatabase database)
{
    private const int Batch = 250;

    /// <summary>With so many finds one hole is wide open, and each further one costs a search.</summary>
    private const int Enough = 10;

    /// <summary>A text that takes longer is looked at: does it wait, or does it compute?</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    public Tally Tally { get; } = new();

    public List<Find> Finds { get; } = [];

    /// <summary>The text that was sent last.</summary>
    public string Current { get; private set; } = "";

    /// <summary>Whether it is worth looking for more.</summary>
    public bool HasRoom => Finds.Count < Enough;

    /// <summary>Judges all texts, and runs those that are allowed.</summary>
    public async Task JudgeAsync(IEnumerable<string> texts)
    {
        foreach (var batch in Allowed(texts).Chunk(Batch))
        {
            if (!HasRoom)
                return;
            await CompareAsync(batch);
        }
    }

    /// <summary>Texts that only read by the way they were made: the guard must allow them, and the server must run them.</summary>
    public async Task DemandAsync(IEnumerable<string> texts)
    {
        foreach (var batch in texts.Chunk(Batch))
        {
            Tally.Generated += batch.Length;
            foreach (var text in batch)
            {
                if (Refusal(text).Case is string reason)
                    Finds.Add(new(database.Dialect, "allow", text, $"an honest read is refused: {reason}"));
            }
            await using var session = await database.OpenAsync();
            foreach (var text in batch)
            {
                var outcome = await session.RunAsync(text);
                Count(outcome);
                if (outcome.Error is { } error)
                    Finds.Add(new(database.Dialect, "allow", text, $"an honest read does not run: {error}"));
            }
        }
    }

    /// <summary>Texts that only read if the server takes them at all: what it runs the guard must allow.</summary>
    public async Task DemandWhatRunsAsync(IEnumerable<string> texts)
    {
        await using var session = await database.OpenAsync();
        foreach (var text in texts)
        {
            Tally.Generated++;
            var outcome = await session.RunAsync(text);
            Count(outcome);
            if (outcome.Error is null && Refusal(text).Case is string reason)
                Finds.Add(new(database.Dialect, "allow", text, $"an honest read is refused: {reason}"));
        }
    }

    /// <summary>Whether the comparison notices the text, be the guard of what opinion it may.</summary>
    public async Task<bool> SeesAsync(string text)
    {
        var (changes, slow, shown) = await RunAsync([text], Count);
        return changes.Count + slow.Count + shown.Count > 0 || (await ChangesOfAsync([text])).Count > 0;
    }

    private IEnumerable<string> Allowed(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Tally.Generated++;
            if (Refusal(text).IsNone)
                yield return text;
        }
    }

    private Option<string> Refusal(string text) =>
        ReadOnlyGuard.Check(database.Dialect, text).Swap().Map(refusal => refusal.Reason.WireCode()).ToOption();

    private async Task CompareAsync(IReadOnlyList<string> texts)
    {
        var (changes, slow, shown) = await RunAsync(texts, Count);
        Finds.AddRange(shown.Select(text => new Find(database.Dialect, "function_file", text, "showed a file")));
        foreach (var text in slow.Take(Enough))
        {
            if (await database.WaitsAsync(text))
                Finds.Add(new(database.Dialect, "function_lock_or_sleep", text, "waited for more than a second"));
            else
                Tally.Slow++;
        }
        if (changes.Count > 0)
            await BlameAsync(texts, changes);
    }

    private async Task<(
        IReadOnlyList<string> Changes,
        IReadOnlyList<string> Slow,
        IReadOnlyList<string> Shown
    )> RunAsync(IReadOnlyList<string> texts, Action<RunOutcome> seen)
    {
        await using var session = await database.OpenAsync();
        var before = await session.LookAsync();
        var (slow, shown) = (new List<string>(), new List<string>());
        foreach (var text in texts)
        {
            Current = text;
            var outcome = await session.RunAsync(text);
            seen(outcome);
            if (outcome.Elapsed > Bound)
                slow.Add(text);
            if (slow.Count > Enough)
                break;
            if (outcome.ShowsFile)
                shown.Add(text);
        }
        return (before.ChangesTo(await session.LookAsync()), slow, shown);
    }

    private async Task<IReadOnlyList<string>> ChangesOfAsync(IReadOnlyList<string> texts)
    {
        await database.ResetAsync();
        return (await RunAsync(texts, _ => { })).Changes;
    }

    /// <summary>Halves the batch until single texts are left, and takes away from those what is not needed.</summary>
    private async Task BlameAsync(IReadOnlyList<string> texts, IReadOnlyList<string> changes)
    {
        if (texts.Count == 1)
        {
            var text = await Shrinking.ShrinkAsync(
                database.Dialect,
                texts[0],
                async candidate =>
                    Refusal(candidate).IsNone && (await ChangesOfAsync([candidate])).Intersect(changes).Any()
            );
            Finds.Add(new(database.Dialect, Verdict(changes), text, "changed " + string.Join(", ", changes)));
        }
        else
        {
            var half = texts.Count / 2;
            var found = false;
            foreach (IReadOnlyList<string> part in new[] { texts.Take(half).ToList(), texts.Skip(half).ToList() })
            {
                var ofPart = await ChangesOfAsync(part);
                if (ofPart.Count == 0)
                    continue;
                found = true;
                await BlameAsync(part, ofPart);
            }
            if (!found)
                Finds.Add(
                    new(
                        database.Dialect,
                        Verdict(changes),
                        string.Join("\n", texts),
                        "only together changed " + string.Join(", ", changes)
                    )
                );
        }
        await database.ResetAsync();
    }

    private void Count(RunOutcome outcome)
    {
        Tally.Ran++;
        if (outcome.Error is null)
            Tally.Succeeded++;
        if (outcome.Rows > 0)
            Tally.GaveRows++;
    }

    /// <summary>The reason code that would fit best what was changed; whoever adds the case looks again.</summary>
    private static string Verdict(IReadOnlyList<string> changes) =>
        changes[0].Split('/')[0] switch
        {
            "files" => "function_file",
            "locks" => "function_lock_or_sleep",
            "sequences" => "sequence_change",
            "session" => "session_change",
            "server" => "function_admin",
            _ => "data_modifying_clause",
        };
}

/// <summary>What a campaign did.</summary>
internal sealed class Tally
{
    public int Generated { get; set; }

    /// <summary>Allowed, and sent to the server.</summary>
    public int Ran { get; set; }

    /// <summary>Ran to its end without an error.</summary>
    public int Succeeded { get; set; }

    public int GaveRows { get; set; }

    /// <summary>Computed for more than the bound.</summary>
    public int Slow { get; set; }

    public override string ToString() =>
        $"{Generated} generated, {Ran} allowed and run, {Succeeded} without error, {GaveRows} with rows, {Slow} slow";
}

/// <param name="Verdict">What a case file should say of the text.</param>
internal sealed record Find(SqlDialect Dialect, string Verdict, string Text, string What)
{
    /// <summary>As a line of the dialect's case file.</summary>
    public string AsCase() => JsonSerializer.Serialize(new[] { Verdict, Text }, Plain);

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override string ToString() => $"{Dialect}: {What}\n{AsCase()}";
}
