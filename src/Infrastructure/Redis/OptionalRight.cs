namespace Causum.Infrastructure.Redis;

/// <summary>A command that the agent can do without, and what it costs where the user may not run it (protocol §9).</summary>
/// <param name="Command">As it is named to a person.</param>
/// <param name="Consequence">Ends the sentence "the Redis user may not use …".</param>
internal sealed record OptionalRight(string Command, string Consequence)
{
    public static readonly OptionalRight AutoClaim = new("XAUTOCLAIM", "XPENDING and XCLAIM are used instead");

    public static readonly OptionalRight Pending = new(
        "XPENDING",
        "work from before a restart is taken up late, deliveries are counted roughly, and without scripts ownership is not checked"
    );

    public static readonly OptionalRight Claim = new(
        "XCLAIM",
        "work of dead instances and from before a restart is not taken up, and without scripts claims are not renewed"
    );

    public static readonly OptionalRight Info = new(
        "XINFO",
        "last_ack is not used at start, backlog_report is incomplete, and results that a failover loses are not noticed"
    );

    public static readonly OptionalRight Range = new("XRANGE", "results that a failover loses are not published again");

    public static readonly OptionalRight Length = new("XLEN", "backlog_report is incomplete");

    public static readonly OptionalRight Scripts = new(
        "EVALSHA",
        "results, acknowledgements and claims are written step by step"
    );

    public static readonly OptionalRight Transactions = new(
        "MULTI",
        "last_ack may fall back when several instances write it at once"
    );

    /// <summary>The rights that can be tried, each with a command that needs it and changes nothing: it asks for what no stream and no server has.</summary>
    public static IEnumerable<(OptionalRight Right, object[] Arguments)> Probes(RedisQueueOptions options)
    {
        var (tasks, group, consumer) = (options.Keys.Tasks, StreamKeys.Group, options.Instance);
        const long Ever = long.MaxValue / 2;
        const string Last = "18446744073709551615-18446744073709551615";
        const string NoScript = "0000000000000000000000000000000000000000";
        yield return (AutoClaim, [tasks, group, consumer, Ever, Last, "COUNT", 1, "JUSTID"]);
        yield return (Pending, [tasks, group]);
        yield return (Claim, [tasks, group, consumer, Ever, "0-0", "JUSTID"]);
        yield return (Info, ["STREAM", tasks]);
        yield return (Range, [options.Keys.Results, "0-0", "0-0"]);
        yield return (Length, [tasks]);
        yield return (Scripts, [NoScript, 0]);
    }
}
