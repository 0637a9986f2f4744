namespace Causum.Domain.Sql;

/// <summary>Looks up every call in the list of acting functions, however it is spelled: quoted, qualified, anywhere a call can stand.</summary>
internal static class CallRules
{
    public static Option<Finding> Check(ref readonly Statement s, int open)
    {
        var name = open - 1;
        if (s.IsSymbol(name, ')'))
            return CallOfIdentifier(in s, open);
        // Some servers, and others by a setting, take a quoted text before parentheses for a name.
        return s.IsName(name) || s[name].Kind == SqlTokenKind.Text ? Lookup(in s, name) : None;
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
        var offset = s.Offset(name);
        return IsExempt(in s, name)
            ? None
            : FunctionLists.Of(s.Dialect).Find(qualifier, last).Map(f => new Finding(f.Kind.Reason(), offset, f.Rule));
    }

    private static bool IsExempt(ref readonly Statement s, int name) =>
        // LAST_INSERT_ID() only reads; with an argument it sets.
        s.IsSymbol(name + 2, ')') && SqlName.Equals(s.Slice(name), "LAST_INSERT_ID");

    /// <summary><c>IDENTIFIER('name')(…)</c> calls a function named by a text.</summary>
    private static Option<Finding> CallOfIdentifier(ref readonly Statement s, int open)
    {
        if (s.Dialect is not (SqlDialect.Snowflake or SqlDialect.Databricks or SqlDialect.Sparksql))
            return None;
        var depth = 0;
        for (var i = open - 1; i >= 0; i--)
        {
            if (s.IsSymbol(i, ')'))
                depth++;
            else if (s.IsSymbol(i, '(') && --depth == 0)
                return s.IsSpelled(i - 1, "IDENTIFIER")
                    ? new Finding(RefusalReason.FunctionRunsCode, s.Offset(i - 1), "IDENTIFIER")
                    : None;
        }
        return None;
    }
}
