using System.Text.Json.Nodes;
using Causum.Application.Wire;
using Causum.Integration.Support;

namespace Causum.Integration.Wire;

/// <summary>A schema that lets everything through proves nothing: each message is broken in every place, and each break must be seen.</summary>
public sealed class SchemaStrictnessTests
{
    /// <summary>Fields that the protocol marks with a question mark, by the name of the object's field and their own.</summary>
    private static readonly System.Collections.Generic.HashSet<string> Optional = new(StringComparer.Ordinal)
    {
        ".current_config_id",
        ".oldest_pending_id",
        ".oldest_pending_age_seconds",
        ".last_ack",
        ".traceparent",
        ".config_id",
        ".mode",
        "redis.latency_ms",
        "database.error",
        "llm.error",
        "result.receipt",
        "receipt.model",
        "error.next_steps",
    };

    /// <summary>Maps by name, whose keys are data, and rows, whose cells may be anything.</summary>
    private static readonly System.Collections.Generic.HashSet<string> Open = new(
        ["counters", "histograms", "rows"],
        StringComparer.Ordinal
    );

    public static TheoryData<string> Names => [.. WireSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_missing_field_is_seen(string name) =>
        AssertAllSeen(
            name,
            Objects(Parse(name), "")
                .SelectMany(at =>
                    at.Object.Where(field => !MayBeAbsent(name, at.Name, at.Object, field.Key))
                        .Select(field => new Break(
                            $"{at.Object.GetPath()} without {field.Key}",
                            at.Object.GetPath(),
                            target => target.Remove(field.Key)
                        ))
                )
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stray_field_is_seen(string name) =>
        AssertAllSeen(
            name,
            Objects(Parse(name), "")
                .Where(at => !Open.Contains(at.Name))
                .Select(at => new Break(
                    $"{at.Object.GetPath()} with a stray field",
                    at.Object.GetPath(),
                    target => target["stray"] = 1
                ))
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_of_the_wrong_type_is_seen(string name) =>
        AssertAllSeen(
            name,
            Objects(Parse(name), "")
                .SelectMany(at =>
                    at.Object.Select(field => new Break(
                        $"{at.Object.GetPath()}.{field.Key} as {(IsText(field.Value) ? "a number" : "a text")}",
                        at.Object.GetPath(),
                        target => target[field.Key] = IsText(field.Value) ? JsonValue.Create(1.5) : WrongText(field.Key)
                    ))
                )
        );

    [Theory]
    [InlineData("type")]
    [InlineData("status")]
    [InlineData("task_type")]
    [InlineData("format")]
    [InlineData("classification")]
    [InlineData("source")]
    [InlineData("mode")]
    [InlineData("reason")]
    [InlineData("code")]
    [InlineData("component")]
    [InlineData("category")]
    [InlineData("kind")]
    [InlineData("token_prefix")]
    [InlineData("token_limit_source")]
    [InlineData("database_type")]
    [InlineData("leak_check")]
    [InlineData("tokens")]
    [InlineData("provenance")]
    [InlineData("timestamp")]
    [InlineData("message_id")]
    [InlineData("agent_key")]
    public void A_word_outside_the_list_or_form_is_seen(string field)
    {
        var seen = 0;
        foreach (var name in WireSamples.All.Keys)
        {
            var breaks = Objects(Parse(name), "")
                .Where(at => at.Name != "columns" && IsText(at.Object[field]) && !IsAnyTaskType(name, field))
                .Select(at => new Break(
                    $"{at.Object.GetPath()}.{field}",
                    at.Object.GetPath(),
                    target => target[field] = "No such Word"
                ))
                .ToList();
            seen += breaks.Count;
            AssertAllSeen(name, breaks);
        }
        Assert.True(seen > 0, $"no message has a field {field}");
    }

    private static void AssertAllSeen(string name, IEnumerable<Break> breaks)
    {
        foreach (var one in breaks)
        {
            var message = Parse(name);
            one.Apply(Find(message, one.Path));
            var type = WireSamples.All[name].MessageType;
            Assert.True(
                SchemaCheck.Faults(type, System.Text.Encoding.UTF8.GetBytes(message.ToJsonString())).Count > 0,
                $"{name}: {one.What} passes the schema"
            );
        }
    }

    private static bool MayBeAbsent(string name, string owner, JsonObject @object, string field) =>
        Optional.Contains($"{owner}.{field}")
            && !(field is "config_id" or "mode" && name.StartsWith("config_applied", StringComparison.Ordinal))
        || Open.Contains(owner)
        || (owner == "error" && field == "category" && !HasOwnCategory(@object));

    private static bool HasOwnCategory(JsonObject error) =>
        error["code"]!.GetValue<string>() is "query_refused" or "database_error" or "llm_error";

    /// <summary>An error repeats the task type as it was sent, known or not.</summary>
    private static bool IsAnyTaskType(string name, string field) =>
        field == "task_type" && name.StartsWith("task_result.error", StringComparison.Ordinal);

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == System.Text.Json.JsonValueKind.String;

    /// <summary>A text where null or a word may stand must be no possible word.</summary>
    private static JsonValue WrongText(string field) =>
        field is "config_id" or "task_id" or "task_type" or "default"
            ? JsonValue.Create(true)
            : JsonValue.Create("No such Word");

    private static IEnumerable<(string Name, JsonObject Object)> Objects(JsonNode? node, string name)
    {
        if (node is JsonObject here)
        {
            yield return (name, here);
            if (name == "histograms")
                yield break;
            foreach (var (key, value) in here)
            {
                foreach (var inner in Objects(value, key))
                    yield return inner;
            }
        }
        else if (node is JsonArray { Count: > 0 } list && name != "rows")
        {
            foreach (var inner in Objects(list[0], name))
                yield return inner;
        }
    }

    private static JsonObject Find(JsonNode root, string path)
    {
        var found = Objects(root, "").First(at => at.Object.GetPath() == path);
        return found.Object;
    }

    private static JsonNode Parse(string name) =>
        JsonNode.Parse(MessageWriter.Write(WireSamples.All[name], WireSamples.Envelope, long.MaxValue).Data.Span)!;

    private sealed record Break(string What, string Path, Action<JsonObject> Apply);
}
