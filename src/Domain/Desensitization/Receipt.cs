using Causum.Domain.Config;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>What was done to a result before it left; it holds counts and names, never a value.</summary>
/// <param name="Mode">The receipt's mode: only <see cref="DataMode.Llm"/> or <see cref="DataMode.Rules"/>.</param>
/// <param name="Fields">In column order; equal names are told apart by their index.</param>
/// <param name="MaskedValues">Cells and spans replaced by a token.</param>
/// <param name="Fallbacks">Model calls replaced by the rules or by plain rendering.</param>
/// <param name="Collisions">Distinct values that needed a longer token.</param>
/// <param name="Unchecked">Masked values too short or too common for the leak check.</param>
public sealed record Receipt(
    DataMode Mode,
    IReadOnlyList<FieldVerdict> Fields,
    long MaskedValues,
    Option<string> Model,
    string RulesVersion,
    string KeyVersion,
    TokenSharing Tokens,
    Provenance Provenance,
    int Fallbacks,
    int Collisions,
    int Unchecked
);

/// <summary>Whether other instances make the same tokens.</summary>
public enum TokenSharing
{
    Shared,
    Local,
}

/// <summary>For how many columns the driver told the base column.</summary>
public enum Provenance
{
    Full,
    Partial,
    None,
}
