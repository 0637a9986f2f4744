using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <param name="Value">Index into the values that are searched.</param>
internal readonly record struct SearchHit(int Start, int Length, int Value);

/// <summary>
/// Searches many values at once. The time is linear in the text and does not depend on how many values there are: from each word's start the text is hashed
/// character by character for as long as some value begins like it.
/// </summary>
internal sealed class ValueSearch
{
    private const int BitsPerPrefix = 16;
    private const int QuickPrefix = 4;

    /// <summary>Up to this length prefixes are kept at every second character, from there at powers of two.</summary>
    private const int FineLength = 12;
    private const int FineSteps = FineLength / 2;

    private static readonly SearchValues<char> PlainWord = SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private readonly Dictionary<ulong, int> formsByHash = [];
    private readonly List<(string Stream, int Value)> forms = [];
    private readonly ulong[] prefixes;
    private readonly int prefixShift;
    private readonly int longest;

    private ValueSearch(List<(SearchView View, string Stream, int Value)> searched)
    {
        var prefixCount = searched.Sum(form => BitOperations.Log2((uint)form.Stream.Length) + FineSteps);
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Max(1024, prefixCount * BitsPerPrefix));
        prefixes = new ulong[bits / 64];
        prefixShift = 64 - BitOperations.Log2(bits);
        foreach (var (view, stream, value) in searched)
            Add(view, stream, value);
        longest = searched.Count == 0 ? 0 : searched.Max(form => form.Stream.Length);
    }

    internal bool IsEmpty => forms.Count == 0;

    internal static ValueSearch Nothing { get; } = new([]);

    /// <param name="values">Only the checkable ones are searched, see <see cref="IsSearched"/>.</param>
    /// <param name="columns">Their catalog names are no data: a value that reads like one is not searched.</param>
    internal static ValueSearch For(IReadOnlyList<MaskedValue> values, IReadOnlyList<ResultColumn> columns)
    {
        var names = CatalogNames(columns);
        var searched = new List<(SearchView, string, int)>();
        for (var i = 0; i < values.Count; i++)
        {
            if (!IsSearched(values[i], names))
                continue;
            foreach (var (view, stream) in SearchForms.Of(values[i].Value))
                searched.Add((view, stream, i));
        }
        return new ValueSearch(searched);
    }

    internal static int CountUnsearched(IReadOnlyList<MaskedValue> values, IReadOnlyList<ResultColumn> columns)
    {
        var names = CatalogNames(columns);
        return values.Count(value => !IsSearched(value, names));
    }

    private static bool IsSearched(MaskedValue value, System.Collections.Generic.HashSet<string> names) =>
        SearchForms.IsCheckable(value.Value)
        && !names.Contains(SearchForms.Stream(value.Value.ToText(), SearchView.Spaced));

    private static System.Collections.Generic.HashSet<string> CatalogNames(IReadOnlyList<ResultColumn> columns) =>
        [
            .. columns
                .Select(column => column.Origin)
                .Somes()
                .SelectMany(origin => new[] { origin.Column, origin.Table })
                .Select(name => SearchForms.Stream(name, SearchView.Spaced)),
        ];

    /// <summary>The leftmost longest hits, not overlapping.</summary>
    internal List<SearchHit> Find(ReadOnlySpan<char> text)
    {
        var hits = new List<SearchHit>();
        if (IsEmpty)
            return hits;
        Span<char> stream = longest <= 512 ? stackalloc char[longest] : new char[longest];
        var before = SearchRole.Break;
        for (var at = 0; at < text.Length; )
        {
            var role = SearchFolding.Role(text[at]);
            var begins =
                role == SearchRole.Unspaced
                || (role == SearchRole.Word && before is SearchRole.Break or SearchRole.Unspaced);
            if (begins && Longest(text, at, stream) is { Length: > 0 } hit)
            {
                hits.Add(hit);
                at += hit.Length;
                before = SearchFolding.Role(text[at - 1]);
                continue;
            }
            if (role != SearchRole.Ignored)
                before = role;
            at++;
        }
        return hits;
    }

    private SearchHit Longest(ReadOnlySpan<char> text, int start, Span<char> stream)
    {
        var quick = text[start..];
        var isPlain = quick.Length >= QuickPrefix && !quick[..QuickPrefix].ContainsAnyExcept(PlainWord);
        var spaced =
            isPlain && !MayBegin(quick, SearchView.Spaced) ? default : Extend(text, start, SearchView.Spaced, stream);
        var joined =
            isPlain && !MayBegin(quick, SearchView.Joined) ? default : Extend(text, start, SearchView.Joined, stream);
        return joined.Length > spaced.Length ? joined : spaced;
    }

    /// <summary>No value that is searched is shorter than the quick prefix and plain, so most words are done with here.</summary>
    private bool MayBegin(ReadOnlySpan<char> plain, SearchView view)
    {
        var hash = Seed(view);
        for (var i = 0; i < QuickPrefix; i++)
            hash = Mix(hash, SearchFolding.Fold(plain[i]));
        return MayBegin(hash);
    }

    private static bool IsStep(int length) =>
        length <= FineLength ? length >= 2 && length % 2 == 0 : BitOperations.IsPow2(length);

    private SearchHit Extend(ReadOnlySpan<char> text, int start, SearchView view, Span<char> stream)
    {
        var best = default(SearchHit);
        var reader = new SearchReader(text, view, start);
        var hash = Seed(view);
        var length = 0;
        while (length < stream.Length && reader.Next(out var c))
        {
            stream[length++] = c;
            hash = Mix(hash, c);
            if (IsStep(length) && !MayBegin(hash))
                break;
            if (
                reader.AtWordEnd
                && formsByHash.TryGetValue(hash, out var form)
                && stream[..length].SequenceEqual(forms[form].Stream)
                && !IsPartOfNumber(text, start, reader.Position, stream[..length])
            )
                best = new SearchHit(start, reader.Position - start, forms[form].Value);
        }
        return best;
    }

    /// <summary>12345 does not stand in 12345.67 nor in 0.12345.</summary>
    private static bool IsPartOfNumber(ReadOnlySpan<char> text, int start, int end, ReadOnlySpan<char> stream)
    {
        if (stream.ContainsAnyExceptInRange('0', '9'))
            return false;
        var goesOn = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        var wentBefore = start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]);
        return goesOn || wentBefore;
    }

    private void Add(SearchView view, string stream, int value)
    {
        var hash = Seed(view);
        for (var i = 0; i < stream.Length; i++)
        {
            hash = Mix(hash, stream[i]);
            if (IsStep(i + 1))
                prefixes[hash >> prefixShift >> 6] |= 1UL << (int)(hash >> prefixShift & 63);
        }
        // Two values with one folded form, or one hash: whichever is found stands for both.
        ref var form = ref CollectionsMarshal.GetValueRefOrAddDefault(formsByHash, hash, out var known);
        if (known)
            return;
        form = forms.Count;
        forms.Add((stream, value));
    }

    private bool MayBegin(ulong hash) =>
        (prefixes[hash >> prefixShift >> 6] >> (int)(hash >> prefixShift & 63) & 1) != 0;

    private static ulong Seed(SearchView view) => view == SearchView.Spaced ? 0x9E3779B97F4A7C15 : 0xC2B2AE3D27D4EB4F;

    private static ulong Mix(ulong hash, char c)
    {
        var mixed = (hash ^ c) * 0xFF51AFD7ED558CCD;
        return mixed ^ (mixed >> 32);
    }
}
