namespace Causum.Domain.Queue;

/// <summary>What has become of a published result in the results stream.</summary>
public enum ResultStanding
{
    Present,

    /// <summary>It was there and somebody trimmed or deleted it.</summary>
    Removed,

    /// <summary>This history of the stream never held it: a failover or restart lost it.</summary>
    Lost,
}

/// <summary>The ends of the results stream, as <c>XINFO STREAM</c> tells them.</summary>
/// <param name="First">None: the stream is empty.</param>
/// <param name="LastGenerated">The newest ID that it ever gave; zero where there is no such stream.</param>
/// <param name="MaxDeleted">The greatest ID that <c>XDEL</c> took out; zero before Redis 7.</param>
public sealed record ResultsHead(Option<EntryId> First, EntryId LastGenerated, EntryId MaxDeleted)
{
    /// <summary>There is no such stream.</summary>
    public static readonly ResultsHead Nothing = new(None, EntryId.Zero, EntryId.Zero);

    /// <summary>
    /// IDs only rise, so one above the last that the stream gave belongs to a history that was lost, and so does one among entries that are there and newer
    /// than all that was deleted. Any other may have been trimmed or deleted, or lost before newer ones came: then the low-water mark of the present history
    /// decides, for result and mark are written in one step.
    /// </summary>
    /// <param name="covered">The mark that the queue holds now covers the entry that the result answers.</param>
    public ResultStanding StandingOf(EntryId result, bool present, bool covered)
    {
        var removable = result <= MaxDeleted || First.ForAll(first => result < first);
        return present ? ResultStanding.Present
            : result <= LastGenerated && removable && covered ? ResultStanding.Removed
            : ResultStanding.Lost;
    }
}
