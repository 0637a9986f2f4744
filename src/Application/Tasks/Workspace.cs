using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Application.Tasks;

/// <summary>
/// What one applied configuration puts at a task's hand. A task keeps the workspace it was picked up with, so that a new configuration never changes a running task.
/// </summary>
/// <param name="Database">Left: why there is none (<c>config_missing</c>, a missing secret, credentials that cannot be built).</param>
/// <param name="Model">Left: why there is none (<c>llm_not_configured</c>, …).</param>
public sealed record Workspace(
    AgentConfig Config,
    Either<TaskFailure, IDatabase> Database,
    Either<TaskFailure, ILanguageModel> Model
)
{
    public DataMode Mode => Config.Mode;
}
