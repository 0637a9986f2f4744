using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Google BigQuery.</summary>
internal static class BigqueryFunctions
{
    public static readonly ActingFunctions List = new(
        (
            Network,
            "GoogleSQL reference, EXTERNAL_QUERY and models",
            "external_query ml.* ai.* external_object_transform obj.* vector_search_remote"
        ),
        (RunsCode, "GoogleSQL reference, procedural functions", "execute_immediate")
    );
}
