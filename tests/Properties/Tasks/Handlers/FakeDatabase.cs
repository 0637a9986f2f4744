using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

/// <summary>A table in memory behind the port, which remembers what was asked of it and how many rows were taken.</summary>
internal sealed class FakeDatabase(params ResultColumn[] columns) : IDatabase
{
    public List<CellValue[]> Rows { get; init; } = [];

    public Option<TaskFailure> Failure { get; init; }

    /// <summary>What happens instead of an answer: a bug, an endless wait.</summary>
    public Func<CancellationToken, Task>? Trouble { get; init; }

    public IReadOnlyList<ColumnEntry> Catalog { get; init; } = [];

    public List<string> Calls { get; } = [];

    public int RowsRead { get; private set; }

    public DatabaseType Type => DatabaseType.Postgresql;

    public bool TellsOrigin => true;

    public Task<Either<TaskFailure, TaskResult.DatabaseValidated>> ValidateAsync(CancellationToken cancellationToken) =>
        AnswerAsync("validate", new TaskResult.DatabaseValidated(Type, "15.6", true, 1, []), cancellationToken);

    public Task<Either<TaskFailure, TaskResult.Schemas>> SchemasAsync(CancellationToken cancellationToken) =>
        AnswerAsync("schemas", new TaskResult.Schemas(["public"]), cancellationToken);

    public Task<Either<TaskFailure, TaskResult.Tables>> TablesAsync(
        Option<SqlIdentifier> schema,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            $"tables {Name(schema)}",
            new TaskResult.Tables(Name(schema), [new TableEntry("people", TableKind.Table)]),
            cancellationToken
        );

    public Task<Either<TaskFailure, TaskResult.Columns>> ColumnsAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            $"columns {Name(schema)} {table}",
            new TaskResult.Columns(Name(schema), table.Value, Catalog),
            cancellationToken
        );

    public Task<Either<TaskFailure, Unit>> SampleAsync(
        Option<SqlIdentifier> schema,
        SqlIdentifier table,
        int limit,
        IRowSink sink,
        CancellationToken cancellationToken
    ) => StreamAsync($"sample {Name(schema)} {table} {limit}", Rows.Take(limit), sink, cancellationToken);

    public Task<Either<TaskFailure, Unit>> QueryAsync(
        ReadOnlySql query,
        IReadOnlyList<QueryParameter> parameters,
        IRowSink sink,
        CancellationToken cancellationToken
    ) =>
        StreamAsync(
            $"query {string.Join(',', parameters.Select(p => $"{p.Name}={p.Value.ToText()}"))}",
            Rows,
            sink,
            cancellationToken
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Name(Option<SqlIdentifier> schema) => schema.Match(s => s.Value, () => "default");

    private async Task<Either<TaskFailure, Unit>> StreamAsync(
        string call,
        IEnumerable<CellValue[]> rows,
        IRowSink sink,
        CancellationToken cancellationToken
    )
    {
        var answer = await AnswerAsync(call, unit, cancellationToken);
        if (answer.IsLeft)
            return answer;
        sink.Begin(columns);
        // As a driver does: one buffer for all rows.
        var buffer = new CellValue[columns.Length];
        foreach (var row in rows)
        {
            RowsRead++;
            row.CopyTo(buffer.AsSpan());
            if (!sink.Accept(buffer))
                break;
        }
        buffer.AsSpan().Clear();
        return answer;
    }

    private async Task<Either<TaskFailure, T>> AnswerAsync<T>(
        string call,
        T answer,
        CancellationToken cancellationToken
    )
    {
        Calls.Add(call);
        if (Trouble is not null)
            await Trouble(cancellationToken);
        return Failure.Match<Either<TaskFailure, T>>(Some: failure => failure, None: () => answer);
    }
}
