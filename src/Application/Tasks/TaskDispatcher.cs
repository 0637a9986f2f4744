using Causum.Application.Tasks.ClassifyFields;
using Causum.Application.Tasks.DbColumns;
using Causum.Application.Tasks.DbQuery;
using Causum.Application.Tasks.DbSample;
using Causum.Application.Tasks.DbSchemas;
using Causum.Application.Tasks.DbTables;
using Causum.Application.Tasks.DbValidate;
using Causum.Application.Tasks.LlmValidate;
using Causum.Application.Tasks.PipelineValidate;
using Causum.Domain.Tasks;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Tasks;

/// <summary>
/// Runs one task: sends the one request of its type, ends it at its time limit (<c>timeout</c>) and turns a bug into <c>internal_error</c>. Only the caller's own
/// cancellation throws. A task without a time limit of its own is bounded by its caller.
/// </summary>
public sealed class TaskDispatcher(ISender sender, TimeProvider time, ILogger<TaskDispatcher> logger)
{
    public async Task<Either<TaskFailure, TaskResult>> RunAsync(
        TaskEnvelope task,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        var limit = task.Timeout.IfNone(Timeout.InfiniteTimeSpan);
        using var clock = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            return await sender.Send(Request(task, workspace), either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested)
        {
            return TaskFailure.Timeout(limit);
        }
        catch (Exception bug)
        {
            // The message of an unknown exception may quote rows or hosts; the type and the place do not.
            DispatchLog.Bug(logger, task.Id.Value, task.Payload.TaskType, bug.GetType().FullName, bug.StackTrace);
            return TaskFailure.Internal();
        }
    }

    private static ITaskRequest Request(TaskEnvelope task, Workspace workspace) =>
        task.Payload.Match<ITaskRequest>(
            dbValidate: _ => new ValidateDatabase(task.Id, workspace),
            dbSchemas: _ => new ListSchemas(task.Id, workspace),
            dbTables: p => new ListTables(task.Id, workspace, p),
            dbColumns: p => new DescribeTable(task.Id, workspace, p),
            dbSample: p => new SampleTable(task.Id, workspace, p),
            dbQuery: p => new RunQuery(task.Id, workspace, p),
            classifyFields: p => new ClassifyGivenFields(task.Id, workspace, p),
            llmValidate: _ => new ValidateModel(task.Id, workspace),
            pipelineValidate: _ => new ValidatePipeline(task.Id, workspace)
        );
}
