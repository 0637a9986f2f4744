using System.Globalization;
using System.Text.Json;
using Causum.Domain.Rows;

namespace Causum.Properties.Desensitization.Support;

/// <summary>Cells of every kind, the nasty ones among them, from a seed.</summary>
internal static class Cells
{
    private static readonly string[] Nasty =
    [
        "",
        " ",
        "\t\n",
        "\0",
        "\uD800",
        "\uDC00x",
        "e\u0301",
        "ﬁ",
        "𝐉𝐨𝐡𝐧",
        "🙂🙂",
        "\u202Eabc",
        "NAM_00000000",
        "null",
        "{",
        "[1,",
        "{\"a\":\"\\ud800\"}",
        "O'Neil; DROP",
        "a\u200Bb\u200Bc",
        "田中太郎",
        "Ångström Łukasz",
        "ＡＢＣ１２３４５６",
        new string('x', 5000),
        "1e400",
        "-0",
        "٣٤٥٦٧٨",
    ];

    public static CellValue Any(Random random) =>
        random.Next(16) switch
        {
            0 => CellValue.Null,
            1 => CellValue.Boolean(random.Next(2) == 0),
            2 => CellValue.Integer(random.NextInt64(long.MinValue, long.MaxValue)),
            3 => CellValue.Decimal(
                string.Create(CultureInfo.InvariantCulture, $"{random.Next()}.{random.Next(1000):000}")
            ),
            4 => CellValue.Real(random.Next(4) == 0 ? double.NaN : random.NextDouble() * 1e12),
            5 => CellValue.Date(new DateOnly(1900 + random.Next(150), 1 + random.Next(12), 1 + random.Next(28))),
            6 => CellValue.Timestamp(
                new DateTime(1990 + random.Next(30), 1, 1, random.Next(24), 0, 0, DateTimeKind.Unspecified)
            ),
            7 => CellValue.Uuid(Id(random)),
            8 => CellValue.Bytes(Bytes(random)),
            9 => CellValue.Array([Scalar(random), CellValue.Null, Scalar(random)]),
            10 => CellValue.Json(Json(random, 3)),
            11 => CellValue.Text(Json(random, 2)),
            12 => CellValue.Text(Nasty[random.Next(Nasty.Length)]),
            13 => CellValue.Interval("P1Y2M3D"),
            _ => CellValue.Text(Word(random) + " " + Word(random)),
        };

    public static CellValue Scalar(Random random) =>
        random.Next(2) == 0 ? CellValue.Text(Word(random)) : CellValue.Integer(random.Next(100_000, int.MaxValue));

    /// <summary>A made-up word of at least six letters that no other part of a result holds.</summary>
    public static string Word(Random random)
    {
        var letters = new char[random.Next(6, 12)];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = (i % 2 == 0 ? "bdfgklmprtvz" : "aeiou")[random.Next(i % 2 == 0 ? 12 : 5)];
        return new string(letters);
    }

    public static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(8, 40)];
        random.NextBytes(bytes);
        return bytes;
    }

    public static string Json(Random random, int depth) =>
        random.Next(depth <= 0 ? 4 : 6) switch
        {
            0 => JsonSerializer.Serialize(Word(random)),
            1 => random.Next(100_000, int.MaxValue).ToString(CultureInfo.InvariantCulture),
            2 => "true",
            3 => "null",
            4 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth - 1)))}]",
            _ =>
                $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(i => $"\"k{i}\":{Json(random, depth - 1)}"))}}}",
        };

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
