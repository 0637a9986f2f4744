using Causum.Domain.Input;

namespace Causum.Domain.Tasks;

/// <summary>The control plane's name for one piece of work, 1 to 128 characters.</summary>
public sealed record TaskId
{
    public const int MaxLength = 128;

    public string Value { get; }

    private TaskId(string value) => Value = value;

    public static Validation<InputError, TaskId> Create(string value) =>
        value.Length is >= 1 and <= MaxLength
            ? Success<InputError, TaskId>(new TaskId(value))
            : Fail<InputError, TaskId>(
                new InputError.InvalidValue(FieldPath.Root.Field("task_id"), $"must have 1 to {MaxLength} characters")
            );

    public override string ToString() => Value;
}
