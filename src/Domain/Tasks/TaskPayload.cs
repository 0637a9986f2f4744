using System.Diagnostics;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Tasks;

/// <summary>What a task asks for, one case for each task type. Names of schemas and tables are raw here; the handler checks them.</summary>
public abstract record TaskPayload
{
    private TaskPayload() { }

    public sealed record DbValidate : TaskPayload;

    public sealed record DbSchemas : TaskPayload;

    public sealed record DbTables(Option<string> Schema) : TaskPayload;

    public sealed record DbColumns(Option<string> Schema, string Table) : TaskPayload;

    /// <param name="Limit">1 to 100.</param>
    public sealed record DbSample(Option<string> Schema, string Table, int Limit, IReadOnlyList<TableContext> Context)
        : TaskPayload;

    /// <param name="Parameters">Values by name, in the order given.</param>
    /// <param name="MaxRows">1 to 10 000 unless the agent's limits say less.</param>
    public sealed record DbQuery(
        string Query,
        IReadOnlyList<QueryParameter> Parameters,
        int MaxRows,
        IReadOnlyList<TableContext> Context,
        ResultFormat Format
    ) : TaskPayload;

    public sealed record ClassifyFields(
        Option<string> Schema,
        Option<string> Table,
        IReadOnlyList<FieldToClassify> Fields,
        Option<string> TableDescription,
        int SampleLimit
    ) : TaskPayload;

    public sealed record LlmValidate : TaskPayload;

    public sealed record PipelineValidate : TaskPayload;

    /// <summary>The wire name of the task type.</summary>
    public string TaskType =>
        Match(
            dbValidate: _ => TaskTypes.DbValidate,
            dbSchemas: _ => TaskTypes.DbSchemas,
            dbTables: _ => TaskTypes.DbTables,
            dbColumns: _ => TaskTypes.DbColumns,
            dbSample: _ => TaskTypes.DbSample,
            dbQuery: _ => TaskTypes.DbQuery,
            classifyFields: _ => TaskTypes.ClassifyFields,
            llmValidate: _ => TaskTypes.LlmValidate,
            pipelineValidate: _ => TaskTypes.PipelineValidate
        );

    public T Match<T>(
        Func<DbValidate, T> dbValidate,
        Func<DbSchemas, T> dbSchemas,
        Func<DbTables, T> dbTables,
        Func<DbColumns, T> dbColumns,
        Func<DbSample, T> dbSample,
        Func<DbQuery, T> dbQuery,
        Func<ClassifyFields, T> classifyFields,
        Func<LlmValidate, T> llmValidate,
        Func<PipelineValidate, T> pipelineValidate
    ) =>
        this switch
        {
            DbValidate p => dbValidate(p),
            DbSchemas p => dbSchemas(p),
            DbTables p => dbTables(p),
            DbColumns p => dbColumns(p),
            DbSample p => dbSample(p),
            DbQuery p => dbQuery(p),
            ClassifyFields p => classifyFields(p),
            LlmValidate p => llmValidate(p),
            PipelineValidate p => pipelineValidate(p),
            _ => throw new UnreachableException(),
        };
}

/// <summary>A value bound to <c>:name</c>; an array stands for an IN list.</summary>
public sealed record QueryParameter(string Name, CellValue Value);

/// <param name="Samples">Values the sender has itself; absent: the agent samples the table.</param>
public sealed record FieldToClassify(string Name, Option<string> Description, Option<IReadOnlyList<CellValue>> Samples);

public enum ResultFormat
{
    Text,
    Rows,
}
