using System.Collections.Frozen;

namespace Causum.Domain.Sensitivity.Forms;

/// <summary>A number's form in one of its layouts.</summary>
/// <param name="Proof">The layout is the form's own, not one that harmless numbers share.</param>
internal readonly record struct LaidOutForm(Form Form, bool Proof);

/// <summary>Finds the forms written in a layout: digits as <c>9</c>, letters as <c>A</c>, separators as they are.</summary>
internal static class Layouts
{
    public const int Longest = 24;

    private static readonly FrozenDictionary<string, LaidOutForm[]> ByLayout = NumberForms
        .All.SelectMany(f =>
            f.Layouts.Select(l => (Layout: l, Form: new LaidOutForm(f, Proof: true)))
                .Concat(f.Plain.Select(l => (Layout: l, Form: new LaidOutForm(f, Proof: false))))
        )
        .GroupBy(x => x.Layout, x => x.Form, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LaidOutForm[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByLayout.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ReadOnlySpan<LaidOutForm> Find(ReadOnlySpan<char> layout) =>
        Lookup.TryGetValue(layout, out var forms) ? forms : [];

    public static char Sign(char c) =>
        char.IsAsciiDigit(c) ? '9'
        : char.IsAsciiLetter(c) ? 'A'
        : c;
}
