using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Tasks.Reading;

/// <summary>
/// The fields of one JSON object, each read by its rule and named by its path. JSON <c>null</c> is the same as an absent field;
/// fields nobody asks for are never looked at.
/// </summary>
internal sealed class JsonFields(JsonElement element, FieldPath path)
{
    private const int MaxErrors = 20;

    public FieldPath Path => path;

    public JsonElement Element => element;

    public Validation<InputError, string> Text(string name) =>
        Find(name).Match(Some: Parse.Text(path.Field(name)), None: () => new InputError.Required(path.Field(name)));

    public Validation<InputError, Option<string>> OptionalText(string name) =>
        Optional(name, Parse.Text(path.Field(name)));

    public Validation<InputError, Option<bool>> OptionalFlag(string name) =>
        Optional(name, Parse.Flag(path.Field(name)));

    public Validation<InputError, Option<DateTimeOffset>> OptionalTime(string name) =>
        Optional(name, Parse.Time(path.Field(name)));

    /// <summary>A whole number from 1; above <paramref name="bound"/> the bound holds, absent the lower of the two.</summary>
    public Validation<InputError, int> Count(string name, int fallback, int bound) =>
        Optional(name, Parse.Count(path.Field(name), bound)).Map(given => given.IfNone(Math.Min(fallback, bound)));

    public Validation<InputError, JsonFields> Object(string name) =>
        Find(name).Match(Some: Parse.Object(path.Field(name)), None: () => new InputError.Required(path.Field(name)));

    public Validation<InputError, Option<JsonFields>> OptionalObject(string name) =>
        Optional(name, Parse.Object(path.Field(name)));

    public Validation<InputError, Option<IReadOnlyList<T>>> OptionalList<T>(
        string name,
        Func<JsonElement, FieldPath, Validation<InputError, T>> item
    ) => Optional(name, Parse.List(path.Field(name), item));

    public Option<JsonElement> Find(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : None;

    private Validation<InputError, Option<T>> Optional<T>(
        string name,
        Func<JsonElement, Validation<InputError, T>> parse
    ) =>
        Find(name)
            .Match(Some: value => parse(value).Map(Some), None: () => Success<InputError, Option<T>>(Option<T>.None));

    /// <summary>How each JSON type is read.</summary>
    private static class Parse
    {
        public static Func<JsonElement, Validation<InputError, string>> Text(FieldPath at) =>
            value =>
                value.ValueKind == JsonValueKind.String
                    ? Success<InputError, string>(value.GetString()!)
                    : new InputError.InvalidType(at, "a string");

        public static Func<JsonElement, Validation<InputError, bool>> Flag(FieldPath at) =>
            value =>
                value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? Success<InputError, bool>(value.GetBoolean())
                    : new InputError.InvalidType(at, "true or false");

        public static Func<JsonElement, Validation<InputError, DateTimeOffset>> Time(FieldPath at) =>
            value =>
                value.ValueKind != JsonValueKind.String
                    ? new InputError.InvalidType(at, "a string with an RFC 3339 time")
                    : Rfc3339
                        .Parse(value.GetString()!)
                        .ToValidation<InputError>(
                            new InputError.InvalidValue(at, "must be an RFC 3339 time such as 2026-01-31T12:00:00.000Z")
                        );

        /// <summary>Through a double: what it rounds is far beyond every bound, and 1e999 is simply above it too.</summary>
        public static Func<JsonElement, Validation<InputError, int>> Count(FieldPath at, int bound) =>
            value =>
                value.ValueKind != JsonValueKind.Number
                || value.GetDouble() is var number && Math.Floor(number) != number
                    ? new InputError.InvalidType(at, "a whole number")
                : number < 1 ? new InputError.InvalidValue(at, "must be at least 1")
                : Success<InputError, int>((int)Math.Min(number, bound));

        public static Func<JsonElement, Validation<InputError, JsonFields>> Object(FieldPath at) =>
            value =>
                value.ValueKind == JsonValueKind.Object
                    ? Success<InputError, JsonFields>(new JsonFields(value, at))
                    : new InputError.InvalidType(at, "an object");

        public static Func<JsonElement, Validation<InputError, IReadOnlyList<T>>> List<T>(
            FieldPath at,
            Func<JsonElement, FieldPath, Validation<InputError, T>> item
        ) =>
            value =>
            {
                if (value.ValueKind != JsonValueKind.Array)
                    return new InputError.InvalidType(at, "an array");
                var items = new List<T>(value.GetArrayLength());
                var errors = new List<InputError>();
                foreach (var one in value.EnumerateArray())
                {
                    item(one, at.Item(items.Count + errors.Count))
                        .Match(Succ: items.Add, Fail: found => errors.AddRange(found));
                    if (errors.Count >= MaxErrors)
                        break;
                }
                return errors.Count == 0
                    ? Success<InputError, IReadOnlyList<T>>(items)
                    : Fail<InputError, IReadOnlyList<T>>(toSeq(errors).Strict());
            };
    }
}
