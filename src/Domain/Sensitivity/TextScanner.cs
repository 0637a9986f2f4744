using Causum.Domain.Sensitivity.Names;
using Causum.Domain.Sensitivity.Scanning;

namespace Causum.Domain.Sensitivity;

/// <summary>
/// Finds what is sensitive by itself inside text that is otherwise kept: structured forms anywhere, bare digits only beside a word that says what
/// they are or in a field of that name. Linear in the text.
/// </summary>
public static class TextScanner
{
    private const int ShortestFind = 3;

    /// <summary>Sorted, without overlaps; the same empty list when there is nothing.</summary>
    /// <param name="fieldName">The column or key the text stands under; may be empty.</param>
    public static IReadOnlyList<FoundSpan> Find(ReadOnlySpan<char> text, string fieldName)
    {
        if (text.Length < ShortestFind)
            return [];
        var kind = FieldKind(fieldName);
        if (!PlainView.IsNeeded(text))
            return Search(text, kind);
        var view = PlainView.Of(text);
        return [.. Search(view.Text, kind).Select(view.ToOriginal)];
    }

    private static IReadOnlyList<FoundSpan> Search(ReadOnlySpan<char> text, Kind? fieldKind)
    {
        var found = new SpanCollector();
        EmailSearch.Run(text, found);
        SecretSearch.Run(text, found);
        TokenSearch.Run(text, found);
        NumberSearch.Run(text, fieldKind, found);
        return found.IsEmpty ? [] : found.Merge();
    }

    private static Kind? FieldKind(string fieldName) =>
        NameReader.Read(fieldName) is { IsStrong: true, Kind: { } kind } && NumberKinds.Contains(kind) ? kind : null;
}
