namespace Causum.Domain.Sql;

/// <summary>The pragmas that only read, of the SQLite and DuckDB manuals; a value in parentheses is allowed where it is a name to look up.</summary>
internal static class ReadingPragmas
{
    private static readonly string[] ByName =
    [
        "table_info",
        "table_xinfo",
        "table_list",
        "index_list",
        "index_info",
        "index_xinfo",
        "foreign_key_list",
        "foreign_key_check",
        "integrity_check",
        "quick_check",
        "storage_info",
        "show",
        "database_list",
        "function_list",
        "collation_list",
    ];

    private static readonly string[] Plain =
    [
        "compile_options",
        "user_version",
        "schema_version",
        "application_id",
        "encoding",
        "page_count",
        "page_size",
        "freelist_count",
        "data_version",
        "module_list",
        "pragma_list",
        "show_tables",
        "show_tables_expanded",
        "show_databases",
        "version",
        "platform",
        "database_size",
        "functions",
        "collations",
        "user_agent",
        "metadata_info",
    ];

    public static bool Contains(ReadOnlySpan<char> name) => IsIn(ByName, name) || IsIn(Plain, name);

    public static Option<Finding> Check(ref readonly Statement s)
    {
        if (s.Dialect is not (SqlDialect.Sqlite or SqlDialect.Duckdb or SqlDialect.Ansi))
            return HeadRules.NotAllowed(in s, 0);
        var name = s.IsSymbol(2, '.') ? 3 : 1;
        var spelled = s.Slice(name).Trim("\"`[]");
        if (!s.IsName(name) || !Contains(spelled))
            return HeadRules.NotAllowed(in s, name);
        var end = name + 1;
        if (s.IsSymbol(end, '('))
        {
            if (!IsIn(ByName, spelled))
                return new Finding(RefusalReason.SessionChange, s.Offset(end));
            if (
                TableRules.Check(in s, end + 1) is { IsSome: true } file
                && s.Dialect == SqlDialect.Duckdb
                && s[end + 1].Kind != SqlTokenKind.Text
            )
                return file;
            end = s.Close(end) + 1;
            if (end - name > 6)
                return HeadRules.NotAllowed(in s, name);
        }
        if (s.IsSymbol(end, '='))
            return new Finding(RefusalReason.SessionChange, s.Offset(end));
        return end >= s.Count || (s.IsSymbol(end, ';') && end + 1 == s.Count) ? None
            : s.IsSymbol(end, ';') ? new Finding(RefusalReason.MultipleStatements, s.Offset(end + 1))
            : HeadRules.NotAllowed(in s, end);
    }

    private static bool IsIn(string[] list, ReadOnlySpan<char> name)
    {
        foreach (var known in list)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
