using Causum.Domain.Rows;

namespace Causum.Domain.Sensitivity;

/// <summary>Everything known of a field when it is classified.</summary>
/// <param name="Name">The result column's name or alias.</param>
/// <param name="DatabaseType">Empty where unknown.</param>
/// <param name="Values">All cells of the column, or samples; may be empty.</param>
public sealed record FieldFacts(
    string Name,
    string DatabaseType,
    Option<string> Description,
    Option<ColumnOrigin> Origin,
    Option<bool> EntityIdHint,
    Option<bool> SensitiveHint,
    IReadOnlyList<CellValue> Values
);
