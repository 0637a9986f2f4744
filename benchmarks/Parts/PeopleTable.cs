using System.Globalization;
using System.Text;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Benchmarks.Parts;

/// <summary>Made-up persons, all different, and prose that speaks of them.</summary>
internal static class PeopleTable
{
    private static readonly string[] Names = ["full_name", "email", "phone"];
    private static readonly Kind[] Kinds = [Kind.PersonName, Kind.Email, Kind.Phone];
    private static readonly string[] Given = ["Anneliese", "Bartholomew", "Cordelia", "Dagobert", "Evangeline"];
    private static readonly string[] Family = ["Zimtstern", "Ottersbach", "Wackelstein", "Kieselgur", "Donnerkeil"];
    private static readonly string[] Words =
    [
        "the",
        "order",
        "was",
        "late",
        "again",
        "customer",
        "called",
        "about",
        "invoice",
        "and",
        "asked",
        "for",
        "delivery",
        "next",
        "week",
        "because",
        "nobody",
        "answered",
        "parcel",
        "returned",
        "damaged",
        "refund",
        "promised",
        "by",
        "support",
    ];

    public static readonly TokenKey Key = TokenKey
        .Create(Encoding.ASCII.GetBytes("a key for measurements, never used elsewhere"), TokenSharing.Shared)
        .IfNone(() => throw new InvalidOperationException("The key is long enough."));

    public static string Name(int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Given[i % Given.Length]} {Family[i / Given.Length % Family.Length]}{Letters(i)}"
        );

    public static string Email(int i) => $"{Name(i).Replace(' ', '.').ToLowerInvariant()}@mail.example";

    public static string Phone(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"+49 30 {100 + (i / 10_000)} {i % 10_000:0000}");

    /// <summary>Prose of about the length asked for; one sentence in <paramref name="every"/> holds a mail address, 0 for none.</summary>
    public static string Prose(int length, int every = 0)
    {
        var random = new Random(7);
        var text = new StringBuilder(length + 64);
        for (var sentence = 1; text.Length < length; sentence++)
        {
            for (var word = 0; word < 12; word++)
                text.Append(Words[random.Next(Words.Length)]).Append(' ');
            if (every > 0 && sentence % every == 0)
                text.Append(Email(random.Next(100_000))).Append(' ');
            text[^1] = '.';
            text.Append(' ');
        }
        return text.ToString();
    }

    /// <summary>Three sensitive columns, every value of them different.</summary>
    public static RowSet Rows(int count) =>
        new(
            [.. Names.Select(name => new ResultColumn(name, "text", new ColumnOrigin(None, "people", name)))],
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new[] { CellValue.Text(Name(i)), CellValue.Text(Email(i)), CellValue.Text(Phone(i)) }),
            ],
            Truncated: false
        );

    public static IReadOnlyList<ColumnTreatment> Treatments(RowSet rows) =>
        [
            .. rows.Columns.Zip(
                Kinds,
                (column, kind) =>
                    new ColumnTreatment(
                        new FieldVerdict(column.Name, Classification.Sensitive, kind, 1, VerdictSource.Rule, "made up"),
                        Key
                    )
            ),
        ];

    private static string Letters(int i)
    {
        Span<char> letters = stackalloc char[4];
        for (var at = 0; at < letters.Length; at++, i /= 26)
            letters[at] = (char)('a' + (i % 26));
        return new string(letters);
    }
}
