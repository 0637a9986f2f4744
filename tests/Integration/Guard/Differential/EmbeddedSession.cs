using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Causum.Integration.Guard.Differential;

/// <summary>Texts over the ADO.NET driver of an engine in this process.</summary>
internal static class EmbeddedSession
{
    /// <summary>Beyond it, what computes is interrupted.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private const int MostRows = 100_000;

    public static RunOutcome Run(DbConnection connection, string text)
    {
        var start = Stopwatch.GetTimestamp();
        var rows = 0L;
        string? error = null;
        var shows = false;
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            using var reader = command.ExecuteReader();
            do
            {
                for (; rows < MostRows && reader.Read(); rows++)
                    shows |= Enumerable.Range(0, reader.FieldCount).Any(i => Canary.IsIn(reader.GetValue(i)));
            } while (reader.NextResult());
        }
        // A driver may be unable to hold a value of the server; that is no fault of the text.
        catch (Exception e)
            when (e
                    is DbException
                        or InvalidOperationException
                        or NotSupportedException
                        or FormatException
                        or OperationCanceledException
                        or ArgumentException
                        or InvalidCastException
                        or OverflowException
            )
        {
            error = e.Message;
        }
        return new(rows, error, Stopwatch.GetElapsedTime(start), shows);
    }

    /// <summary>Names and values of each query; a query that does not run any more is a change as well.</summary>
    public static IEnumerable<(string Name, string Value)> Look(DbConnection connection, IEnumerable<string> queries)
    {
        foreach (var query in queries)
        {
            var entries = new List<(string, string)>();
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = query;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    entries.Add((reader.GetString(0), Value(reader.GetValue(1))));
            }
            catch (DbException e)
            {
                entries.Add(("session/" + query, e.Message));
            }
            foreach (var entry in entries)
                yield return entry;
        }
    }

    private static string Value(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
