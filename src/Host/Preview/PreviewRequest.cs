using System.Diagnostics;

namespace Causum.Host.Preview;

/// <summary>What to look at.</summary>
internal abstract record PreviewSource
{
    private PreviewSource() { }

    public sealed record Files(IReadOnlyList<string> Paths) : PreviewSource;

    public sealed record Query(string Sql) : PreviewSource;

    public sealed record Table(string Name) : PreviewSource;

    public T Match<T>(Func<Files, T> files, Func<Query, T> query, Func<Table, T> table) =>
        this switch
        {
            Files source => files(source),
            Query source => query(source),
            Table source => table(source),
            _ => throw new UnreachableException(),
        };
}

/// <param name="Limit">Rows of each table, at least 1.</param>
/// <param name="ShowOriginal">On the screen; JSON never holds original cells.</param>
internal sealed record PreviewRequest(PreviewSource Source, int Limit, bool ShowOriginal, bool AsJson);
