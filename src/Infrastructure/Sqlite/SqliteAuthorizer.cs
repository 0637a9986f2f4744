using SQLitePCL;

namespace Causum.Infrastructure.Sqlite;

/// <summary>Asked by the engine for each action while it compiles a statement. Only reading is let through, by list.</summary>
internal static class SqliteAuthorizer
{
    private static readonly System.Collections.Generic.HashSet<string> ReadingPragmas = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        "table_info",
        "table_xinfo",
        "table_list",
        "index_list",
        "index_info",
        "index_xinfo",
        "foreign_key_list",
        "foreign_key_check",
        "database_list",
        "collation_list",
        "function_list",
        "compile_options",
        "integrity_check",
        "quick_check",
    };

    private static readonly System.Collections.Generic.HashSet<string> ReadingWithoutValue = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        "user_version",
        "schema_version",
        "application_id",
        "encoding",
        "page_count",
        "page_size",
        "freelist_count",
        "data_version",
        "query_only",
    };

    public static int Decide(object user_data, int action, utf8z first, utf8z second, utf8z database, utf8z trigger) =>
        action switch
        {
            raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
            raw.SQLITE_FUNCTION => IsLoading(second.utf8_to_string()) ? raw.SQLITE_DENY : raw.SQLITE_OK,
            raw.SQLITE_PRAGMA => IsReading(first.utf8_to_string(), second.utf8_to_string())
                ? raw.SQLITE_OK
                : raw.SQLITE_DENY,
            _ => raw.SQLITE_DENY,
        };

    private static bool IsLoading(string? function) =>
        string.Equals(function, "load_extension", StringComparison.OrdinalIgnoreCase);

    private static bool IsReading(string? pragma, string? value) =>
        pragma is not null
        && (ReadingPragmas.Contains(pragma) || (value is null && ReadingWithoutValue.Contains(pragma)));
}
