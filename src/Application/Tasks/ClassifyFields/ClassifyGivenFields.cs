using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Application.Tasks.Rows;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Settings;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using MediatR;

namespace Causum.Application.Tasks.ClassifyFields;

internal sealed record ClassifyGivenFields(TaskId Task, Workspace Workspace, TaskPayload.ClassifyFields Asked)
    : ITaskRequest
{
    public string TaskType => TaskTypes.ClassifyFields;
}

/// <summary>Verdicts leave, samples never: they are read for the rules and, where the policy lets them, for the customer's own model.</summary>
internal sealed class ClassifyGivenFieldsHandler(Desensitizer desensitizer, LocalPolicy policy, TaskLimits limits)
    : IRequestHandler<ClassifyGivenFields, Either<TaskFailure, TaskResult>>
{
    public async Task<Either<TaskFailure, TaskResult>> Handle(
        ClassifyGivenFields request,
        CancellationToken cancellationToken
    )
    {
        var (asked, workspace) = (request.Asked, request.Workspace);
        var plan =
            from model in Model(workspace)
            from schema in RequestedName.Schema(asked.Schema)
            from table in RequestedName.OptionalTable(asked.Table)
            select (model, schema, table);
        var job = await plan.BindAsync(async p =>
            (await SampleAsync(asked, workspace, p.schema, p.table, cancellationToken)).Map(
                rows => new DesensitizationJob(
                    workspace.Mode,
                    p.model,
                    rows,
                    FieldSamples.Context(asked),
                    p.table.Map(name => name.Parts[^1]),
                    QueryText: None,
                    limits.MaxResultBytes
                )
            )
        );
        var verdicts = await job.BindAsync(j => desensitizer.ClassifyAsync(j, cancellationToken));
        return verdicts.Map(TaskResult (found) => new TaskResult.Fields(found));
    }

    private static Either<TaskFailure, Option<ILanguageModel>> Model(Workspace workspace) =>
        workspace.Mode switch
        {
            DataMode.Rules => Option<ILanguageModel>.None,
            DataMode.Llm => workspace.Model.Map(Some),
            DataMode.Passthrough or DataMode.Blocked => TaskFailure.LlmNotConfigured(),
        };

    private async Task<Either<TaskFailure, RowSet>> SampleAsync(
        TaskPayload.ClassifyFields asked,
        Workspace workspace,
        Option<SqlIdentifier> schema,
        Option<SqlIdentifier> table,
        CancellationToken cancellationToken
    )
    {
        var limit = policy.Tighten(asked.SampleLimit);
        var sink = new RowSetSink(limit, limits.MaxResultBytes);
        var read = await table
            .Filter(_ => FieldSamples.NeedTable(asked.Fields))
            .Match(
                Some: name =>
                    workspace.Database.BindAsync(database =>
                        database.SampleAsync(schema, name, limit, sink, cancellationToken)
                    ),
                None: () => Task.FromResult(Right<TaskFailure, Unit>(unit))
            );
        return read.Map(_ => FieldSamples.Rows(asked.Fields, sink.Finish()));
    }
}
