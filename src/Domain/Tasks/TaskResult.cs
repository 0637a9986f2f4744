using System.Diagnostics;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Tasks;

/// <summary>What a task answers on success, one case for each result form of the protocol.</summary>
public abstract record TaskResult
{
    private TaskResult() { }

    /// <param name="ReadOnly">Whether the server-side read-only switch is on.</param>
    public sealed record DatabaseValidated(
        DatabaseType DatabaseType,
        string ServerVersion,
        bool ReadOnly,
        long LatencyMilliseconds,
        IReadOnlyList<string> Warnings
    ) : TaskResult;

    public sealed record Schemas(IReadOnlyList<string> Names) : TaskResult;

    public sealed record Tables(string Schema, IReadOnlyList<TableEntry> Entries) : TaskResult;

    public sealed record Columns(string Schema, string Table, IReadOnlyList<ColumnEntry> Entries) : TaskResult;

    /// <param name="RowsJson">The rows as one JSON array of arrays, written while they were read.</param>
    public sealed record Rows(
        IReadOnlyList<ResultColumn> ResultColumns,
        ReadOnlyMemory<byte> RowsJson,
        int RowCount,
        bool Truncated,
        Option<Receipt> Receipt
    ) : TaskResult;

    public sealed record Text(string Content, int RowCount, bool Truncated, int ChunkCount, Receipt Receipt)
        : TaskResult;

    public sealed record Fields(IReadOnlyList<FieldVerdict> Verdicts) : TaskResult;

    public sealed record ModelValidated(
        string Model,
        long LatencyMilliseconds,
        int TokenLimit,
        TokenLimitSource TokenLimitSource
    ) : TaskResult;

    public sealed record PipelineValidated(PartCheck Database, Option<PartCheck> Llm, DataMode Mode) : TaskResult;

    public T Match<T>(
        Func<DatabaseValidated, T> databaseValidated,
        Func<Schemas, T> schemas,
        Func<Tables, T> tables,
        Func<Columns, T> columns,
        Func<Rows, T> rows,
        Func<Text, T> text,
        Func<Fields, T> fields,
        Func<ModelValidated, T> modelValidated,
        Func<PipelineValidated, T> pipelineValidated
    ) =>
        this switch
        {
            DatabaseValidated r => databaseValidated(r),
            Schemas r => schemas(r),
            Tables r => tables(r),
            Columns r => columns(r),
            Rows r => rows(r),
            Text r => text(r),
            Fields r => fields(r),
            ModelValidated r => modelValidated(r),
            PipelineValidated r => pipelineValidated(r),
            _ => throw new UnreachableException(),
        };
}

public sealed record TableEntry(string Name, TableKind Kind);

public enum TableKind
{
    Table,
    View,
}

/// <param name="Default">The default expression as the catalog prints it.</param>
/// <param name="Ordinal">From 1, in table order.</param>
public sealed record ColumnEntry(
    string Name,
    string DataType,
    bool Nullable,
    Option<string> Default,
    int Ordinal,
    bool PrimaryKey
);

/// <summary>Where the context window of the model was taken from.</summary>
public enum TokenLimitSource
{
    Config,
    Model,
    Default,
}

/// <summary>Outcome of a live look at one part; a failure is reported inside a success result.</summary>
public sealed record PartCheck(long LatencyMilliseconds, Option<TaskFailure> Error)
{
    public bool Ok => Error.IsNone;
}
