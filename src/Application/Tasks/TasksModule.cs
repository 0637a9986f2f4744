using Causum.Application.Tasks.ClassifyFields;
using Causum.Application.Tasks.DbColumns;
using Causum.Application.Tasks.DbQuery;
using Causum.Application.Tasks.DbSample;
using Causum.Application.Tasks.DbSchemas;
using Causum.Application.Tasks.DbTables;
using Causum.Application.Tasks.DbValidate;
using Causum.Application.Tasks.LlmValidate;
using Causum.Application.Tasks.PipelineValidate;
using Causum.Application.Tasks.Rows;
using Causum.Domain.Tasks;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Application.Tasks;

public static class TasksModule
{
    /// <summary>The dispatcher, one handler for each task type, and the behaviours around them. Each pair is named here: a task type without a handler does not compile into a silent gap, and nothing is scanned at start.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services) =>
        services
            .AddSingleton<ISender>(provider => new Mediator(provider))
            .AddSingleton<TaskDispatcher>()
            .AddSingleton<ModelProbe>()
            .AddSingleton<RowRelease>()
            .AddTask<ValidateDatabase, ValidateDatabaseHandler>()
            .AddTask<ListSchemas, ListSchemasHandler>()
            .AddTask<ListTables, ListTablesHandler>()
            .AddTask<DescribeTable, DescribeTableHandler>()
            .AddTask<SampleTable, SampleTableHandler>()
            .AddTask<RunQuery, RunQueryHandler>()
            .AddTask<ClassifyGivenFields, ClassifyGivenFieldsHandler>()
            .AddTask<ValidateModel, ValidateModelHandler>()
            .AddTask<ValidatePipeline, ValidatePipelineHandler>();

    /// <summary>Observed first, so that what the policy stops is counted too.</summary>
    private static IServiceCollection AddTask<TRequest, THandler>(this IServiceCollection services)
        where TRequest : class, ITaskRequest
        where THandler : class, IRequestHandler<TRequest, Either<TaskFailure, TaskResult>> =>
        services
            .AddSingleton<IPipelineBehavior<TRequest, Either<TaskFailure, TaskResult>>, ObserveTask<TRequest>>()
            .AddSingleton<IPipelineBehavior<TRequest, Either<TaskFailure, TaskResult>>, ObeyPolicy<TRequest>>()
            .AddSingleton<IRequestHandler<TRequest, Either<TaskFailure, TaskResult>>, THandler>();
}
