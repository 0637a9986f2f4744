using Causum.Benchmarks.Harness;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Benchmarks.Parts;

/// <summary>The rules: the classifier over whole columns, and the scanner over text with and without finds.</summary>
internal sealed class RulesPart : IPart
{
    private const double LeastSpeed = 50;
    private const int Cells = 20_000;
    private const int Long = 1024 * 1024;
    private const int Short = 64 * 1024;

    public string Name => "rules";

    public async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await Task.Yield();
        yield return Classify("classifier, names, mail addresses and phone numbers", PeopleTable.Rows(Cells));
        yield return Classify("classifier, prose", Prose());
        var plain = PeopleTable.Prose(Long);
        yield return Figure.AtLeast("scanner, prose without a find", Scan(plain), LeastSpeed, "MB/s");
        yield return Figure.AtLeast(
            "scanner, a find in every fourth sentence",
            Scan(PeopleTable.Prose(Long, every: 4)),
            LeastSpeed,
            "MB/s"
        );
        var digits = string.Concat(Enumerable.Repeat("4111 1111-1111 1112 0049 30 12 ", Long / 30));
        yield return Figure.AtLeast("scanner, digits that are nearly something", Scan(digits), LeastSpeed, "MB/s");
        yield return Figure.AtMost(
            "scanner, time a character at 1 MiB against 64 KiB",
            Scan(plain[..Short]) / Scan(plain),
            1.5,
            "×"
        );
    }

    private static RowSet Prose() =>
        new(
            [new ResultColumn("remark", "text", None)],
            [.. Enumerable.Range(0, Cells).Select(i => new[] { CellValue.Text(PeopleTable.Prose(60 + (i % 40))) })],
            Truncated: false
        );

    private static Figure Classify(string what, RowSet rows)
    {
        FieldFacts[] facts =
        [
            .. rows.Columns.Select(
                (column, i) =>
                    new FieldFacts(
                        column.Name,
                        column.DatabaseType,
                        None,
                        column.Origin,
                        None,
                        None,
                        [.. rows.Rows.Select(row => row[i])]
                    )
            ),
        ];
        var bytes = rows.Rows.Sum(row => row.Sum(cell => cell.ToText().Length));
        return Figure.AtLeast(
            what,
            bytes / Rounds.Seconds(() => RulesClassifier.Classify(facts)) / 1e6,
            LeastSpeed,
            "MB/s"
        );
    }

    private static double Scan(string text) =>
        text.Length / Rounds.Seconds(() => TextScanner.Find(text, "remark")) / 1e6;
}
