using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Integration.Support;

namespace Causum.Integration.Wire;

/// <summary>Messages as a control plane of version 1 sends them: the reader and the schema must agree on what is one.</summary>
public sealed class IncomingMessageTests
{
    private static readonly string Folder = RepositoryFiles.Path("tests", "Integration", "Wire", "Golden", "Incoming");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> ReadInFull =>
        [
            .. Directory
                .EnumerateFiles(Folder)
                .Select(file => Path.GetFileName(file))
                .Where(file => !file.StartsWith("config.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_of_version_1_is_read_and_satisfies_its_schema(string name)
    {
        var data = File.ReadAllBytes(Path.Combine(Folder, name));
        SchemaCheck.Validate(MessageType(name), data);
        Assert.True(IsRead(data), $"{name} is not read");
    }

    [Fact]
    public void Every_task_type_has_its_message() =>
        Assert.DoesNotContain(TaskTypes.All, type => !File.Exists(Path.Combine(Folder, $"task.{type}.v1.json")));

    [Theory]
    [MemberData(nameof(ReadInFull))]
    public void Reader_and_schema_agree_on_which_fields_are_needed(string name)
    {
        foreach (var (path, field) in Fields(Load(name)))
        {
            var message = Load(name);
            At(message, path).Remove(field);
            AssertAgree(name, message, $"{path}.{field} removed");
        }
    }

    [Theory]
    [MemberData(nameof(ReadInFull))]
    public void Reader_and_schema_agree_on_types(string name)
    {
        foreach (var (path, field) in Fields(Load(name)))
        {
            var isText = At(Load(name), path)[field]!.GetValueKind() == JsonValueKind.String;
            var message = Load(name);
            At(message, path)[field] = isText ? JsonValue.Create(1.5) : JsonValue.Create("?");
            AssertAgree(name, message, $"{path}.{field} of another type");
        }
    }

    [Theory]
    [InlineData("""{"type":"config","database":{"type":"postgresql","auth_type":"password","password":"x"}}""")]
    [InlineData("""{"type":"config","database":{"type":"access","auth_type":"password"}}""")]
    [InlineData("""{"type":"config","database":{"type":"postgresql","auth_type":"telepathy"}}""")]
    [InlineData("""{"type":"config","llm":{"api_key":"x"}}""")]
    [InlineData("""{"type":"config","llm":{"auth_type":"api_key","secret_mapping":{"api_key":""}}}""")]
    [InlineData("""{"type":"config","llm":{"token_limit":0}}""")]
    [InlineData("""{"type":"config","secret_store":{"provider":"post-it"}}""")]
    [InlineData("""{"type":"config","secret_store":{"provider":"file"}}""")]
    [InlineData("""{"type":"config","config_id":7}""")]
    [InlineData("""{"type":"config","desensitization":"none"}""")]
    [InlineData("""{"type":"config","url":"x"}""")]
    [InlineData("""{"type":"task"}""")]
    public void A_config_that_the_agent_would_reject_breaks_the_schema(string json) =>
        Assert.NotEmpty(SchemaCheck.Faults("config", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_config_schema_knows_every_database()
    {
        foreach (var type in DatabaseTypes.Names)
        {
            var json = $$"""{"type":"config","database":{"type":"{{type}}","auth_type":"password"} }""";
            SchemaCheck.Validate("config", Encoding.UTF8.GetBytes(json));
        }
    }

    private static void AssertAgree(string name, JsonObject message, string change)
    {
        var data = Encoding.UTF8.GetBytes(message.ToJsonString());
        var satisfies = SchemaCheck.Faults(MessageType(name), data).Count == 0;
        Assert.True(IsRead(data) == satisfies, $"{name} with {change}: the schema says {satisfies}");
    }

    private static bool IsRead(byte[] data) =>
        IncomingReader
            .Read(None, Some(new ReadOnlyMemory<byte>(data)), IncomingLimits.Default)
            .Match(
                work: _ => true,
                unreadable: _ => false,
                config: _ => true,
                registerAck: _ => true,
                cancel: _ => true,
                unreadableControl: _ => false
            );

    private static string MessageType(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    private static JsonObject Load(string name) =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, name)))!.AsObject();

    /// <summary>Every named field except those whose value is the sender's own data.</summary>
    private static IEnumerable<(string Path, string Field)> Fields(JsonNode? node)
    {
        if (node is JsonObject here)
        {
            foreach (var (field, value) in here)
            {
                yield return (here.GetPath(), field);
                if (field is "parameters" or "samples" or "from_the_future")
                    continue;
                foreach (var inner in Fields(value))
                    yield return inner;
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var inner in list.SelectMany(Fields))
                yield return inner;
        }
    }

    private static JsonObject At(JsonNode? node, string path) =>
        Objects(node).First(found => string.Equals(found.GetPath(), path, StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject here => here.SelectMany(field => Objects(field.Value)).Prepend(here),
            JsonArray list => list.SelectMany(Objects),
            _ => [],
        };
}
