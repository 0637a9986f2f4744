namespace Causum.Domain.Queue;

/// <summary>
/// When a silent consumer counts as dead. A living one renews its claims well before that, and the dead are looked for often enough that their work is back
/// within a third more of the time (protocol §6: within 20 s for the default 15 s).
/// </summary>
/// <param name="Idle">A pending entry that was idle for this long belongs to whoever claims it.</param>
public sealed record ClaimTiming(TimeSpan Idle)
{
    /// <summary>How often an instance renews the claim on what it runs.</summary>
    public TimeSpan RenewEvery => Idle / 3;

    /// <summary>How often an instance looks for entries of the dead.</summary>
    public TimeSpan LookEvery => Idle / 5;
}
