namespace Causum.Domain.Sql;

/// <summary>What may not stand where a table is named: files, URLs and other servers.</summary>
internal static class TableRules
{
    private static readonly string[] Endings =
    [
        ".csv",
        ".tsv",
        ".parquet",
        ".json",
        ".jsonl",
        ".ndjson",
        ".xlsx",
        ".arrow",
        ".avro",
        ".gz",
        ".zst",
        ".txt",
        ".db",
        ".duckdb",
    ];

    private static readonly string[] FileFormats =
    [
        "delta",
        "parquet",
        "csv",
        "json",
        "text",
        "binaryFile",
        "orc",
        "avro",
        "xml",
        "iceberg",
    ];

    public static Option<Finding> Check(ref readonly Statement s, int index)
    {
        switch (s[index].Kind)
        {
            // SQLite takes a text for a name there; everywhere else it is a path or an error.
            case SqlTokenKind.Text:
                return s.Dialect == SqlDialect.Sqlite ? NameRules.SqliteTable(in s, index) : External(in s, index);
            // Db2: FROM EXTERNAL 'path' (…).
            case SqlTokenKind.Word when s.IsSpelled(index, "EXTERNAL") && s[index + 1].Kind == SqlTokenKind.Text:
                return External(in s, index);
            case SqlTokenKind.Word or SqlTokenKind.Quoted when IsOutside(in s, index):
                return External(in s, index);
            default:
                return None;
        }
    }

    private static bool IsOutside(ref readonly Statement s, int index) =>
        s.Dialect switch
        {
            SqlDialect.Sqlserver => Dots(in s, index) >= 3,
            SqlDialect.Duckdb => IsDuckdbFile(in s, index),
            SqlDialect.Sparksql or SqlDialect.Databricks => s[index + 2].Kind == SqlTokenKind.Quoted
                && s.IsSymbol(index + 1, '.')
                && FileFormats.Contains(s.Slice(index).Trim('`').ToString(), StringComparer.OrdinalIgnoreCase),
            _ => false,
        };

    /// <summary>A name with four parts stands on a linked server; parts may be left out, as in <c>server...table</c>.</summary>
    private static int Dots(ref readonly Statement s, int index)
    {
        var dots = 0;
        for (var i = index + 1; s.IsSymbol(i, '.') || (s.IsName(i) && s.IsSymbol(i - 1, '.')); i++)
        {
            if (s.IsSymbol(i, '.'))
                dots++;
        }
        return dots;
    }

    private static bool IsDuckdbFile(ref readonly Statement s, int index)
    {
        if (s[index].Kind == SqlTokenKind.Quoted && IsPath(s.Slice(index).Trim('"')))
            return true;
        var at = index;
        while (s.IsSymbol(at + 1, '.') && s.IsName(at + 2))
            at += 2;
        if (at == index || s.IsSymbol(at + 1, '('))
            return false;
        // staging.csv without quotes reaches a file of that name as well.
        var path = string.Concat(".", s.Slice(at).Trim('"'));
        return Endings.Contains(path, StringComparer.OrdinalIgnoreCase)
            || (s[at].Kind == SqlTokenKind.Quoted && IsPath(path.AsSpan(1)));
    }

    private static bool IsPath(ReadOnlySpan<char> name)
    {
        if (name.ContainsAny("/\\*?"))
            return true;
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static Finding External(ref readonly Statement s, int index) =>
        new(RefusalReason.ExternalSource, s.Offset(index));
}
