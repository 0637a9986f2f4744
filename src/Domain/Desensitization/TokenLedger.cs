using System.Runtime.InteropServices;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>The tokens that one run over a result gave out, and for what.</summary>
internal sealed class TokenLedger(IReadOnlyList<ColumnTreatment> treatments, TokenMint mint)
{
    private readonly Dictionary<(TokenKey, Kind, CellKind, string), int> known = [];
    private readonly List<MaskedValue> values = [];
    private readonly System.Collections.Generic.HashSet<string> issued = new(StringComparer.Ordinal);
    private readonly long[] replacements = new long[treatments.Count];

    /// <summary>Distinct, in the order in which they were met.</summary>
    internal IReadOnlyList<MaskedValue> Values => values;

    internal IReadOnlySet<string> Issued => issued;

    internal long Replacements => replacements.Sum();

    /// <summary>The token that stands in for a value.</summary>
    internal string Token(int column, Kind kind, CellValue value) => Enter(column, kind, value, suppress: false);

    /// <summary>A constant, where equality itself would tell.</summary>
    internal string Suppress(int column, Kind kind, CellValue value) => Enter(column, kind, value, suppress: true);

    internal void Count(int column) => replacements[column]++;

    /// <summary>Counts the column again from nothing.</summary>
    internal void Restart(int column) => replacements[column] = 0;

    private string Enter(int column, Kind kind, CellValue value, bool suppress)
    {
        var key = treatments[column].Key;
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(
            known,
            (key, kind, CanonicalForm.Group(value.Kind), value.ToText()),
            out var met
        );
        if (met)
            return values[index].Token;
        index = values.Count;
        var token = suppress ? TokenShape.Suppress(kind) : mint.Mint(key, kind, value);
        values.Add(new MaskedValue(kind, value, column, token));
        issued.Add(token);
        return token;
    }
}
