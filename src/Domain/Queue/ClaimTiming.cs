namespace Causum.Domain.Queue;

/// <summary>
/// When a silent consumer counts as dead. A living one renews its claims well before that, and the dead are looked for often enough that their work is back
/// within a third more of the time (protocol §6: within 20 s for the default 15 s).
/// </summary>
/// <param name="Idle">A pending entry that was idle for this long belongs to whoever claims it.</param>
public sealed record ClaimTiming(TimeSpan Idle)
{
    /// <summary>The idle time of an entry that its instance hands back: longer than any other waits.</summary>
    public static readonly TimeSpan GivenUp = TimeSpan.FromDays(1);

    /// <summary>How often an instance renews the claim on what it runs.</summary>
    public TimeSpan RenewEvery => Idle / 3;

    /// <summary>How often an instance looks for entries of the dead.</summary>
    public TimeSpan LookEvery => Idle / 5;

    /// <summary>What comes next: own entries after a start or a new connection, then a look for the dead when it is due, else new ones.</summary>
    /// <param name="ownDue">Entries may be pending for the own name that nobody works on.</param>
    /// <param name="nameShared">Another process goes by the same name and may be working on them: they are taken up only when their claim has run out.</param>
    /// <param name="sinceLook">Since the last look for the dead that found none.</param>
    public IntakeStep Next(bool ownDue, bool nameShared, TimeSpan sinceLook) =>
        ownDue ? new IntakeStep.Own(nameShared ? Idle : TimeSpan.Zero)
        : sinceLook >= LookEvery ? new IntakeStep.Dead(Idle)
        : new IntakeStep.New(LookEvery - sinceLook);
}
