using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Causum.Host.Commands;

/// <summary>One line of <c>agent guard --jsonl</c>; <see cref="Id"/> is the JSON of whatever the caller named it.</summary>
internal sealed record GuardRequest(string Id, Option<string> Dialect, string Sql)
{
    /// <summary>Left says what is wrong with the line, without quoting it.</summary>
    public static Either<string, GuardRequest> Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.Read())
                return "the line holds more than one JSON value";
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return "the line is not valid JSON";
        }
    }

    private static Either<string, GuardRequest> From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return "the line is not a JSON object";
        if (!root.TryGetProperty("sql", out var sql) || sql.ValueKind != JsonValueKind.String)
            return "\"sql\" is missing or no string";
        var dialect = root.TryGetProperty("dialect", out var d) && d.ValueKind != JsonValueKind.Null ? Some(d) : None;
        if (dialect.Exists(value => value.ValueKind != JsonValueKind.String))
            return "\"dialect\" is no string";
        var id = root.TryGetProperty("id", out var given) ? given.GetRawText() : "null";
        return new GuardRequest(id, dialect.Map(Text), Text(sql));
    }

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: the guard must see it as it stands, to refuse it.
            return Unescape(element.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            switch (raw[i])
            {
                case 'u':
                    text.Append(
                        (char)
                            int.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                    );
                    i += 4;
                    break;
                case var c:
                    text.Append(
                        c switch
                        {
                            'b' => '\b',
                            'f' => '\f',
                            'n' => '\n',
                            'r' => '\r',
                            't' => '\t',
                            _ => c,
                        }
                    );
                    break;
            }
        }
        return text.ToString();
    }
}
