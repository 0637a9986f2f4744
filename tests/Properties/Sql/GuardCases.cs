using System.Text.Json;
using Causum.Domain.Sql;
using Xunit.Sdk;

namespace Causum.Properties.Sql;

/// <summary>Every case of the files in Cases/: one JSON array a line, [verdict, query]; the verdict is "allow" or a reason code.</summary>
public sealed class GuardCases
{
    public static IEnumerable<object[]> Files() =>
        Directory
            .EnumerateFiles(Folder, "*.jsonl")
            .Order(StringComparer.Ordinal)
            .Select(f => new object[] { Path.GetFileNameWithoutExtension(f) });

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_text_gets_the_verdict_that_its_file_says(string file)
    {
        var dialect = Enum.Parse<SqlDialect>(file, ignoreCase: true);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, file + ".jsonl")).Where(l => l.Length > 0))
        {
            var (expected, sql) = Parse(line);
            var verdict = ReadOnlyGuard.Check(dialect, sql).Match(Right: _ => "allow", Left: r => r.Reason.WireCode());
            if (!verdict.Equals(expected, StringComparison.Ordinal))
                wrong.Add($"expected {expected}, got {verdict}: {sql}");
        }
        if (wrong.Count > 0)
            throw new XunitException(string.Join('\n', wrong));
    }

    [Fact]
    public void Every_dialect_has_cases_of_both_verdicts()
    {
        var files = Files().Select(f => (string)f[0]).ToArray();
        Assert.All(
            Enum.GetValues<SqlDialect>(),
            dialect =>
            {
                var file = Assert.Single(files, f => f.Equals(dialect.ToString(), StringComparison.OrdinalIgnoreCase));
                var verdicts = File.ReadLines(Path.Combine(Folder, file + ".jsonl"))
                    .Where(l => l.Length > 0)
                    .Select(l => Parse(l).Verdict)
                    .ToArray();
                Assert.True(verdicts.Length >= 20, $"{file} has {verdicts.Length} cases");
                Assert.Contains("allow", verdicts, StringComparer.Ordinal);
                Assert.Contains(verdicts, v => !v.Equals("allow", StringComparison.Ordinal));
            }
        );
    }

    /// <summary>All cases of all files.</summary>
    internal static IReadOnlyList<GuardCase> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal)
        let dialect = Enum.Parse<SqlDialect>(Path.GetFileNameWithoutExtension(file), ignoreCase: true)
        from line in File.ReadLines(file)
        where line.Length > 0
        let parsed = Parse(line)
        select new GuardCase(dialect, parsed.Verdict, parsed.Sql),
    ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sql", "Cases");

    private static (string Verdict, string Sql) Parse(string line)
    {
        var pair = JsonSerializer.Deserialize<string[]>(line) ?? [];
        return pair is [var verdict, var sql] ? (verdict, sql) : throw new XunitException($"not a case: {line}");
    }
}

public sealed record GuardCase(SqlDialect Dialect, string Verdict, string Sql)
{
    public bool IsAllowed => Verdict.Equals("allow", StringComparison.Ordinal);
}
