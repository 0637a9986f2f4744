namespace Causum.Host;

/// <summary>What a command tells the shell (cli.md).</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The checked thing is unhealthy, or the task failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad configuration.</summary>
    public const int BadInput = 2;

    /// <summary>Redis, database or model cannot be reached.</summary>
    public const int Unreachable = 3;

    public const int Interrupted = 130;
}
