using System.Diagnostics;

namespace Causum.Domain.Queue;

/// <summary>Where an instance looks for its next entries (protocol §6).</summary>
public abstract record IntakeStep
{
    private IntakeStep() { }

    /// <summary>Among those pending for its own name, idle for at least so long.</summary>
    public sealed record Own(TimeSpan Idle) : IntakeStep;

    /// <summary>Among those of consumers that died, idle for at least so long.</summary>
    public sealed record Dead(TimeSpan Idle) : IntakeStep;

    /// <summary>Among the new ones, waiting for one until it is time to look for the dead again.</summary>
    public sealed record New(TimeSpan AtMost) : IntakeStep;

    public T Match<T>(Func<Own, T> own, Func<Dead, T> dead, Func<New, T> fresh) =>
        this switch
        {
            Own s => own(s),
            Dead s => dead(s),
            New s => fresh(s),
            _ => throw new UnreachableException(),
        };
}
