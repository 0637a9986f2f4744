using System.Data.Common;

namespace Causum.Infrastructure.Postgres;

/// <summary>What <c>db_validate</c> tells of the login and the way to the server, from a row of <see cref="PostgresCatalog.Facts"/>.</summary>
internal static class PostgresRights
{
    public static IEnumerable<string> Warnings(DbDataReader row)
    {
        if (!row.GetBoolean(2))
            yield return "The start-up options did not reach the server, as with a pooler that drops them: each transaction is still read-only and limited in time, "
                + "but let the pooler pass them on, or connect to the server itself.";
        if (row.GetBoolean(7))
            yield return "A view that the login may read calls functions marked VOLATILE or SECURITY DEFINER; views are read as their owner made them.";
        if (row.GetBoolean(3))
        {
            yield return "The login is a superuser: give the agent a login that can only read.";
            yield break;
        }
        if (row.GetBoolean(4))
            yield return "The login may write to tables or sequences, or create objects; only the read-only session holds it back: revoke what is not SELECT or USAGE of a schema.";
        if (row.GetBoolean(5))
            yield return "The login may administer the server or write all data (a role attribute or a predefined role): take that from it.";
        if (row.GetBoolean(6))
            yield return "The login may read or write files of the server or run programs there (a predefined role): take that role from it.";
    }
}
