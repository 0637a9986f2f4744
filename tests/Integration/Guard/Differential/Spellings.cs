using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>Ways to write the same call that a list of names could miss.</summary>
internal static class Spellings
{
    public static IEnumerable<string> All(SqlDialect dialect, string call)
    {
        var open = call.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0)
            return [call];
        var (name, rest) = (call[..open], call[open..]);
        return Names(dialect, name)
            .Concat(Names(dialect, name).SelectMany(n => Schemas(dialect).Select(schema => schema + n)))
            .SelectMany(n => Gaps(dialect).Select(gap => n + gap + rest));
    }

    private static IEnumerable<string> Names(SqlDialect dialect, string name)
    {
        yield return name;
        yield return name.ToUpperInvariant();
        yield return $"\"{name}\"";
        switch (dialect)
        {
            case SqlDialect.Postgresql:
                yield return $"U&\"\\{(int)name[0]:x4}{name[1..]}\"";
                yield return $"U&\"!{(int)name[0]:x4}{name[1..]}\" UESCAPE '!'";
                break;
            case SqlDialect.Mariadb:
                yield return $"`{name}`";
                break;
            case SqlDialect.Sqlite:
                yield return $"`{name}`";
                yield return $"[{name}]";
                yield return $"'{name}'";
                break;
            case SqlDialect.Duckdb:
                yield return $"\"{name.ToUpperInvariant()}\"";
                yield return $"'{name}'";
                break;
        }
    }

    private static string[] Schemas(SqlDialect dialect) =>
        dialect switch
        {
            SqlDialect.Postgresql => ["pg_catalog.", "\"pg_catalog\" . ", "bare.public.", "public."],
            SqlDialect.Mariadb => ["mysql.", "mariadb_schema.", "`sys` . "],
            SqlDialect.Sqlite => ["main."],
            SqlDialect.Duckdb => ["main.", "system.main.", "\"pg_catalog\".", "bare.main."],
            _ => [],
        };

    private static string[] Gaps(SqlDialect dialect) =>
        dialect == SqlDialect.Mariadb ? ["", " ", "/**/", " # x\n", " -- x\n"] : ["", " ", "/**/", " -- x\n"];
}
