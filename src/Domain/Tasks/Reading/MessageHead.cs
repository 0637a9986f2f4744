using System.Text.Json;
using System.Text.Unicode;

namespace Causum.Domain.Tasks.Reading;

/// <summary>
/// What one pass over the bytes of a message tells: whether it can be read at all, and the few fields that an answer to an unreadable message needs.
/// A field that stands twice or is no readable text counts as absent.
/// </summary>
/// <param name="Fault">Reads as in "is not valid JSON"; absent where the message is well-formed.</param>
internal sealed record MessageHead(
    Option<string> Fault,
    Option<string> Type,
    Option<string> TaskId,
    Option<string> TaskType,
    Option<string> InstanceId
)
{
    public const int MaxBytes = 16 * 1024 * 1024;
    public const int MaxDepth = 64;

    /// <summary>No number of a task needs more digits; longer ones only cost time wherever they are parsed.</summary>
    public const int MaxNumberLength = 1000;

    private const int OversizeLook = 64 * 1024;

    public static MessageHead Scan(ReadOnlySpan<byte> data)
    {
        var tooLarge = data.Length > MaxBytes;
        var names = new HeadFields();
        var fault = Walk(tooLarge ? data[..OversizeLook] : data, isWhole: !tooLarge, names);
        return new MessageHead(
            tooLarge ? $"is longer than {MaxBytes} bytes"
                : Utf8.IsValid(data) ? fault
                : "is not valid UTF-8",
            names.Get("type"),
            names.Get("task_id").Filter(id => id.Length is >= 1 and <= Tasks.TaskId.MaxLength),
            names.Get("task_type").Filter(type => type.Length is >= 1 and <= Tasks.TaskId.MaxLength),
            names.Get("instance_id")
        );
    }

    private static Option<string> Walk(ReadOnlySpan<byte> data, bool isWhole, HeadFields names)
    {
        var reader = new Utf8JsonReader(
            data,
            isWhole,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth })
        );
        // The reader has no other way than an exception to say that the bytes are no JSON or a text is no text.
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length > MaxNumberLength)
                    return $"holds a number of more than {MaxNumberLength} digits";
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                    names.Begin(reader.GetString()!);
                else if (reader.TokenType is JsonTokenType.String && reader.CurrentDepth == 1)
                    names.Value(reader.GetString()!);
                else if (reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
            return None;
        }
        catch (JsonException)
        {
            return $"is not valid JSON, or nested deeper than {MaxDepth} levels";
        }
        catch (InvalidOperationException)
        {
            return "holds half of a surrogate pair";
        }
    }

    private sealed class HeadFields
    {
        private static readonly string[] Wanted = ["type", "task_id", "task_type", "instance_id"];
        private readonly Dictionary<string, Option<string>> found = new(StringComparer.Ordinal);
        private string current = "";
        private bool first;

        public void Begin(string name)
        {
            current = name;
            first = System.Array.IndexOf(Wanted, name) >= 0 && found.TryAdd(name, None);
            if (!first && found.ContainsKey(name))
                found[name] = None;
        }

        public void Value(string value)
        {
            if (first)
                found[current] = value;
            first = false;
        }

        public Option<string> Get(string name) => found.TryGetValue(name, out var value) ? value : None;
    }
}
