using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Application.Worker;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Properties.Tasks.Handlers;

/// <summary>The dispatcher with everything behind it as in production, save the database, the model and the clock.</summary>
internal sealed class TaskBench
{
    public LocalPolicy Policy { get; init; } = LocalPolicy.None;

    public TaskLimits Limits { get; init; } = TaskLimits.Default;

    public DataMode Mode { get; init; } = DataMode.Passthrough;

    public Either<TaskFailure, IDatabase> Database { get; init; } = TaskFailure.ConfigMissing("database");

    public Either<TaskFailure, ILanguageModel> Model { get; init; } = TaskFailure.LlmNotConfigured();

    public FakeTimeProvider Time { get; } = new();

    public Metrics Metrics { get; } = new();

    public async Task<TResult> SucceedAsync<TResult>(TaskPayload payload)
        where TResult : TaskResult =>
        Assert.IsType<TResult>(
            (await RunAsync(payload)).Match(
                Right: result => result,
                Left: failure => throw new Xunit.Sdk.XunitException($"{failure.Code}: {failure.Message}")
            )
        );

    public async Task<TaskFailure> FailAsync(TaskPayload payload) =>
        (await RunAsync(payload)).Match(
            Right: result => throw new Xunit.Sdk.XunitException($"succeeded with {result.GetType().Name}"),
            Left: failure => failure
        );

    public async Task<Either<TaskFailure, TaskResult>> RunAsync(
        TaskPayload payload,
        Option<TimeSpan> timeout = default,
        CancellationToken cancellationToken = default
    )
    {
        await using var services = Services();
        return await services
            .GetRequiredService<TaskDispatcher>()
            .RunAsync(
                new TaskEnvelope(
                    TaskId.Create("t-1").IfFail(_ => throw new InvalidOperationException()),
                    payload,
                    None,
                    None,
                    timeout,
                    None
                ),
                new Workspace(Config(), Database, Model),
                cancellationToken
            );
    }

    private AgentConfig Config() =>
        new(
            "c-1",
            new SecretStore.EnvironmentVariables(),
            Database.IsRight
                ? new DatabaseConfig(
                    DatabaseType.Postgresql,
                    "password",
                    Empty<SecretReference>(),
                    Empty<string>(),
                    Empty<string>()
                )
                : Option<DatabaseConfig>.None,
            Model.IsRight || Mode == DataMode.Llm
                ? new LlmConfig(LlmAuth.NoAuth, Empty<SecretReference>(), None, None, None, Empty<string>())
                : Option<LlmConfig>.None,
            Mode
        );

    private ServiceProvider Services() =>
        new ServiceCollection()
            .AddTasks()
            .AddSingleton(Policy)
            .AddSingleton(Limits)
            .AddSingleton(Metrics)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>))
            .AddSingleton<Desensitizer>()
            .AddSingleton(TokenLength.Default)
            .AddSingleton(
                TokenKey
                    .Create(new byte[TokenKey.MinimumBytes], TokenSharing.Shared)
                    .IfNone(() => throw new InvalidOperationException())
            )
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static Dictionary<string, T> Empty<T>() => new(StringComparer.Ordinal);
}
