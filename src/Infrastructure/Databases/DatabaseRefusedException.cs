using System.Data.Common;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.Databases;

/// <summary>Carries the agent's own refusal the way a driver's comes, so that one place turns both into values.</summary>
internal sealed class DatabaseRefusedException(TaskFailure failure) : DbException(failure.Message)
{
    public TaskFailure Failure { get; } = failure;
}
