using System.Text.RegularExpressions;

namespace Causum.Infrastructure.MySql;

/// <summary>What <c>db_validate</c> tells of a login, from the lines of <c>SHOW GRANTS</c>, which in MariaDB hold those of its default role too.</summary>
internal static partial class MySqlRights
{
    private static readonly System.Collections.Generic.HashSet<string> Administering = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        "SUPER",
        "SHUTDOWN",
        "RELOAD",
        "CREATE USER",
        "CREATE ROLE",
        "ALL PRIVILEGES",
        "CONNECTION ADMIN",
        "BINLOG ADMIN",
        "READ_ONLY ADMIN",
        "SET USER",
        "SYSTEM_USER",
        "SYSTEM_VARIABLES_ADMIN",
        "CONNECTION_ADMIN",
    };

    private static readonly System.Collections.Generic.HashSet<string> Writing = new(StringComparer.OrdinalIgnoreCase)
    {
        "INSERT",
        "UPDATE",
        "DELETE",
        "DELETE HISTORY",
        "CREATE",
        "DROP",
        "ALTER",
        "INDEX",
        "TRIGGER",
        "EVENT",
        "CREATE VIEW",
        "CREATE ROUTINE",
        "ALTER ROUTINE",
        "CREATE TEMPORARY TABLES",
        "LOCK TABLES",
        "EXECUTE",
        "ALL PRIVILEGES",
    };

    public static IEnumerable<string> Warnings(IEnumerable<string> grants)
    {
        var rights = grants.SelectMany(Rights).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (rights.Contains("everything") || rights.Overlaps(Administering.Except(["ALL PRIVILEGES"])))
            yield return "The login has administrative rights: give the agent a login that can only read.";
        if (rights.Contains("everything") || rights.Contains("FILE"))
            yield return "The login may read and write files of the server (FILE): take that right from it.";
        if (rights.Overlaps(Writing))
            yield return "The login may write, lock or run routines; only the read-only session holds it back: revoke what is not SELECT or SHOW VIEW.";
    }

    /// <summary>The rights of one line; all of them on everything stand for one more.</summary>
    private static IEnumerable<string> Rights(string grant)
    {
        if (Grant().Match(grant) is not { Success: true } line)
            return [];
        var names = Columns().Replace(line.Groups["rights"].Value, "").Split(',', StringSplitOptions.TrimEntries);
        return line.Groups["place"].Value == "*.*" && names.Contains("ALL PRIVILEGES", StringComparer.OrdinalIgnoreCase)
            ? [.. names, "everything"]
            : names;
    }

    [GeneratedRegex(
        "^GRANT (?<rights>.+?) ON (?<place>\\S+) TO ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Grant();

    [GeneratedRegex("\\([^)]*\\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();
}
