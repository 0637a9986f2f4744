using static Causum.Domain.Sql.FunctionClass;

namespace Causum.Domain.Sql;

/// <summary>ClickHouse.</summary>
internal static class ClickhouseFunctions
{
    public static readonly ActingFunctions List = new(
        (
            Files,
            "ClickHouse manual, table functions over files and buckets",
            "file fileCluster s3 s3Cluster gcs cosn oss azureBlobStorage* hdfs* iceberg* deltaLake* hudi* paimon* filesystem hive s3Queue"
        ),
        (
            Network,
            "ClickHouse manual, table functions over other servers",
            "hasColumnInTable url urlCluster remote remoteSecure cluster clusterAllReplicas mysql postgresql mongodb redis sqlite odbc jdbc ytsaurus* arrowFlight nats kafka* dictionary mergeTreeAnalyzeIndexes"
        ),
        (RunsCode, "ClickHouse manual, executable and models", "executable catboostEvaluate modelEvaluate input"),
        (Sequence, "ClickHouse manual, generateSerialID: counts in the keeper", "generateSerialID"),
        (LockOrSleep, "ClickHouse manual, sleep functions", "sleep sleepEachRow"),
        (Admin, "ClickHouse manual, introspection functions", "addressToLine* addressToSymbol demangle trap"),
        (
            Network,
            "ClickHouse manual, AI functions",
            "aiGenerate aiClassify aiExtract aiTranslate aiEmbed generateText*"
        )
    );
}
