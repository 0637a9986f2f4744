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
        "hudi",
        "jdbc",
        "kafka",
        "image",
        "libsvm",
    ];

    /// <summary>Whether the dialect takes what looks like a table's name for a file.</summary>
    public static bool ReadsFiles(SqlDialect dialect) => dialect == SqlDialect.Duckdb || IsSpark(dialect);

    public static bool IsSpark(SqlDialect dialect) => dialect is SqlDialect.Sparksql or SqlDialect.Databricks;

    public static Option<Finding> Check(ref readonly Statement s, int index) =>
        Named(in s, IsAlias(in s, index) ? index + 2 : index);

    /// <summary>DuckDB: <c>FROM alias: table</c>.</summary>
    private static bool IsAlias(ref readonly Statement s, int index) =>
        s.Dialect == SqlDialect.Duckdb && s.IsName(index) && s.IsSymbol(index + 1, ':') && !s.IsSymbol(index + 2, ':');

    private static Option<Finding> Named(ref readonly Statement s, int index)
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
            SqlDialect.Sparksql or SqlDialect.Databricks => IsSparkPath(in s, index) || IsHidden(in s, index),
            SqlDialect.Snowflake => IsHidden(in s, index)
                || s.Word(index) == SqlKeyword.Table
                    && s.IsSymbol(index + 1, '(')
                    && (!IsPlainName(in s, index + 2) || IsHidden(in s, index + 2)),
            // FROM (LOCATION = '/s3/…'): an object store.
            SqlDialect.Teradata => s.IsSpelled(index, "LOCATION") && s.IsSymbol(index + 1, '='),
            SqlDialect.Postgresql => IsFileView(in s, s.IsSymbol(index + 1, '.') ? index + 2 : index),
            _ => false,
        };

    /// <summary>PostgreSQL: views of the server's configuration files.</summary>
    private static bool IsFileView(ref readonly Statement s, int index) =>
        !s.IsSymbol(index + 1, '(')
        && (
            SqlName.Equals(s.Slice(index), "pg_hba_file_rules")
            || SqlName.Equals(s.Slice(index), "pg_ident_file_mappings")
            || SqlName.Equals(s.Slice(index), "pg_file_settings")
        );

    /// <summary>Two parts, a data source and a path. No name of a table or schema holds a slash (Databricks, "Names"), and none a dot but inside quotes.</summary>
    public static bool IsSparkPath(ref readonly Statement s, int index)
    {
        if (!s.IsSymbol(index + 1, '.') || s[index + 2].Kind != SqlTokenKind.Quoted)
            return false;
        var source = SqlName.Unquote(s.Slice(index));
        return s.Slice(index + 2).Contains('/') || source.Contains('.') || IsFormat(source);
    }

    private static bool IsFormat(ReadOnlySpan<char> source)
    {
        foreach (var format in FileFormats)
        {
            if (source.Equals(format, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary><c>IDENTIFIER(…)</c> of anything but one plain name may name a file.</summary>
    private static bool IsHidden(ref readonly Statement s, int index) =>
        s.IsSpelled(index, "IDENTIFIER")
        && s.IsSymbol(index + 1, '(')
        && !(s[index + 2].Kind != SqlTokenKind.Parameter && IsPlainName(in s, index + 2) && s.IsSymbol(index + 3, ')'));

    /// <summary>No text that names a stage, a path or a data source, and no parameter that could.</summary>
    private static bool IsPlainName(ref readonly Statement s, int index)
    {
        if (s[index].Kind != SqlTokenKind.Text)
            return s[index].Kind is not (SqlTokenKind.Parameter or SqlTokenKind.Symbol);
        var name = s.Slice(index).Trim("'\"");
        var dot = name.IndexOf('.');
        return !name.ContainsAny("/@:\\")
            && !(dot > 0 && name.LastIndexOf('.') == dot && IsFormat(name[..dot].Trim('`')));
    }

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
