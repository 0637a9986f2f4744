using Causum.Domain.Rows;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Masks a result: sensitive cells become tokens, kept text is searched cell by cell, and what was masked anywhere is replaced wherever else it stands.
/// NULL and blank text stay, arrays and JSON keep their form, bytes never stay.
/// </summary>
public static class Masker
{
    /// <param name="treatments">One for each column.</param>
    public static MaskedRows Mask(RowSet rows, IReadOnlyList<ColumnTreatment> treatments, TokenLength length)
    {
        var mint = new TokenMint(length);
        var fields = new JsonFields(rows);
        MaskedRows masked;
        do masked = new MaskingPass(rows, treatments, mint, fields).Run();
        while (!mint.Settled());
        return masked with { Collisions = mint.Collisions };
    }
}
