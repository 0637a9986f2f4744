using Causum.Domain.Sensitivity;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Causum.Properties.Sensitivity;

public sealed class TextScannerProperties
{
    private static readonly string[] Values =
    [
        "anna.lund@example.org",
        "DE89370400440532013000",
        "GB82 WEST 1234 5698 7654 32",
        "4111 1111 1111 1111",
        "5555555555554444",
        "378282246310005",
        "078-05-1120",
        "192.168.17.45",
        "2001:db8::8a2e:370:7334",
        "00:1B:44:11:3A:B7",
        "+49 30 1234567",
        "RSSMRA85T10A562S",
        "11010519491231002X",
    ];

    private static readonly string[] Surroundings =
    [
        "",
        "請聯絡 ",
        "连系",
        "🙂",
        "\"",
        "«",
        "(",
        "plain words before, ",
        "Ünïcödé ",
        "\u200b",
        "line\n",
        "\t",
        ">",
    ];

    /// <summary>A sensitive value between two surroundings that border it.</summary>
    public static Arbitrary<(string Before, string Value, string After)> Embedded() =>
        (
            from before in Gen.Elements(Surroundings).ListOf(3)
            from value in Gen.Elements(Values)
            from after in Gen.Elements(Surroundings).ListOf(3)
            select (string.Concat(before), value, " " + string.Concat(after))
        ).ToArbitrary();

    [Property(MaxTest = 1000)]
    public Property A_value_is_found_whole_wherever_it_stands() =>
        Prop.ForAll(
            Embedded(),
            text =>
            {
                var found = TextScanner.Find(text.Before + text.Value + text.After, "");
                return found is [var span] && span.Start == text.Before.Length && span.Length == text.Value.Length;
            }
        );

    [Property(MaxTest = 1000)]
    public Property Width_and_invisible_characters_hide_nothing() =>
        Prop.ForAll(
            Gen.Elements(Values).SelectMany(v => Gen.Choose(0, 2).Select(form => (v, form))).ToArbitrary(),
            x =>
            {
                var disguised = string.Concat(
                    x.v.Select(
                        (c, i) =>
                            x.form switch
                            {
                                0 => char.IsAsciiLetterOrDigit(c) ? ((char)(c + 0xFEE0)).ToString() : c.ToString(),
                                1 => i % 3 == 1 ? c + "\u200b" : c.ToString(),
                                _ => c == ' ' ? "\u00a0" : c.ToString(),
                            }
                    )
                );
                var found = TextScanner.Find("x: " + disguised + " .", "");
                return found is [var span] && span.Start == 3 && span.Length >= disguised.Length - 1;
            }
        );

    [Property(MaxTest = 1000)]
    public bool Spans_are_sorted_inside_the_text_and_do_not_overlap(string text, string fieldName)
    {
        var end = 0;
        foreach (var span in TextScanner.Find(text ?? "", fieldName ?? ""))
        {
            if (span.Start < end || span.Length <= 0)
                return false;
            end = span.Start + span.Length;
        }
        return end <= (text ?? "").Length;
    }
}
