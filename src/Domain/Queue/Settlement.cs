using System.Diagnostics;

namespace Causum.Domain.Queue;

/// <summary>What became of an answer or acknowledgement.</summary>
public abstract record Settlement
{
    private Settlement() { }

    /// <summary>Done as asked.</summary>
    /// <param name="Result">Where the result stands in the results stream. None: there was none to write, or the reply that told it was lost.</param>
    public sealed record Done(Option<EntryId> Result) : Settlement;

    /// <summary>Another instance owns the entry now, or answered it; nothing was written.</summary>
    public sealed record Fenced : Settlement;

    /// <summary>As <see cref="Fenced"/>, but whoever owns the entry goes by the name of this very instance: another process uses the same identity.</summary>
    public sealed record FencedByNamesake : Settlement;

    public T Match<T>(Func<Done, T> done, Func<Fenced, T> fenced, Func<FencedByNamesake, T> fencedByNamesake) =>
        this switch
        {
            Done s => done(s),
            Fenced s => fenced(s),
            FencedByNamesake s => fencedByNamesake(s),
            _ => throw new UnreachableException(),
        };
}
