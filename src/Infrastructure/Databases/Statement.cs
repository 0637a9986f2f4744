using System.Globalization;
using System.Text;
using Causum.Domain.Rows;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>A statement in the driver's form: its placeholders stand in the text, the values beside it, in their order.</summary>
internal sealed record Statement(string Text, IReadOnlyList<CellValue> Values)
{
    /// <summary>A query that the guard allowed. An array is spread over as many placeholders as it has items, for IN lists.</summary>
    public static Either<TaskFailure, Statement> Of(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        PlaceholderForm form
    ) => parameters.Count == 0 ? new Statement(query.Text, []) : Translate(query.Text, parameters, form);

    /// <summary>An own text of the catalog.</summary>
    public static Statement OfCatalog(string text, IReadOnlyList<QueryParameter> parameters, PlaceholderForm form) =>
        Translate(text, parameters, form);

    private static Statement Translate(string text, IReadOnlyList<QueryParameter> parameters, PlaceholderForm form)
    {
        var written = new StringBuilder(text.Length);
        var values = new List<CellValue>();
        var positions = new Dictionary<string, string>(StringComparer.Ordinal);
        var from = 0;
        for (var at = text.IndexOf(':', StringComparison.Ordinal); at >= 0; at = text.IndexOf(':', from))
        {
            if (text[at + 1] == ':')
            {
                written.Append(text, from, at + 2 - from);
                from = at + 2;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            written.Append(text, from, at - from);
            from = end;
            var name = text[(at + 1)..end];
            var value = parameters.First(p => p.Name == name).Value;
            if (!form.Numbered || !positions.TryGetValue(name, out var placeholder))
                positions[name] = placeholder = Add(value, values, form);
            written.Append(placeholder);
        }
        written.Append(text, from, text.Length - from);
        return new Statement(written.ToString(), values);
    }

    private static string Add(CellValue value, List<CellValue> values, PlaceholderForm form)
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
