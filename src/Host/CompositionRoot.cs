using Causum.Application.Configuration;
using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Application.Worker;
using Causum.Domain.Config;
using Causum.Domain.Desensitization;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using Causum.Host.Logging;
using Causum.Infrastructure.Databases;
using Causum.Infrastructure.Keys;
using Causum.Infrastructure.OpenAi;
using Causum.Infrastructure.Redis;
using Causum.Infrastructure.Secrets;
using Causum.Infrastructure.State;
using Microsoft.Extensions.DependencyInjection;
using Scrutor;

namespace Causum.Host;

/// <summary>Puts the agent together: one line for each module. The queue is added by the command, for it is what differs between them.</summary>
internal static class CompositionRoot
{
    public static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    public static IServiceCollection AddAgent(this IServiceCollection services, Prepared prepared) =>
        services
            .AddFacts(prepared)
            .AddAgentLogging(prepared.Settings)
            .AddStateFiles()
            .AddSecretStores()
            .AddDatabases()
            .AddOpenAi()
            .AddConfiguration()
            .AddDesensitization()
            .AddTasks()
            .AddWorker();

    /// <summary>What can only be checked with the adapters at hand: the file's <c>runtime:</c> part and the key of the tokens.</summary>
    public static Validation<InputError, Unit> Check(Prepared prepared)
    {
        using var provider = new ServiceCollection()
            .AddFacts(prepared)
            .AddAgentLogging(prepared.Settings)
            .AddStateFiles()
            .AddDatabases()
            .AddTokenKeyring()
            .BuildServiceProvider(Strict);
        return Check(prepared, provider);
    }

    public static Validation<InputError, Unit> Check(Prepared prepared, IServiceProvider provider)
    {
        var runtime = Runtime(prepared, provider);
        var key = provider
            .GetRequiredService<TokenKeyring>()
            .Load(prepared.Policy, prepared.Settings.TokenKeyFile)
            .ToValidation();
        return (runtime, key, RedisModule.Check(prepared.Settings)).Apply((_, _, _) => unit);
    }

    /// <summary>The faults of <c>runtime:</c> where other settings are wrong too, so that a person sees all of them at once. What depends on settings is let through.</summary>
    public static Seq<InputError> RuntimeFaults(Option<DocumentNode> runtime)
    {
        using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new DatabaseOptions(TimeSpan.Zero, []))
            .AddDatabases()
            .BuildServiceProvider();
        return Runtime(runtime, new ConfigRules([.. Types(provider)], [], AllowInsecureEndpoints: true)).FailToSeq();
    }

    private static IServiceCollection AddFacts(this IServiceCollection services, Prepared prepared) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(prepared.Settings)
            .AddSingleton(prepared.Policy)
            .AddSingleton(new DatabaseOptions(StatementTimeout(prepared), prepared.Settings.DataDirs))
            .AddSingleton(
                new LanguageModelOptions(
                    prepared.Settings.LlmEndpointPattern,
                    prepared.Settings.LlmModelAllowlist.IfNone([]),
                    prepared.Settings.AllowInsecureEndpoints,
                    prepared.Settings.CaFile
                )
            )
            .AddSingleton(new TaskLimits(prepared.Settings.MaxResultBytes))
            .AddSingleton(provider => new FileConfiguration(
                Runtime(prepared, provider).Match(Succ: payload => payload, Fail: _ => None)
            ))
            .AddSingleton(provider => new AgentProcess(
                BuildInfo.Version,
                Environment.MachineName,
                Environment.ProcessId,
                new Capabilities(
                    TaskTypes.All,
                    [.. Types(provider).Select(DatabaseTypes.WireName)],
                    LlmAuthTypes.Names,
                    [.. provider.GetServices<ISecretProvider>().Select(store => store.Name)]
                )
            ));

    /// <summary>Every connector of this build: a new database is a new folder and nothing here.</summary>
    private static IServiceCollection AddDatabases(this IServiceCollection services) =>
        services.Scan(scan =>
            scan.FromAssemblyOf<DatabaseOptions>()
                .AddClasses(classes => classes.AssignableTo<IDatabaseConnector>(), publicOnly: false)
                .UsingRegistrationStrategy(RegistrationStrategy.Append)
                .As<IDatabaseConnector>()
                .WithSingletonLifetime()
        );

    private static IServiceCollection AddDesensitization(this IServiceCollection services) =>
        services
            .AddSingleton(provider =>
            {
                var settings = provider.GetRequiredService<AgentSettings>();
                return TokenLength.Create(settings.TokenLength).IfNone(TokenLength.Default);
            })
            .AddTokenKeyring()
            .AddSingleton(provider =>
                provider
                    .GetRequiredService<TokenKeyring>()
                    .Load(
                        provider.GetRequiredService<LocalPolicy>(),
                        provider.GetRequiredService<AgentSettings>().TokenKeyFile
                    )
                    .Match(
                        Right: loaded => loaded,
                        Left: error => throw new InvalidOperationException($"Checked before: {error}")
                    )
            )
            .AddSingleton(provider => provider.GetRequiredService<LoadedTokenKey>().Key)
            .AddSingleton<Desensitizer>();

    private static IServiceCollection AddTokenKeyring(this IServiceCollection services) =>
        services.AddTokenKeys().AddSingleton<TokenKeyring>();

    private static Validation<InputError, Option<ReadOnlyMemory<byte>>> Runtime(
        Prepared prepared,
        IServiceProvider provider
    ) =>
        Runtime(
            prepared.Runtime,
            new ConfigRules([.. Types(provider)], prepared.Settings.DataDirs, prepared.Settings.AllowInsecureEndpoints)
        );

    private static Validation<InputError, Option<ReadOnlyMemory<byte>>> Runtime(
        Option<DocumentNode> runtime,
        ConfigRules rules
    ) =>
        runtime.Match(
            node => RuntimeSection.Read(node, rules).Map(payload => Some(payload)),
            () => Success<InputError, Option<ReadOnlyMemory<byte>>>(None)
        );

    private static IEnumerable<DatabaseType> Types(IServiceProvider provider) =>
        provider.GetServices<IDatabaseConnector>().SelectMany(connector => connector.Types).Distinct();

    private static TimeSpan StatementTimeout(Prepared prepared) =>
        prepared
            .Policy.StatementTimeout.Filter(limit => limit < prepared.Settings.MaxTaskTime)
            .IfNone(prepared.Settings.MaxTaskTime);
}
