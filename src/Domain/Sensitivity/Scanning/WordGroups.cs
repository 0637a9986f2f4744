using Causum.Domain.Sensitivity.Checksums;
using Causum.Domain.Sensitivity.Forms;

namespace Causum.Domain.Sensitivity.Scanning;

/// <summary>
/// A word and the groups behind it, each parted by one separator: its layout, and the letters and digits alone in upper case.
/// </summary>
internal readonly ref struct WordGroups
{
    public const int Longest = 48;
    public const int Most = 12;

    private readonly ReadOnlySpan<char> layout;
    private readonly ReadOnlySpan<char> compact;
    private readonly ReadOnlySpan<byte> ends;
    private readonly ReadOnlySpan<byte> sizes;

    private WordGroups(
        ReadOnlySpan<char> layout,
        ReadOnlySpan<char> compact,
        ReadOnlySpan<byte> ends,
        ReadOnlySpan<byte> sizes
    )
    {
        this.layout = layout;
        this.compact = compact;
        this.ends = ends;
        this.sizes = sizes;
    }

    public int Digits => DigitsWithin(layout.Length);

    public ReadOnlySpan<char> FirstWord => sizes.IsEmpty ? [] : compact[..sizes[0]];

    public static WordGroups Read(
        ReadOnlySpan<char> text,
        Span<char> layout,
        Span<char> compact,
        Span<byte> ends,
        Span<byte> sizes
    )
    {
        int at = 0,
            kept = 0,
            groups = 0;
        while (groups < Most)
        {
            var start = at;
            while (at < text.Length && at < Longest && char.IsAsciiLetterOrDigit(text[at]))
            {
                layout[at] = Layouts.Sign(text[at]);
                compact[kept++] = char.ToUpperInvariant(text[at++]);
            }
            if (at == start || (at == Longest && at < text.Length && char.IsAsciiLetterOrDigit(text[at])))
                break;
            ends[groups] = (byte)at;
            sizes[groups++] = (byte)kept;
            if (at + 1 >= Math.Min(text.Length, Longest) || !IsSeparator(text[at]))
                break;
            layout[at] = text[at];
            at++;
        }
        var length = groups == 0 ? 0 : ends[groups - 1];
        return new WordGroups(
            layout[..length],
            compact[..(groups == 0 ? 0 : sizes[groups - 1])],
            ends[..groups],
            sizes[..groups]
        );
    }

    public int DigitsWithin(int length) => layout[..length].Count('9');

    /// <summary>The longest run of groups that is an IBAN; length in the text, or 0.</summary>
    public int FindIban()
    {
        if (
            compact.Length < Iban.Shortest
            || !char.IsAsciiLetterUpper(compact[0])
            || !char.IsAsciiLetterUpper(compact[1])
        )
            return 0;
        var wanted = Iban.LengthFor(compact[0], compact[1]);
        for (var i = 0; i < sizes.Length && wanted > 0; i++)
        {
            if (sizes[i] == wanted)
                return Iban.Accepts(compact[..wanted]) ? ends[i] : 0;
        }
        return 0;
    }

    /// <summary>The longest run of groups in a layout that is proof by itself and passes its check.</summary>
    public int FindProof(out Kind kind)
    {
        kind = Kind.Unknown;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (ends[i] > Layouts.Longest)
                continue;
            foreach (var candidate in Layouts.Find(layout[..ends[i]]))
            {
                if (!candidate.Proof || !candidate.Form.Accepts(compact[..sizes[i]]))
                    continue;
                kind = candidate.Form.Kind;
                return ends[i];
            }
        }
        if (sizes.IsEmpty || Digits == 0)
            return 0;
        foreach (var form in MixedForms.OfLength(sizes[0]))
        {
            if (form == MixedForms.VinForm || !form.Accepts(FirstWord))
                continue;
            kind = form.Kind;
            return ends[0];
        }
        return 0;
    }

    /// <summary>The first word and the groups behind it that are digits too.</summary>
    public int LengthOfNumber()
    {
        var length = (int)ends[0];
        for (var i = 1; i < ends.Length; i++)
        {
            if (layout[(ends[i - 1] + 1)..ends[i]].ContainsAnyExcept('9'))
                break;
            length = ends[i];
        }
        return length;
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/' or '+';
}
