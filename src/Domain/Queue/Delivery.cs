using System.Diagnostics;
using Causum.Domain.Tasks;

namespace Causum.Domain.Queue;

/// <summary>What becomes of an entry when the group hands it to this instance.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>It is work and its time has come.</summary>
    public sealed record Run(TaskEnvelope Task) : Delivery;

    /// <summary>It is answered with a failure and not run.</summary>
    public sealed record Answer(TaskFailure Cause) : Delivery;

    /// <summary>It needs no answer: answered before, or a control message, which the tail takes care of. It is acknowledged only.</summary>
    public sealed record Skip : Delivery;

    /// <summary>This instance answered it before. It is skipped if that answer stands, and given again if a failover lost it.</summary>
    /// <param name="Result">Where the answer was published.</param>
    public sealed record Confirm(EntryId Result) : Delivery;

    /// <summary>Its answer was lost and is published again as it was.</summary>
    public sealed record Repeat(ReadOnlyMemory<byte> Data) : Delivery;

    public T Match<T>(
        Func<Run, T> run,
        Func<Answer, T> answer,
        Func<Skip, T> skip,
        Func<Confirm, T> confirm,
        Func<Repeat, T> repeat
    ) =>
        this switch
        {
            Run d => run(d),
            Answer d => answer(d),
            Skip d => skip(d),
            Confirm d => confirm(d),
            Repeat d => repeat(d),
            _ => throw new UnreachableException(),
        };
}
