using System.Globalization;
using System.Text;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Properties.Desensitization.Support;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed class LeakCheckProperties
{
    private static readonly string[] Fillers =
    [
        "plain words",
        "田",
        "🙂",
        "\"quoted\"",
        "x=1;",
        "\n",
        "und so weiter",
        "— —",
        "(",
        "\u200B",
    ];

    [Property(MaxTest = 1000)]
    public bool A_masked_value_is_found_wherever_and_however_it_is_written(int seed)
    {
        var random = new Random(seed);
        var value = Value(random);
        var check = For(CellValue.Text(value));
        string[] spellings =
        [
            value,
            value.ToUpperInvariant(),
            value.ToLowerInvariant(),
            value.Replace(" ", "  \n", StringComparison.Ordinal),
            string.Concat(value.Select(c => c is > ' ' and <= '~' ? (char)(c - '!' + '！') : c)),
            string.Join('\u200B', value.ToCharArray()),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
            Uri.EscapeDataString(value),
        ];
        return spellings.All(spelling => check.InText(Around(spelling, random)).IsSome);
    }

    [Property(MaxTest = 300)]
    public bool A_number_is_found_whatever_groups_it(int seed)
    {
        var random = new Random(seed);
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{random.Next(1000, 9999)}{random.Next(1000, 9999)}{random.Next(1000, 9999)}"
        );
        var check = For(CellValue.Text(digits));
        string Grouped(string separator) => $"{digits[..4]}{separator}{digits[4..8]}{separator}{digits[8..]}";
        string[] separators = [" ", "-", ".", "/", "\u00A0", ") ", " - "];
        return separators.All(separator => check.InText(Around(Grouped(separator), random)).IsSome);
    }

    [Fact]
    public void A_day_is_found_in_its_common_forms()
    {
        var check = For(CellValue.Date(new DateOnly(1980, 2, 3)));
        string[] forms =
        [
            "1980-02-03",
            "03.02.1980",
            "02/03/1980",
            "3.2.1980",
            "February 3, 1980",
            "3 Feb 1980",
            "1980/02/03",
        ];
        Assert.All(forms, form => Assert.True(check.InText($"born {form}, in town").IsSome, form));
    }

    [Theory]
    [InlineData("12345", "sum 12345.67 and 0.12345")]
    [InlineData("12345", "no 1234567 nor 012345")]
    [InlineData("Anna", "Annapolis, Joanna, anna_b")]
    [InlineData("Justin Time", "Justin, Time's")]
    public void A_part_of_another_number_or_word_is_no_hit(string value, string text) =>
        Assert.Equal(text.EndsWith("'s", StringComparison.Ordinal), For(CellValue.Text(value)).InText(text).IsSome);

    [Fact]
    public void A_value_is_found_across_the_border_of_two_chunks() =>
        Assert.True(For(CellValue.Text("Cordelia Ottersbach")).InText("7 lines\nCordelia\nOttersbach, again").IsSome);

    [Fact]
    public void Scripts_without_spaces_have_no_borders() =>
        Assert.True(For(CellValue.Text("田中太郎")).InText("昨日は田中太郎さんが来た").IsSome);

    [Property(MaxTest = 300)]
    public bool Tokens_and_stop_words_are_never_hits(int seed)
    {
        var random = new Random(seed);
        CellValue[][] rows =
        [
            [CellValue.Text("unknown")],
            [CellValue.Text("NAM_a1b2c3d4")],
            [CellValue.Boolean(true)],
            [CellValue.Text("abc")],
            [CellValue.Integer(1234)],
            [CellValue.Text(Value(random))],
        ];
        var masked = Masking.Mask([Masking.Sensitive(Kind.Unknown)], rows);
        var check = LeakCheck.For(masked);
        var text = "unknown true NAM_a1b2c3d4 abc 1234 " + string.Join(' ', masked.Issued);
        return check.InText(text).IsNone && check.Unchecked == 5;
    }

    /// <summary>Words of a tiny alphabet meet often; the naive search looks at every place for every value.</summary>
    [Property(MaxTest = 1000)]
    public bool Equals_a_naive_search(int seed)
    {
        var random = new Random(seed);
        string Word() => new([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => "abAB"[random.Next(4)])]);
        string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));
        var values = Enumerable
            .Range(0, 4)
            .Select(_ => Phrase(random.Next(1, 4)))
            .Where(v => v.Count(char.IsLetter) >= 4)
            .ToArray();
        var text = Phrase(random.Next(1, 12));
        var naive = values.Any(value => $" {text} ".Contains($" {value} ", StringComparison.OrdinalIgnoreCase));
        var masked = Masking.Mask(
            [Masking.Sensitive(Kind.Unknown)],
            [.. values.Select(value => new[] { CellValue.Text(value) })]
        );
        return LeakCheck.For(masked).InText(text).IsSome == naive;
    }

    private static LeakCheck For(CellValue value) =>
        LeakCheck.For(Masking.Mask([Masking.Sensitive(Kind.Unknown)], [value]));

    private static string Around(string spelling, Random random) =>
        $"{Fillers[random.Next(Fillers.Length)]} {spelling} {Fillers[random.Next(Fillers.Length)]}";

    private static string Value(Random random) =>
        random.Next(5) switch
        {
            0 => $"{Cells.Word(random)} {Cells.Word(random)}",
            1 => $"{Cells.Word(random)}.{Cells.Word(random)}@mail.example",
            2 => $"{Cells.Word(random)}strasse {random.Next(1, 99)}",
            3 => $"Éloïse {Cells.Word(random)}-Łuk",
            _ => $"{random.Next(100_000, 999_999)}{(char)('a' + random.Next(26))}",
        };
}
