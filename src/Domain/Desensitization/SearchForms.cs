using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>The spellings in which a masked value is searched: as printed, and as the common encodings and date forms write it.</summary>
internal static class SearchForms
{
    private const int CheckableLetters = 4;
    private const int CheckableUnspaced = 2;
    private const int CheckableDigits = 5;
    private const int EncodedLength = 6;

    /// <summary>What JSON and HTML encoders write otherwise.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"&'<>+\\`");

    /// <summary>False where a value is too short or too common to tell a leak from chance.</summary>
    internal static bool IsCheckable(CellValue value)
    {
        if (value.Kind is CellKind.Boolean or CellKind.Null)
            return false;
        var text = value.ToText();
        if (TokenShape.IsToken(text))
            return false;
        int letters = 0,
            unspaced = 0,
            digits = 0;
        foreach (var c in Stream(text, SearchView.Joined))
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (SearchFolding.Role(c) == SearchRole.Unspaced)
                unspaced++;
            else if (c != '_')
                letters++;
        }
        return (letters >= CheckableLetters || unspaced >= CheckableUnspaced || digits >= CheckableDigits)
            && !StopWords.Contains(Stream(text, SearchView.Spaced));
    }

    internal static IEnumerable<(SearchView View, string Stream)> Of(CellValue value) =>
        Spellings(value)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(Views)
            .Where(form => form.Stream.Length > 1)
            .Distinct();

    /// <summary>The folded characters of a whole text; empty where it has neither letter nor digit.</summary>
    internal static string Stream(string text, SearchView view)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return PlainStream(text, view);
        var start = 0;
        while (start < text.Length && SearchFolding.Role(text[start]) is SearchRole.Break or SearchRole.Ignored)
            start++;
        var reader = new SearchReader(text, view, start, crossesAll: true);
        var stream = new StringBuilder(text.Length);
        while (reader.Next(out var c))
            stream.Append(c);
        return stream.ToString();
    }

    /// <summary>The same as the reader gives, for printable ASCII.</summary>
    private static string PlainStream(string text, SearchView view)
    {
        var stream = new StringBuilder(text.Length);
        var broken = false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                broken = stream.Length > 0;
                continue;
            }
            if (broken && view == SearchView.Spaced)
                stream.Append(' ');
            broken = false;
            stream.Append(char.ToLowerInvariant(c));
        }
        return stream.ToString();
    }

    /// <summary>A value is searched joined where its grouping means nothing, and spaced unless it is a number that can be read joined.</summary>
    private static IEnumerable<(SearchView View, string Stream)> Views(string spelling)
    {
        var joined = Stream(spelling, SearchView.Joined);
        var isGrouped = joined.Any(c => char.IsAsciiDigit(c) || SearchFolding.Role(c) == SearchRole.Unspaced);
        if (isGrouped)
            yield return (SearchView.Joined, joined);
        if (joined.AsSpan().ContainsAnyExceptInRange('0', '9') || !ReadsWhole(spelling, joined.Length))
            yield return (SearchView.Spaced, Stream(spelling, SearchView.Spaced));
    }

    private static bool ReadsWhole(string spelling, int length)
    {
        var start = 0;
        while (start < spelling.Length && SearchFolding.Role(spelling[start]) is SearchRole.Break or SearchRole.Ignored)
            start++;
        var reader = new SearchReader(spelling, SearchView.Joined, start);
        var read = 0;
        while (reader.Next(out _))
            read++;
        return read == length;
    }

    private static IEnumerable<string> Spellings(CellValue value)
    {
        if (value.Kind == CellKind.Bytes)
            return OfBytes(value.AsBytes.ToArray());
        var text = value.ToText();
        return [text, .. Encoded(text), .. Dates(text)];
    }

    private static IEnumerable<string> OfBytes(byte[] bytes) =>
        bytes.Length < CheckableLetters
            ? []
            : [Convert.ToBase64String(bytes), Convert.ToHexStringLower(bytes), Encoding.UTF8.GetString(bytes)];

    private static IEnumerable<string> Encoded(string text)
    {
        if (text.Length < EncodedLength)
            yield break;
        var bytes = Encoding.UTF8.GetBytes(text);
        var base64 = Convert.ToBase64String(bytes);
        yield return base64;
        yield return base64.Replace('+', '-').Replace('/', '_');
        yield return Convert.ToHexStringLower(bytes);
        yield return Uri.EscapeDataString(text);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny(Escaped))
            yield break;
        yield return JavaScriptEncoder.Default.Encode(text);
        yield return HtmlEncoder.Default.Encode(text);
    }

    /// <summary>The day of an ISO date as people write it.</summary>
    private static IEnumerable<string> Dates(string text)
    {
        const string IsoDay = "yyyy-MM-dd";
        if (
            text.Length < IsoDay.Length
            || !DateOnly.TryParseExact(
                text.AsSpan(0, IsoDay.Length),
                IsoDay,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            || (
                text.Length > IsoDay.Length
                && !text.AsSpan(IsoDay.Length).StartsWith("T00:00:00", StringComparison.Ordinal)
            )
        )
            return [];
        string[] forms =
        [
            IsoDay,
            "dd.MM.yyyy",
            "MM/dd/yyyy",
            "d.M.yyyy",
            "M/d/yyyy",
            "d MMM yyyy",
            "MMM d, yyyy",
            "d MMMM yyyy",
            "MMMM d, yyyy",
        ];
        return forms.Select(form => day.ToString(form, CultureInfo.InvariantCulture));
    }
}
