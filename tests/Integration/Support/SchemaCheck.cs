using System.Collections.Concurrent;
using System.Text;
using NJsonSchema;

namespace Causum.Integration.Support;

/// <summary>Holds messages against <c>schemas/</c>. Any test that sees bytes on the wire can ask it.</summary>
public static class SchemaCheck
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Loaded = new(StringComparer.Ordinal);

    /// <summary>Fails the test with every fault of the message.</summary>
    public static void Validate(string messageType, ReadOnlyMemory<byte> json)
    {
        var faults = Faults(messageType, json);
        Assert.True(faults.Count == 0, $"{messageType} breaks its schema: {string.Join("; ", faults)}");
    }

    /// <summary>Empty where the document satisfies <c>schemas/{messageType}.schema.json</c>.</summary>
    public static IReadOnlyList<string> Faults(string messageType, ReadOnlyMemory<byte> json) =>
        [
            .. Loaded
                .GetOrAdd(messageType, Load)
                .Validate(Encoding.UTF8.GetString(json.Span))
                .Select(fault => $"{fault.Path} {fault.Kind}"),
        ];

    /// <summary>NJsonSchema follows references inside <c>definitions</c>, the older name of <c>$defs</c>, only.</summary>
    private static JsonSchema Load(string messageType) =>
        JsonSchema
            .FromJsonAsync(
                File.ReadAllText(RepositoryFiles.Path("schemas", $"{messageType}.schema.json"))
                    .Replace("\"$defs\"", "\"definitions\"", StringComparison.Ordinal)
                    .Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal)
            )
            .GetAwaiter()
            .GetResult();
}
