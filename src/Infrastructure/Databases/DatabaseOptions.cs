namespace Causum.Infrastructure.Databases;

/// <summary>Bounds that the agent's own settings put on every database, whatever the control plane asks for.</summary>
/// <param name="StatementTimeout">Longest time of one statement including the reading of its rows; set on the server where it has such a switch.</param>
/// <param name="DataDirs">Absolute folders that database files must lie in; empty: anywhere.</param>
public sealed record DatabaseOptions(TimeSpan StatementTimeout, IReadOnlyList<string> DataDirs)
{
    public static readonly DatabaseOptions Default = new(StatementTimeout: TimeSpan.FromMinutes(15), DataDirs: []);
}
