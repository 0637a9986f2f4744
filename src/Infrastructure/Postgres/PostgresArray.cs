using System.Text;
using Causum.Domain.Rows;

namespace Causum.Infrastructure.Postgres;

/// <summary>The text form of arrays: <c>{1,NULL,"a \"b\""}</c>, nested, with bounds before it (<c>[0:1]={…}</c>) where they do not start at one.</summary>
internal static class PostgresArray
{
    public static CellValue Parse(string text, char separator, Func<string, CellValue> item)
    {
        var at = text.IndexOf('{', StringComparison.Ordinal);
        return Items(text, ref at, separator, item);
    }

    private static CellValue Items(string text, ref int at, char separator, Func<string, CellValue> item)
    {
        var items = new List<CellValue>();
        at++;
        while (text[at] != '}')
        {
            if (text[at] == separator)
                at++;
            items.Add(
                text[at] switch
                {
                    '{' => Items(text, ref at, separator, item),
                    '"' => item(Quoted(text, ref at)),
                    _ => Bare(text, ref at, separator, item),
                }
            );
        }
        at++;
        return CellValue.Array([.. items]);
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; text[at] != '"'; at++)
        {
            if (text[at] == '\\')
                at++;
            value.Append(text[at]);
        }
        at++;
        return value.ToString();
    }

    private static CellValue Bare(string text, ref int at, char separator, Func<string, CellValue> item)
    {
        var start = at;
        while (text[at] != separator && text[at] != '}')
            at++;
        var value = text[start..at];
        return value == "NULL" ? CellValue.Null : item(value);
    }
}
