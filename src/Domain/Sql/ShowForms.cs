namespace Causum.Domain.Sql;

/// <summary>The SHOW forms that read, by their first word; PROCESSLIST shows the statements of others and is none.</summary>
internal static class ShowForms
{
    private const string Tables = "TABLES SCHEMAS DATABASES COLUMNS CREATE FUNCTIONS ";

    public static Option<Finding> Check(ref readonly Statement s)
    {
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Word(i) == SqlKeyword.Into || s.Word(i) == SqlKeyword.Format || s.IsSpelled(i, "PROCESSLIST"))
                return HeadRules.NotAllowed(in s, i);
        }
        return IsSetting(in s) || Allows(Forms(s.Dialect), s.Slice(1)) ? None : HeadRules.NotAllowed(in s, 0);
    }

    /// <summary>InnoDB locks the rows that a query inside of SHOW … WHERE reads, as in every statement that is no SELECT.</summary>
    public static Option<Finding> Locks(ref readonly Statement s)
    {
        if (s.Dialect is not (SqlDialect.Mysql or SqlDialect.Mariadb))
            return None;
        for (var i = 2; i < s.Count; i++)
        {
            if (s.IsSymbol(i - 1, '(') && HeadRules.BeginsQuery(in s, i))
                return new Finding(RefusalReason.LockingClause, s.Offset(i));
        }
        return None;
    }

    /// <summary>SHOW of one setting or table by name, in the dialects whose SHOW knows nothing else.</summary>
    private static bool IsSetting(ref readonly Statement s)
    {
        if (
            s.Dialect
            is not (
                SqlDialect.Postgresql
                or SqlDialect.Redshift
                or SqlDialect.Vertica
                or SqlDialect.Duckdb
                or SqlDialect.Ansi
            )
        )
            return false;
        for (var i = 1; i < s.Count; i++)
        {
            if (!s.IsName(i) && !s.IsSymbol(i, '.') && !(s.IsSymbol(i, ';') && i == s.Count - 1))
                return false;
        }
        return s.Count is >= 2 and <= 7 && s.IsName(1);
    }

    private static bool Allows(string forms, ReadOnlySpan<char> word)
    {
        foreach (var form in forms.AsSpan().Split(' '))
        {
            if (!word.IsEmpty && forms.AsSpan(form).Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static string Forms(SqlDialect dialect) =>
        dialect switch
        {
            SqlDialect.Mysql or SqlDialect.Mariadb => Tables
                + "FULL FIELDS INDEX INDEXES KEYS VARIABLES GLOBAL SESSION LOCAL STATUS GRANTS TABLE ENGINES STORAGE CHARACTER CHARSET COLLATION "
                + "PLUGINS PROCEDURE FUNCTION TRIGGERS EVENTS WARNINGS ERRORS COUNT OPEN PRIVILEGES EXTENDED PACKAGE",
            SqlDialect.Snowflake => Tables
                + "TERSE VIEWS MATERIALIZED DYNAMIC EXTERNAL USER OBJECTS GRANTS PRIMARY IMPORTED EXPORTED UNIQUE KEYS PARAMETERS VARIABLES "
                + "SEQUENCES STAGES STREAMS TASKS PIPES WAREHOUSES ROLES USERS PROCEDURES REGIONS TAGS SHARES FILE BUILTIN ICEBERG HYBRID",
            SqlDialect.Trino or SqlDialect.Athena => Tables
                + "CATALOGS SESSION STATS GRANTS ROLES ROLE CURRENT PARTITIONS TBLPROPERTIES VIEWS BRANCHES",
            SqlDialect.Databricks or SqlDialect.Sparksql => Tables
                + "TABLE VIEWS PARTITIONS TBLPROPERTIES CATALOGS NAMESPACES CURRENT USER SYSTEM ALL GRANTS GRANT VOLUMES PROCEDURES ROLES "
                + "COLLATIONS SHARES RECIPIENTS PROVIDERS",
            SqlDialect.Clickhouse => Tables
                + "FULL TEMPORARY EXTENDED FIELDS INDEX INDEXES KEYS DICTIONARIES SETTINGS SETTING CHANGED GRANTS USERS ROLES CURRENT ENABLED "
                + "ENGINES CLUSTERS CLUSTER MERGES PROFILES QUOTAS POLICIES ROW ACCESS PRIVILEGES TABLE DATABASE VIEW DICTIONARY",
            SqlDialect.Teradata =>
                "TABLE VIEW MACRO PROCEDURE FUNCTION INDEX JOIN HASH TRIGGER SELECT SEL STATISTICS STATS",
            SqlDialect.Duckdb => Tables + "ALL VARIABLES",
            SqlDialect.Redshift => Tables + "TABLE VIEW GRANTS PROCEDURES PARAMETERS CONSTRAINTS EXTERNAL ALL",
            _ => Tables + "VARIABLES STATUS GRANTS INDEX INDEXES KEYS PARTITIONS STATS CATALOGS SESSION VIEWS FULL",
        };
}
