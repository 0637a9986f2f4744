using System.Globalization;
using Causum.Domain.Sql;

namespace Causum.Infrastructure.Databases;

/// <summary>
/// The statements of one dialect's introspection. Names are bound as <c>:schema</c> and <c>:table</c>. What the rows hold:
/// </summary>
/// <param name="DefaultSchema">One row: the schema that unqualified names mean, or NULL.</param>
/// <param name="Schemas">One name each, without system schemas.</param>
/// <param name="Tables">Name; 1 for a view, 0 for a table. By schema.</param>
/// <param name="Columns">Name; type; 1 if nullable; default; 1 if in the primary key. By schema and table, in table order.</param>
/// <param name="Existence">One row: 1 if the schema exists; 1 if the table exists (always 0 without one).</param>
/// <param name="Sample">The first rows of a table, with the names quoted.</param>
internal sealed record CatalogQueries(
    string DefaultSchema,
    string Schemas,
    string Tables,
    string Columns,
    string Existence,
    Func<TablePlace, int, string> Sample
)
{
    public static string SampleOf(SqlDialect dialect, TablePlace place, int limit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT * FROM {SqlIdentifier.QuotePart(dialect, place.Schema)}.{SqlIdentifier.QuotePart(dialect, place.Table)} LIMIT {limit}"
        );
}
