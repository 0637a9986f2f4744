using System.Text.Json;
using Causum.Domain.Input;

namespace Causum.Domain.Config;

/// <summary>Bytes to a JSON object within bounds that no honest config comes near.</summary>
internal static class ConfigDocument
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 32;

    public static Validation<InputError, JsonElement> Read(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length > MaxBytes)
            return Broken($"is over the limit of {MaxBytes} bytes");
        try
        {
            using var document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return !IsUnicode(document.RootElement) ? Broken("holds half of a surrogate pair")
                : document.RootElement.ValueKind == JsonValueKind.Object
                    ? Success<InputError, JsonElement>(document.RootElement.Clone())
                : Broken("must be a JSON object");
        }
        catch (JsonException)
        {
            return Broken($"is not valid JSON in UTF-8 of at most {MaxDepth} levels");
        }
    }

    /// <summary>Two readers may take different ones of two equal keys; a config that means two things means nothing.</summary>
    public static void RefuseDuplicates(JsonElement element, FieldPath path, Faults faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
                RefuseDuplicates(item, path.Item(index++), faults);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        var seen = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            var at = path.Field(FieldNames.Printable(field.Name));
            if (!seen.Add(field.Name))
                faults.Invalid(at, "stands twice");
            RefuseDuplicates(field.Value, at, faults);
        }
    }

    /// <summary>An escape such as <c>\ud800</c> alone is valid JSON and no text.</summary>
    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(f => f.Name is not null && IsUnicode(f.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Validation<InputError, JsonElement> Broken(string fault) =>
        Fail<InputError, JsonElement>(new InputError.Unreadable(FieldPath.Root, "the config " + fault));
}
