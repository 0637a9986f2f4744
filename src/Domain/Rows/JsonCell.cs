using System.Text;
using System.Text.Json;

namespace Causum.Domain.Rows;

/// <summary>
/// Writes a JSON column's document as it stands. Text that turns out to be no JSON is written as a string: whatever a database holds, the message around it
/// stays whole.
/// </summary>
internal static class JsonCell
{
    /// <summary>Deeper than any database allows; the reader's own default of 64 would refuse real documents.</summary>
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = int.MaxValue };

    public static void Write(Utf8JsonWriter writer, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (IsJson(bytes))
            writer.WriteRawValue(bytes, skipInputValidation: true);
        else
            writer.WriteStringValue(json);
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Deep);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
