namespace Causum.Domain.Tasks;

/// <summary>Wire names of the task types.</summary>
public static class TaskTypes
{
    public const string DbValidate = "db_validate";
    public const string DbSchemas = "db_schemas";
    public const string DbTables = "db_tables";
    public const string DbColumns = "db_columns";
    public const string DbSample = "db_sample";
    public const string DbQuery = "db_query";
    public const string ClassifyFields = "classify_fields";
    public const string LlmValidate = "llm_validate";
    public const string PipelineValidate = "pipeline_validate";

    public static readonly IReadOnlyList<string> All =
    [
        DbValidate,
        DbSchemas,
        DbTables,
        DbColumns,
        DbSample,
        DbQuery,
        ClassifyFields,
        LlmValidate,
        PipelineValidate,
    ];
}
