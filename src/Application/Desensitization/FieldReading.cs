using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Application.Desensitization;

/// <summary>What is known of each result column before it is classified: its cells, and what the sender says about the field it may show.</summary>
internal static class FieldReading
{
    internal static IReadOnlyList<FieldFacts> Of(DesensitizationJob job) =>
        [.. job.Rows.Columns.Select((column, i) => Of(job, column, i))];

    private static FieldFacts Of(DesensitizationJob job, ResultColumn column, int index)
    {
        var said = Said(job, column).ToArray();
        return new FieldFacts(
            column.Name,
            column.DatabaseType,
            said.Select(field => field.Description).Somes().HeadOrNone(),
            column.Origin,
            said.Select(field => field.EntityId).Somes().HeadOrNone(),
            said.Any(field => field.Sensitive == Some(true))
                ? Some(true)
                : said.Select(field => field.Sensitive).Somes().HeadOrNone(),
            [.. job.Rows.Rows.Select(row => row[index])]
        );
    }

    /// <summary>Hints meant for the column: by its base column where that is known, and by its own name in any table.</summary>
    private static IEnumerable<FieldContext> Said(DesensitizationJob job, ResultColumn column) =>
        from table in job.Context
        from field in table.Fields
        where
            Same(field.Name, column.Name)
            || column.Origin.Exists(origin => Same(field.Name, origin.Column) && Same(table.Name, origin.Table))
        select field;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
