using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Application.Configuration;

/// <summary>Reads the secrets of a configuration and opens its parts; no network beyond the secret store.</summary>
internal sealed class PartOpener(
    IEnumerable<IDatabaseConnector> databases,
    ILanguageModelConnector models,
    IEnumerable<ISecretProvider> stores,
    LocalPolicy policy,
    AgentSettings settings,
    TimeProvider time
)
{
    private readonly IReadOnlyList<IDatabaseConnector> databases = [.. databases];
    private readonly IReadOnlyList<ISecretProvider> stores = [.. stores];

    public ConfigRules Rules =>
        new(
            [.. databases.SelectMany(connector => connector.Types).Distinct()],
            settings.DataDirs,
            settings.AllowInsecureEndpoints
        );

    public async Task<SecretReadings> ReadAsync(AgentConfig config, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var readings = new Dictionary<SecretReference, Either<TaskFailure, Secret>>();
        var store = stores.FirstOrDefault(candidate => candidate.Serves(config.SecretStore));
        foreach (var reference in SecretReadings.References(config))
            readings[reference] = store is null
                ? TaskFailure.SecretProvider(reference.Name, "this build has no adapter for the secret store")
                : await store.ReadAsync(config.SecretStore, reference, cancellationToken);
        return new SecretReadings(readings, time.GetElapsedTime(start));
    }

    /// <summary>A part of <paramref name="previous"/> that would be opened in the same way is used on.</summary>
    public InForce Open(AgentConfig config, SecretReadings readings, Option<InForce> previous) =>
        new(
            config,
            config.Database.Match(
                database => OpenDatabase(config, database, readings, previous.Bind(p => p.Database.ToOption())),
                () => TaskFailure.ConfigMissing("database")
            ),
            config.Llm.Match(
                llm => OpenModel(config, llm, readings, previous.Bind(p => p.Model.ToOption())),
                () => TaskFailure.LlmNotConfigured()
            ),
            readings
        );

    public IReadOnlyList<InputError> Refusals(AgentConfig config, Func<SecretReference, Option<string>> resolve) =>
        ConfigPolicy.Refusals(config, policy, settings, resolve);

    private Either<TaskFailure, SharedPart<IDatabase>> OpenDatabase(
        AgentConfig config,
        DatabaseConfig database,
        SecretReadings readings,
        Option<SharedPart<IDatabase>> previous
    ) =>
        Share(
            readings.For(database.Secrets),
            secrets => PartKey.Of(database, secrets),
            previous,
            secrets =>
                from allowed in Allowed(config, "database", readings)
                from fit in Fit(database, secrets)
                from connector in databases
                    .Find(candidate => candidate.Types.Contains(database.Type))
                    .ToEither(TaskFailure.Configuration(Component.Database, "This build has no adapter for the type."))
                from opened in connector.Open(database, secrets)
                select opened,
            opened => opened.DisposeAsync()
        );

    private Either<TaskFailure, SharedPart<ILanguageModel>> OpenModel(
        AgentConfig config,
        LlmConfig llm,
        SecretReadings readings,
        Option<SharedPart<ILanguageModel>> previous
    ) =>
        Share(
            readings.For(llm.Secrets),
            secrets => PartKey.Of(llm, secrets),
            previous,
            secrets =>
                from allowed in Allowed(config, "llm", readings)
                from opened in models.Open(llm, secrets)
                select opened,
            opened =>
            {
                opened.Dispose();
                return ValueTask.CompletedTask;
            }
        );

    /// <summary>While the store is away, a part that was opened with the same references works on with the values it knows.</summary>
    private static Either<TaskFailure, SharedPart<T>> Share<T>(
        Either<TaskFailure, IReadOnlyDictionary<string, Secret>> values,
        Func<IReadOnlyDictionary<string, Secret>, PartKey> keyOf,
        Option<SharedPart<T>> previous,
        Func<IReadOnlyDictionary<string, Secret>, Either<TaskFailure, T>> open,
        Func<T, ValueTask> close
    )
        where T : notnull
    {
        SharedPart<T> UseOn(SharedPart<T> part)
        {
            part.Use();
            return part;
        }

        var references = keyOf(new Dictionary<string, Secret>()).Config;
        return values.Match(
            Right: secrets =>
            {
                var key = keyOf(secrets);
                return previous
                    .Filter(part => part.Key == key)
                    .Match(
                        part => UseOn(part),
                        () => open(secrets).Map(opened => new SharedPart<T>(opened, key, close))
                    );
            },
            Left: failure =>
                previous
                    .Filter(part => part.Key.Config == references)
                    .Match(
                        part => Right<TaskFailure, SharedPart<T>>(UseOn(part)),
                        () => Left<TaskFailure, SharedPart<T>>(failure)
                    )
        );
    }

    private Either<TaskFailure, Unit> Allowed(AgentConfig config, string part, SecretReadings readings) =>
        Refusals(config, readings.Value)
            .Find(error => error.Path.ToString().StartsWith(part, StringComparison.Ordinal))
            .Match(
                error => Left<TaskFailure, Unit>(TaskFailure.PolicyDenied(error.ToString())),
                () => Right<TaskFailure, Unit>(Prelude.unit)
            );

    /// <summary>Plain values from the store are held to the rules of those that stand directly.</summary>
    private Either<TaskFailure, Unit> Fit(DatabaseConfig config, IReadOnlyDictionary<string, Secret> secrets)
    {
        foreach (var (key, secret) in secrets.OrderBy(s => s.Key, StringComparer.Ordinal))
            if (DatabaseValues.ResolvedFault(config, key, secret.Reveal(), Rules).Case is string rule)
                return TaskFailure.AuthMaterialization(
                    Component.Database,
                    $"The value behind database.secret_mapping.{key} {rule}."
                );
        return Prelude.unit;
    }
}
