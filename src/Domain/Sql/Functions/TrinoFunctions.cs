using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Trino and Amazon Athena.</summary>
internal static class TrinoFunctions
{
    public static readonly ActingFunctions List = new(
        (
            RunsCode,
            "Trino connector documentation, pass-through queries and procedures",
            "system.query system.raw_query system.execute system.procedure system.kill_query query"
        ),
        (Network, "Trino documentation, Google Sheets connector: any sheet by its ID", "system.sheet"),
        (Sequence, "Trino connectors", "nextval"),
        (Network, "Trino AI functions", "ai.*  ai_*")
    );
}
