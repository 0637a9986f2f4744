using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Sensitivity;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks.Rows;

/// <summary>How rows are read and what is known of them.</summary>
/// <param name="Read">Streams the rows into a sink; called at most once, and never where the data rule forbids it.</param>
internal sealed record RowReading(
    Workspace Workspace,
    int MaxRows,
    ResultFormat Format,
    IReadOnlyList<TableContext> Context,
    Option<string> TableName,
    Option<string> QueryText,
    Func<IRowSink, Task<Either<TaskFailure, Unit>>> Read
);

/// <summary>
/// The data rule (protocol §5): blocked rows are not even read, passthrough rows go out as they are, all others only through the desensitizer.
/// </summary>
internal sealed class RowRelease(Desensitizer desensitizer, LocalPolicy policy, TaskLimits limits)
{
    /// <summary>Raw rows shrink or grow when they are masked; this many times the result's bound is held at most.</summary>
    private const int RawRoom = 2;

    public Task<Either<TaskFailure, TaskResult>> RunAsync(RowReading reading, CancellationToken cancellationToken) =>
        policy.Tighten(reading.Workspace.Mode) switch
        {
            DataMode.Blocked => Task.FromResult<Either<TaskFailure, TaskResult>>(TaskFailure.DataBlocked()),
            DataMode.Passthrough => PassAsync(reading),
            DataMode.Llm => MaskAsync(reading, DataMode.Llm, cancellationToken),
            DataMode.Rules => MaskAsync(reading, DataMode.Rules, cancellationToken),
        };

    private async Task<Either<TaskFailure, TaskResult>> PassAsync(RowReading reading)
    {
        using var sink = new RowsJsonSink(policy.Tighten(reading.MaxRows), limits.MaxResultBytes);
        var read = await reading.Read(sink);
        return read.Map(TaskResult (_) => sink.Finish());
    }

    private async Task<Either<TaskFailure, TaskResult>> MaskAsync(
        RowReading reading,
        DataMode mode,
        CancellationToken cancellationToken
    )
    {
        var job = await Model(reading.Workspace, mode).BindAsync(model => CollectAsync(reading, mode, model));
        return await job.BindAsync(rows =>
            reading.Format == ResultFormat.Text
                ? desensitizer.ToTextAsync(rows, cancellationToken).AsResultAsync()
                : desensitizer.ToRowsAsync(rows, cancellationToken).AsResultAsync()
        );
    }

    private async Task<Either<TaskFailure, DesensitizationJob>> CollectAsync(
        RowReading reading,
        DataMode mode,
        Option<ILanguageModel> model
    )
    {
        var sink = new RowSetSink(policy.Tighten(reading.MaxRows), RawRoom * limits.MaxResultBytes);
        var read = await reading.Read(sink);
        return read.Map(_ => new DesensitizationJob(
            mode,
            model,
            sink.Finish(),
            reading.Context,
            reading.TableName,
            reading.QueryText,
            limits.MaxResultBytes
        ));
    }

    /// <summary>A model that is configured and cannot be had ends the task with its own error; rows never go out with less done to them than the mode says.</summary>
    private static Either<TaskFailure, Option<ILanguageModel>> Model(Workspace workspace, DataMode mode) =>
        mode == DataMode.Llm ? workspace.Model.Map(Some) : Option<ILanguageModel>.None;
}
