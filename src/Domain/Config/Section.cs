using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>One JSON object of a config while it is read. A field that is absent or null is None; one of a wrong type is a fault and None.</summary>
internal sealed class Section(JsonElement element, FieldPath path, Reading reading)
{
    public JsonElement Element => element;

    public Faults Faults => reading.Faults;

    public FieldPath At(string field) => path.Field(field);

    public void Warn(string field, string message) => reading.Warn(At(field), message, None);

    public void WarnOfUnknown(IReadOnlyList<string> known)
    {
        foreach (var field in element.EnumerateObject())
            if (!known.Contains(field.Name))
                reading.Warn(At(FieldNames.Printable(field.Name)), "unknown field, ignored", Some(known));
    }

    public Option<JsonElement> Value(string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : None;

    public Option<Section> Child(string field) =>
        Typed(field, "an object", value => value.ValueKind == JsonValueKind.Object)
            .Map(value => new Section(value, At(field), reading));

    /// <summary>Not empty, at most 1024 characters, none of them a control character.</summary>
    public Option<string> Text(string field)
    {
        var text = Typed(field, "a string", value => value.ValueKind == JsonValueKind.String)
            .Map(value => value.GetString() ?? "");
        if (!text.Exists(value => value.Length is 0 or > 1024 || value.Any(char.IsControl)))
            return text;
        Faults.Invalid(At(field), "must have 1 to 1024 characters and no control characters");
        return None;
    }

    public Option<string> RequiredText(string field)
    {
        if (Value(field).IsNone || Value(field).Exists(v => v.ValueKind == JsonValueKind.String && v.ValueEquals("")))
        {
            Faults.Required(At(field));
            return None;
        }
        return Text(field);
    }

    public Option<bool> Flag(string field) =>
        Typed(field, "true or false", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            .Map(value => value.GetBoolean());

    public Option<int> Number(string field, int min, int max)
    {
        var number = WholeNumber(field).Map(value => value.TryGetInt32(out var n) ? n : -1);
        if (!number.Exists(n => n < min || n > max))
            return number;
        Faults.Invalid(At(field), $"must be between {min} and {max}");
        return None;
    }

    public Option<JsonElement> WholeNumber(string field) => Typed(field, "a whole number", IsWhole);

    private static bool IsWhole(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetRawText().TrimStart('-').All(char.IsAsciiDigit);

    private Option<JsonElement> Typed(string field, string expected, Func<JsonElement, bool> fits)
    {
        var value = Value(field);
        if (!value.Exists(v => !fits(v)))
            return value;
        Faults.WrongType(At(field), expected);
        return None;
    }
}

/// <summary>What is found while one config is read.</summary>
internal sealed class Reading
{
    private readonly List<ConfigWarning> warnings = [];

    public Faults Faults { get; } = new();

    public void Warn(FieldPath path, string message, Option<IReadOnlyList<string>> knownNames) =>
        warnings.Add(new ConfigWarning(path, message, knownNames));

    public IReadOnlyList<ConfigWarning> WarningsInOrder() =>
        [.. warnings.DistinctBy(w => w.ToString()).OrderBy(w => w.ToString(), StringComparer.Ordinal)];
}
