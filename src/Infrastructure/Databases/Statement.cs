using System.Globalization;
using System.Text.RegularExpressions;
using Causum.Domain.Input;
using Causum.Domain.Rows;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>A statement in the driver's form: its placeholders stand in the text, the values beside it, in their order.</summary>
internal sealed partial record Statement(string Text, IReadOnlyList<CellValue> Values)
{
    /// <summary>
    /// A query that the guard allowed. An array is spread over as many placeholders as it has items, for IN lists. Left: an empty array, since what stands for
    /// "none of nothing" differs between IN and NOT IN.
    /// </summary>
    public static Either<TaskFailure, Statement> Of(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        PlaceholderForm form
    )
    {
        var empty = parameters.Where(p => p.Value.Kind == CellKind.Array && p.Value.AsArray.Count == 0).ToList();
        if (empty.Count > 0)
            return TaskFailure.InvalidTask(
                empty.Select(p => new InputError.InvalidValue(
                    FieldPath.Root.Field("params").Field("parameters").Field(p.Name),
                    "must not be an empty list"
                ))
            );
        var given = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        var values = new List<CellValue>();
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = NamedParameters
            .Parse(query)
            .Render(name =>
                form.Numbered && written.TryGetValue(name, out var before)
                    ? before
                    : written[name] = Placeholders(given[name], values, form)
            );
        return new Statement(text, values);
    }

    /// <summary>An own text of the catalog, in which <c>:schema</c> and <c>:table</c> stand for the names.</summary>
    public static Statement OfCatalog(string text, string schema, string table, PlaceholderForm form)
    {
        var values = new List<CellValue>();
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        return new Statement(
            CatalogName()
                .Replace(
                    text,
                    mark =>
                        form.Numbered && written.TryGetValue(mark.Value, out var before)
                            ? before
                            : written[mark.Value] = Placeholders(
                                CellValue.Text(mark.Value == ":schema" ? schema : table),
                                values,
                                form
                            )
                ),
            values
        );
    }

    [GeneratedRegex(":(?:schema|table)\\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CatalogName();

    private static string Placeholders(CellValue value, List<CellValue> values, PlaceholderForm form)
    {
        CellValue[] items = value.Kind == CellKind.Array ? [.. value.AsArray] : [value];
        return string.Join(
            ", ",
            items.Select(item =>
            {
                values.Add(item);
                return form.At(values.Count);
            })
        );
    }
}

/// <param name="Numbered">A name used twice is one placeholder; otherwise each use is one of its own.</param>
internal sealed record PlaceholderForm(string Prefix, bool Numbered)
{
    public string At(int position) => Numbered ? Prefix + position.ToString(CultureInfo.InvariantCulture) : Prefix;
}
