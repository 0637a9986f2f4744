using Causum.Domain.Tasks;

namespace Causum.Application.Tasks;

internal static class TaskOutcomes
{
    /// <summary>A result of one form as a result of any form.</summary>
    public static async Task<Either<TaskFailure, TaskResult>> AsResultAsync<TForm>(
        this Task<Either<TaskFailure, TForm>> outcome
    )
        where TForm : TaskResult => (await outcome).Map(TaskResult (form) => form);
}
