using System.Collections.Frozen;
using Causum.Domain.Sensitivity.Scanning;

namespace Causum.Domain.Sensitivity.Names;

/// <summary>The words of the vocabulary that say what a number beside them is, and those that begin such words of several parts.</summary>
internal static class CueVocabulary
{
    private static readonly FrozenDictionary<string, Kind?> Cues = NameVocabulary
        .All.Where(w => w.Value.Role is WordRole.Harmless || (w.Value.NamesKind && NumberKinds.Contains(w.Value.Kind!)))
        .ToFrozenDictionary(w => w.Key, w => w.Value.Kind, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Kind?>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Cues.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Beginnings = NameVocabulary.Beginnings.ToFrozenSet(
        StringComparer.Ordinal
    );
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeginningLookup =
        Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False where the folded word is none; a harmless word has no kind, and keeps the words inside it from having one.</summary>
    public static bool TryFind(ReadOnlySpan<char> folded, out Kind? kind) =>
        Lookup.TryGetValue(folded, out kind)
        || (folded.Length > 4 && folded[^1] == 's' && Lookup.TryGetValue(folded[..^1], out kind));

    /// <summary>The word may be the first part of a longer one.</summary>
    public static bool Begins(ReadOnlySpan<char> folded) => BeginningLookup.Contains(folded);
}
