using System.Reflection;
using System.Text.Json.Nodes;
using Causum.Application.Wire;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Causum.Integration.Support;

namespace Causum.Integration.Wire;

/// <summary>Every error the agent can make is one that the schema lists, and the schema lists no other.</summary>
public sealed class ErrorVocabularyTests
{
    private static readonly IReadOnlyList<TaskFailure> Plain =
    [
        TaskFailure.InvalidTask([new InputError.Required(FieldPath.Root.Field("task_id"))]),
        TaskFailure.UnknownTaskType("db_query"),
        TaskFailure.TaskExpired(),
        TaskFailure.PoisonTask(6),
        TaskFailure.Cancelled(),
        TaskFailure.Timeout(TimeSpan.FromSeconds(1)),
        TaskFailure.ConfigMissing("database"),
        TaskFailure.Configuration(Component.Database, "The port is wrong."),
        TaskFailure.SecretProvider("DB_PASS", "it is not set"),
        TaskFailure.AuthMaterialization(Component.Llm, "The key is empty."),
        TaskFailure.LiveValidation(Component.Database, "The check failed."),
        TaskFailure.InvalidIdentifier("table"),
        TaskFailure.DataBlocked(),
        TaskFailure.PolicyDenied("tasks.allow"),
        TaskFailure.LlmNotConfigured(),
        TaskFailure.DesensitizationFailed("leak_check", "A value still stood there."),
        TaskFailure.ResultTooLarge(1),
        TaskFailure.Internal("audit_unavailable"),
    ];

    private static IEnumerable<TaskFailure> Refusals =>
        Enum.GetValues<RefusalReason>().Select(reason => TaskFailure.QueryRefused(reason, "Refused."));

    private static IEnumerable<TaskFailure> DatabaseErrors =>
        Enum.GetValues<DatabaseFault>().Select(fault => TaskFailure.Database(fault, "It failed.", "Look at it."));

    private static IEnumerable<TaskFailure> ModelErrors =>
        Enum.GetValues<LlmFault>().Select(fault => TaskFailure.Llm(fault, "It failed.", "Look at it."));

    [Fact]
    public void Every_error_satisfies_the_schema()
    {
        foreach (var failure in Plain.Concat(Refusals).Concat(DatabaseErrors).Concat(ModelErrors))
            SchemaCheck.Validate("task_result", Write(failure));
    }

    [Fact]
    public void Every_way_to_make_an_error_is_looked_at_here()
    {
        var ways = typeof(TaskFailure)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(TaskFailure))
            .Select(method => method.Name);
        Assert.Equal(Plain.Count + 3, ways.Count());
    }

    [Fact]
    public void The_schema_lists_no_code_or_category_that_is_never_sent()
    {
        var sent = Plain.Concat(Refusals.Take(1)).Concat(DatabaseErrors.Take(1)).Concat(ModelErrors.Take(1));
        AssertSame(sent.Select(failure => failure.Code), Error()["properties"]!["code"]!);
        AssertSame(Categories(Refusals), Branch("query_refused"));
        AssertSame(Categories(DatabaseErrors), Branch("database_error"));
        AssertSame(Categories(ModelErrors), Branch("llm_error"));
        AssertSame(Enum.GetNames<Component>().Select(WireNames.SnakeCase), Error()["properties"]!["component"]!);
    }

    private static IEnumerable<string> Categories(IEnumerable<TaskFailure> failures) =>
        failures.SelectMany(failure => failure.Category.ToArray());

    private static void AssertSame(IEnumerable<string> sent, JsonNode listed) =>
        Assert.Equal(
            sent.Order(StringComparer.Ordinal),
            listed["enum"]!.AsArray().Select(word => word!.GetValue<string>()).Order(StringComparer.Ordinal)
        );

    private static JsonNode Branch(string code) =>
        Error()["oneOf"]!
            .AsArray()
            .Select(branch => branch!["properties"]!)
            .First(properties => properties["code"]!["enum"]![0]!.GetValue<string>() == code)["category"]!;

    private static JsonNode Error() =>
        JsonNode.Parse(File.ReadAllText(RepositoryFiles.Path("schemas", "task_result.schema.json")))!["$defs"]![
            "error"
        ]!;

    private static ReadOnlyMemory<byte> Write(TaskFailure failure) =>
        MessageWriter
            .Write(
                new AgentMessage.TaskAnswer(
                    "t-1",
                    TaskTypes.DbQuery,
                    new EntryId(1, 0),
                    failure,
                    DateTimeOffset.UnixEpoch,
                    DateTimeOffset.UnixEpoch,
                    TimeSpan.Zero,
                    1,
                    None
                ),
                WireSamples.Envelope,
                long.MaxValue
            )
            .Data;
}
