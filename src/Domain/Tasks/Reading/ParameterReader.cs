using System.Text.Json;
using Causum.Domain.Input;
using Causum.Domain.Rows;

namespace Causum.Domain.Tasks.Reading;

/// <summary>
/// Values that the sender gives as JSON: query parameters and samples. A number keeps its digits (<c>1.10</c> stays a decimal), with an exponent it is
/// binary floating point, as in SQL. An object is a JSON document.
/// </summary>
internal static class ParameterReader
{
    private const int MaxNameLength = 128;

    public static Validation<InputError, IReadOnlyList<QueryParameter>> Parameters(JsonFields query) =>
        query
            .OptionalObject("parameters")
            .Bind(given => given.Match(Some: All, None: () => Success<InputError, IReadOnlyList<QueryParameter>>([])));

    private static Validation<InputError, IReadOnlyList<QueryParameter>> All(JsonFields named)
    {
        var parameters = new List<QueryParameter>();
        var errors = new List<InputError>();
        foreach (var field in named.Element.EnumerateObject())
        {
            // A name that no :name can spell is not repeated in the error: it may be anything.
            if (!IsName(field.Name))
                errors.Add(
                    new InputError.InvalidValue(
                        named.Path,
                        "must have names of letters, digits and underscores, at most 128 characters, not beginning with a digit"
                    )
                );
            else
                Value(field.Value, named.Path.Field(field.Name), nested: false)
                    .Match(Succ: v => parameters.Add(new QueryParameter(field.Name, v)), Fail: e => errors.AddRange(e));
        }
        return errors.Count == 0
            ? Success<InputError, IReadOnlyList<QueryParameter>>(parameters)
            : Fail<InputError, IReadOnlyList<QueryParameter>>(toSeq(errors.Distinct()).Strict());
    }

    /// <summary>A sample of a field: any JSON value.</summary>
    public static Validation<InputError, CellValue> Sample(JsonElement value, FieldPath at) =>
        value.ValueKind == JsonValueKind.Array
            ? Success<InputError, CellValue>(CellValue.Json(value.GetRawText()))
            : Value(value, at, nested: false);

    private static Validation<InputError, CellValue> Value(JsonElement value, FieldPath at, bool nested) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Success<InputError, CellValue>(CellValue.Null),
            JsonValueKind.True or JsonValueKind.False => Success<InputError, CellValue>(
                CellValue.Boolean(value.GetBoolean())
            ),
            JsonValueKind.String => Success<InputError, CellValue>(CellValue.Text(value.GetString()!)),
            JsonValueKind.Number => Number(value, at),
            JsonValueKind.Array when !nested => Items(value, at),
            JsonValueKind.Object when !nested => Success<InputError, CellValue>(CellValue.Json(value.GetRawText())),
            _ => new InputError.InvalidType(at, "a string, a number, true, false or null inside an array"),
        };

    private static Validation<InputError, CellValue> Number(JsonElement value, FieldPath at)
    {
        if (value.TryGetInt64(out var whole))
            return Success<InputError, CellValue>(CellValue.Integer(whole));
        var digits = value.GetRawText();
        if (!digits.AsSpan().ContainsAny('e', 'E'))
            return Success<InputError, CellValue>(CellValue.Decimal(digits));
        return double.IsFinite(value.GetDouble())
            ? Success<InputError, CellValue>(CellValue.Real(value.GetDouble()))
            : new InputError.InvalidValue(
                at,
                "must be within the range of a double, or be written without an exponent"
            );
    }

    private static Validation<InputError, CellValue> Items(JsonElement array, FieldPath at)
    {
        var items = new List<CellValue>(array.GetArrayLength());
        foreach (var one in array.EnumerateArray())
        {
            var item = Value(one, at.Item(items.Count), nested: true);
            if (item.IsFail)
                return item;
            item.IfSuccess(items.Add);
        }
        return Success<InputError, CellValue>(CellValue.Array([.. items]));
    }

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= MaxNameLength
        && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
