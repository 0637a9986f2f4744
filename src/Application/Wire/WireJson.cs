using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire;

/// <summary>How values of the agent's own messages stand on the wire.</summary>
internal static class WireJson
{
    /// <summary>Letters of all scripts stay readable; controls, separators and quotes are escaped. The output is data, never part of an HTML page.</summary>
    public static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>RFC 3339 in UTC with milliseconds.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset time) =>
        json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public static void WriteMilliseconds(this Utf8JsonWriter json, string name, TimeSpan span) =>
        json.WriteNumber(name, (long)Math.Round(span.TotalMilliseconds, MidpointRounding.AwayFromZero));

    public static void WriteSeconds(this Utf8JsonWriter json, string name, TimeSpan span) =>
        json.WriteNumber(name, (long)span.TotalSeconds);

    public static void WriteIfSome(this Utf8JsonWriter json, string name, Option<string> value) =>
        value.IfSome(text => json.WriteString(name, text));

    /// <summary>The writer makes JSON <c>null</c> of a null text.</summary>
    public static void WriteOrNull(this Utf8JsonWriter json, string name, Option<string> value) =>
        json.WriteString(name, value.IfNoneUnsafe((string?)null));

    public static void WriteName<T>(this Utf8JsonWriter json, string name, T value)
        where T : struct, Enum => json.WriteString(name, WireNames.SnakeCase(value.ToString()));

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
