namespace Causum.Properties.Queue.Model;

/// <summary>What may happen next.</summary>
internal enum Act
{
    Add,
    Take,
    Finish,
    Advance,
    Renew,
    Crash,
    Freeze,
    Thaw,
    Leave,
    TakeAndLoseReply,
    FinishAndLoseReply,
    TrimTasks,
    TrimResults,
    DestroyGroup,
    Failover,
}

/// <param name="Who">Which process.</param>
/// <param name="Size">How many, how long, which one.</param>
internal sealed record Step(Act What, int Who, int Size);
