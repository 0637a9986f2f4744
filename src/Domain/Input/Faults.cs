namespace Causum.Domain.Input;

/// <summary>
/// Collects every fault of one document while it is read field by field: a person mends all of them at once. Lives inside one parsing function;
/// what leaves is the <c>Validation</c>.
/// </summary>
internal sealed class Faults
{
    private readonly List<InputError> errors = [];

    public bool Any => errors.Count > 0;

    /// <summary>What was found so far, for a document whose sound part is still used.</summary>
    public IReadOnlyList<InputError> Found => [.. errors];

    public Faults Add(InputError error)
    {
        if (!errors.Contains(error))
            errors.Add(error);
        return this;
    }

    public Faults Required(FieldPath path) => Add(new InputError.Required(path));

    public Faults WrongType(FieldPath path, string expected) => Add(new InputError.InvalidType(path, expected));

    public Faults Invalid(FieldPath path, string rule) => Add(new InputError.InvalidValue(path, rule));

    /// <summary>The same faults by path, so that the order of the fields does not show.</summary>
    public Faults InOrder()
    {
        errors.Sort((a, b) => string.CompareOrdinal(a.ToString() + a.Code, b.ToString() + b.Code));
        return this;
    }

    /// <summary>The value, or None with its errors taken over.</summary>
    public Option<T> Take<T>(Validation<InputError, T> part) =>
        part.Match(
            Succ: value => Some(value),
            Fail: found =>
            {
                foreach (var error in found)
                    Add(error);
                return Option<T>.None;
            }
        );

    /// <summary>All faults, or what <paramref name="value"/> makes when there is none.</summary>
    public Validation<InputError, T> Or<T>(Func<T> value) =>
        Any ? Fail<InputError, T>(toSeq(errors).Strict()) : Success<InputError, T>(value());

    /// <summary>The faults as the outcome; there must be at least one.</summary>
    public Validation<InputError, T> Result<T>() => Fail<InputError, T>(toSeq(errors).Strict());
}
