namespace Causum.Domain.Sql;

/// <summary>Looks up every call in the list of acting functions, however it is spelled: quoted, qualified, anywhere a call can stand.</summary>
internal static class CallRules
{
    /// <param name="afterIdentifier">The parenthesis closed before this one was that of <c>IDENTIFIER('name')</c>, a function named by a text.</param>
    public static Option<Finding> Check(ref readonly Statement s, int open, bool afterIdentifier)
    {
        var name = open - 1;
        switch (s[name].Kind)
        {
            // Some servers, and others by a setting, take a quoted text before parentheses for a name.
            case SqlTokenKind.Word or SqlTokenKind.Quoted or SqlTokenKind.Text:
                return Lookup(in s, name);
            case SqlTokenKind.Symbol when afterIdentifier && s.IsSymbol(name, ')') && CallsByText(s.Dialect):
                return new Finding(RefusalReason.FunctionRunsCode, s.Offset(open), "IDENTIFIER");
            default:
                return None;
        }
    }

    public static Option<Finding> Lookup(ref readonly Statement s, int name)
    {
        var spelled = s.Slice(name);
        // An escape in a quoted name could spell any function.
        if (s[name].Kind == SqlTokenKind.Quoted && spelled.Contains('\\'))
            return new Finding(RefusalReason.InvalidCharacters, s.Offset(name));
        var last = SqlName.Unquote(spelled);
        var qualifier = s.IsSymbol(name - 1, '.') && s.IsName(name - 2) ? SqlName.Unquote(s.Slice(name - 2)) : default;
        // GoogleSQL lets one pair of backticks hold a whole path.
        if (s.Dialect == SqlDialect.Bigquery)
        {
            if (qualifier.LastIndexOf('.') is >= 0 and var q)
                qualifier = qualifier[(q + 1)..];
            if (last.LastIndexOf('.') is >= 0 and var dot)
            {
                var before = last[..dot];
                qualifier = before[(before.LastIndexOf('.') + 1)..];
                last = last[(dot + 1)..];
            }
        }
        return IsExempt(in s, name) ? None : FunctionLists.Of(s.Dialect).Find(qualifier, last, s.Offset(name));
    }

    private static bool CallsByText(SqlDialect dialect) =>
        dialect is SqlDialect.Snowflake or SqlDialect.Databricks or SqlDialect.Sparksql;

    /// <summary>Calls that only read for what they are given, or are not given.</summary>
    private static bool IsExempt(ref readonly Statement s, int name) =>
        // LAST_INSERT_ID() only reads; with an argument it sets.
        s.IsSymbol(name + 2, ')') && SqlName.Equals(s.Slice(name), "LAST_INSERT_ID")
        // Vertica's EXPORT_OBJECTS('', …) gives its text back instead of writing a file.
        || s.Dialect == SqlDialect.Vertica
            && s.Slice(name + 2) is "''"
            && (
                SqlName.Equals(s.Slice(name), "EXPORT_OBJECTS")
                || SqlName.Equals(s.Slice(name), "EXPORT_TABLES")
                || SqlName.Equals(s.Slice(name), "EXPORT_CATALOG")
            )
        // ClickHouse's hasColumnInTable names another server with more than three arguments.
        || s.Dialect == SqlDialect.Clickhouse
            && s.IsSymbol(name + 3, ',')
            && s.IsSymbol(name + 5, ',')
            && s.IsSymbol(name + 7, ')')
            && SqlName.Equals(s.Slice(name), "hasColumnInTable");
}
