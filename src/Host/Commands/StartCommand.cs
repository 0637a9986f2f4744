using System.CommandLine;
using Causum.Application.Desensitization;
using Causum.Host.Logging;
using Causum.Host.Start;
using Causum.Infrastructure.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Causum.Host.Commands;

/// <summary><c>agent start</c>: runs the worker until a signal.</summary>
public static class StartCommand
{
    public const string Name = "start";

    /// <summary>What the host allows beyond the worker's own grace: its last words and the closing of connections.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var command = new AgentCommand(
            Name,
            "Runs the worker until a signal: the first lets running tasks end, the second stops at once.",
            "AGENT_CONNECTION_TOKEN=eyJ... agent start",
            "agent start --config agent.yaml --log-format json"
        )
        {
            SettingFlags.Config,
            SettingFlags.LogLevel,
            SettingFlags.LogFormat,
            SettingFlags.LogDirectory,
        };
        command.SetAction(
            (parsed, _) =>
                Prepared
                    .Online(parsed, TimeProvider.System)
                    .Match(Succ: RunAsync, Fail: errors => Task.FromResult(Refused([.. errors])))
        );
        return command;
    }

    private static async Task<int> RunAsync(Prepared prepared)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings()
        );
        if (LogFolder.Fault(prepared.Settings).Case is Domain.Input.InputError fault)
            return Refused([fault]);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(CompositionRoot.Strict));
        builder
            .Services.AddAgent(prepared)
            .AddRedisQueue()
            .AddSingleton<Signals>()
            .AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<Signals>())
            .AddHostedService<AgentLoop>()
            .Configure<HostOptions>(options => options.ShutdownTimeout = prepared.Settings.ShutdownGrace + Farewell);
        using var host = builder.Build();
        var refused = CompositionRoot.Check(prepared, host.Services);
        if (refused.IsFail)
            return Refused([.. refused.FailToSeq()]);

        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Causum.Agent");
        var settings = prepared.Settings;
        var redis = settings.RedisUrl.ToString();
        StartLog.Starting(logger, BuildInfo.Version, settings.InstanceId, settings.AgentKey, redis);
        foreach (var warning in prepared.Warnings.Concat(host.Services.GetRequiredService<LoadedTokenKey>().Warning))
            StartLog.Warning(logger, warning);
        var loop = host.Services.GetServices<IHostedService>().OfType<AgentLoop>().Single();
        await host.RunAsync();
        return loop.ExecuteTask is { IsFaulted: true } ? ExitCode.Failed : ExitCode.Fine;
    }

    private static int Refused(IReadOnlyCollection<Domain.Input.InputError> errors)
    {
        Problems.Write(Console.Error, errors, "correct them; 'agent config test' lists every problem");
        return ExitCode.BadInput;
    }
}
