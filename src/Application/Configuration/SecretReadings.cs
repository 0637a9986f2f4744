using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Application.Configuration;

/// <summary>What the secret store gave for the references of one configuration: a value or the reason why there is none.</summary>
internal sealed record SecretReadings(
    IReadOnlyDictionary<SecretReference, Either<TaskFailure, Secret>> ByReference,
    TimeSpan Latency
)
{
    public Option<TaskFailure> FirstFailure =>
        ByReference
            .OrderBy(reading => reading.Key.Name, StringComparer.Ordinal)
            .Select(reading => reading.Value.Match(Right: _ => None, Left: Some))
            .Somes()
            .HeadOrNone();

    public Option<string> Value(SecretReference reference) =>
        ByReference.TryGetValue(reference, out var reading) ? reading.ToOption().Map(secret => secret.Reveal()) : None;

    /// <summary>The values by key, or the first failure in the order of the keys.</summary>
    public Either<TaskFailure, IReadOnlyDictionary<string, Secret>> For(
        IReadOnlyDictionary<string, SecretReference> mapping
    )
    {
        var values = new Dictionary<string, Secret>(StringComparer.Ordinal);
        var failures = new List<TaskFailure>();
        foreach (var (key, reference) in mapping.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            ByReference[reference].Match(Right: secret => values.Add(key, secret), Left: failures.Add);
        return failures.Count > 0
            ? Left<TaskFailure, IReadOnlyDictionary<string, Secret>>(failures[0])
            : Right<TaskFailure, IReadOnlyDictionary<string, Secret>>(values);
    }

    public static IEnumerable<SecretReference> References(AgentConfig config) =>
        config
            .Database.Match(database => database.Secrets.Values, () => [])
            .Concat(config.Llm.Match(llm => llm.Secrets.Values, () => []))
            .Distinct();
}
