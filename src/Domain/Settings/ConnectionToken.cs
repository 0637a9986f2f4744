using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>
/// What lets the agent in at the control plane (protocol §1). Its text form holds no user information, and no error repeats a part of the token.
/// </summary>
/// <param name="AgentKey"><c>^[A-Za-z0-9_.{}-]{1,128}$</c>; part of every key name in Redis.</param>
/// <param name="Warnings">Names of fields that were ignored.</param>
public sealed partial record ConnectionToken(
    RedisEndpoint Redis,
    string AgentKey,
    Option<DateTimeOffset> ExpiresAt,
    IReadOnlyList<string> Warnings
)
{
    private static readonly FieldPath Root = FieldPath.Root.Field("connection_token");

    /// <summary>For commands that speak to no control plane (preview, demo): a key and an endpoint that nothing connects to.</summary>
    public static readonly ConnectionToken Local = new(
        new RedisEndpoint(
            RedisTopology.Single,
            Tls: false,
            [new RedisHost("localhost", 6379)],
            None,
            None,
            0,
            None,
            None,
            None
        ),
        "local",
        None,
        []
    );

    /// <summary>Decodes step by step (base64, UTF-8, JSON, fields); the errors say which step failed, all faulty fields at once.</summary>
    /// <param name="now">A token past its <c>expires_at</c> is refused.</param>
    public static Validation<InputError, ConnectionToken> Parse(string text, DateTimeOffset now) =>
        from bytes in Decode(text.Trim())
        from document in Read(bytes)
        from token in Fields(document, now)
        select token;

    /// <summary>The decoded JSON object, for showing a token field by field; fails as <see cref="Parse"/> does before it looks at the fields.</summary>
    public static Validation<InputError, JsonElement> ReadDocument(string text) => Decode(text.Trim()).Bind(Read);

    private static Validation<InputError, byte[]> Decode(string text)
    {
        if (text.Length == 0)
            return Fail<InputError, byte[]>(new InputError.Required(Root));
        var body = text.TrimEnd('=');
        if (text.Length - body.Length > 2 || body.Length % 4 == 1 || !Alphabet().IsMatch(body))
            return Broken<byte[]>("is not base64 (step 1 of 4): copy it again, in full and without line breaks");
        return Success<InputError, byte[]>(Convert.FromBase64String(Padded(body.Replace('-', '+').Replace('_', '/'))));
    }

    private static string Padded(string body) => body + new string('=', (4 - body.Length % 4) % 4);

    private static Validation<InputError, JsonElement> Read(byte[] bytes)
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Broken<JsonElement>("does not hold UTF-8 text (step 2 of 4): ask for a new token");
        }
        try
        {
            using var document = JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false }
            );
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Success<InputError, JsonElement>(document.RootElement.Clone())
                : Broken<JsonElement>("does not hold a JSON object (step 3 of 4): ask for a new token");
        }
        catch (JsonException)
        {
            return Broken<JsonElement>("does not hold JSON (step 3 of 4): ask for a new token");
        }
    }

    private static Validation<InputError, ConnectionToken> Fields(JsonElement document, DateTimeOffset now)
    {
        var faults = new Faults();
        var redis = Text(document, "redis_url", faults)
            .Bind(url => faults.Take(RedisEndpoint.Parse(Root.Field("redis_url"), url)));
        var key = Text(document, "agent_key", faults);
        if (key.Exists(value => !KeyForm().IsMatch(value)))
            faults.Invalid(Root.Field("agent_key"), "must be 1 to 128 of the characters A-Z a-z 0-9 _ . { } -");
        var expiry = Expiry(document, now, faults);
        string[] known = ["redis_url", "agent_key", "expires_at"];
        string[] unknown =
        [
            .. document.EnumerateObject().Select(field => field.Name).Where(name => !known.Contains(name)),
        ];
        return faults.Or(() =>
            new ConnectionToken(
                redis.IfNone(Local.Redis),
                key.IfNone(""),
                expiry,
                [.. unknown.Select(name => $"connection_token.{Printable(name)}: unknown field, ignored")]
            )
        );
    }

    private static Option<DateTimeOffset> Expiry(JsonElement document, DateTimeOffset now, Faults faults)
    {
        var path = Root.Field("expires_at");
        if (!document.TryGetProperty("expires_at", out var field) || field.ValueKind == JsonValueKind.Null)
            return None;
        var time = field.ValueKind == JsonValueKind.String ? Rfc3339.Parse(field.GetString() ?? "") : None;
        if (time.IsNone)
            faults.Invalid(path, "must be an RFC 3339 time, such as 2030-01-01T00:00:00Z");
        if (time.Exists(at => at <= now))
            faults.Invalid(path, "is in the past: the token has expired, ask for a new one");
        return time;
    }

    private static Option<string> Text(JsonElement document, string name, Faults faults)
    {
        var path = Root.Field(name);
        if (!document.TryGetProperty(name, out var field))
            faults.Required(path);
        else if (field.ValueKind != JsonValueKind.String)
            faults.WrongType(path, "a string");
        else
            return field.GetString() ?? "";
        return None;
    }

    // A name is shown only if it can be no secret that slipped into the wrong place.
    private static string Printable(string name) => FieldName().IsMatch(name) ? name : "(unprintable name)";

    private static Validation<InputError, T> Broken<T>(string fault) =>
        Fail<InputError, T>(new InputError.Unreadable(Root, fault));

    [GeneratedRegex(@"\A[A-Za-z0-9+/_-]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alphabet();

    [GeneratedRegex(@"\A[A-Za-z0-9_.{}-]{1,128}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]{0,40}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldName();
}
