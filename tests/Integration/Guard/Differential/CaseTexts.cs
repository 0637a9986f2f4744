using System.Text.Json;
using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>The texts of the guard's case files, whatever their verdict.</summary>
internal static class CaseTexts
{
    public static IReadOnlyList<string> Of(SqlDialect dialect) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Guard", "Cases", $"{dialect.WireName()}.jsonl"))
                .Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<string[]>(line)![1])
                .Where(text => text.Length < 2_000)
                // DuckDB does not hear an interrupt in a recursion by key, so one without end would end the run.
                .Where(text => dialect != SqlDialect.Duckdb || !text.Contains("USING KEY", StringComparison.Ordinal)),
        ];
}
