using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Application.Configuration;

/// <summary>A configuration with its parts, as far as they could be opened. Uses each opened part once until it lets go.</summary>
internal sealed record InForce(
    AgentConfig Config,
    Either<TaskFailure, SharedPart<IDatabase>> Database,
    Either<TaskFailure, SharedPart<ILanguageModel>> Model,
    SecretReadings Readings
)
{
    public Workspace Workspace { get; } = new(Config, Database.Map(part => part.Value), Model.Map(part => part.Value));

    public IReadOnlyList<ISharedPart> Parts { get; } =
    [
        .. Database.Match(Right: part => [part], Left: _ => System.Array.Empty<ISharedPart>()),
        .. Model.Match(Right: part => [part], Left: _ => System.Array.Empty<ISharedPart>()),
    ];

    /// <summary>Parts that the configuration asks for and that could not be opened, by name.</summary>
    public IReadOnlyList<(string Part, TaskFailure Reason)> Missing { get; } =
    [
        .. Database.Match(Right: _ => [], Left: reason => Config.Database.Map(_ => ("database", reason)).ToArray()),
        .. Model.Match(Right: _ => [], Left: reason => Config.Llm.Map(_ => ("llm", reason)).ToArray()),
    ];

    public async ValueTask LetGoAsync()
    {
        foreach (var part in Parts)
            await part.LetGoAsync();
    }
}
