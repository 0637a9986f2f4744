using Causum.Domain.Input;

namespace Causum.Domain.Tasks.Reading;

/// <summary>Turns what is wrong with a message into its answer, which stays of readable length however bad the message is.</summary>
internal static class Failures
{
    private const int MaxNamed = 20;

    public static TaskFailure Of(Seq<InputError> errors) =>
        TaskFailure.InvalidTask(
            errors.Count <= MaxNamed
                ? errors
                : errors
                    .Take(MaxNamed)
                    .Add(
                        new InputError.InvalidValue(
                            FieldPath.Root,
                            $"and {errors.Count - MaxNamed} more faults like these"
                        )
                    )
        );
}
