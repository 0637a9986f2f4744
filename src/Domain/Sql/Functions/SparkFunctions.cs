using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>Apache Spark SQL and Databricks.</summary>
internal static class SparkFunctions
{
    public static readonly ActingFunctions List = new(
        (RunsCode, "Spark SQL reference, functions that call the JVM", "java_method reflect try_reflect"),
        (
            Files,
            "Databricks reference, read_files and its kin; Spark table functions over paths",
            "read_files cloud_files read_kafka read_pubsub read_kinesis read_pulsar read_statestore read_state_metadata list_files"
        ),
        (
            Network,
            "Databricks reference, http_request, remote_query and models",
            "http_request remote_query ai_* vector_search"
        ),
        (Admin, "Databricks reference, secrets", "secret try_secret list_secrets"),
        (LockOrSleep, "Spark test functions", "sleep")
    );
}
