using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Causum.Application.Ports;
using Causum.Domain.Tasks;
using Causum.Host.TaskRun;
using Causum.Infrastructure.Redis;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Causum.Host.Commands;

/// <summary><c>agent task run</c>: asks the running agents one question, as the control plane would.</summary>
public static class TaskCommand
{
    public static Command Create() => new("task", "Tasks for the running agents.") { Run() };

    private static AgentCommand Run()
    {
        var type = new Argument<string>("TYPE") { Description = $"One of: {string.Join(", ", TaskTypes.All)}" };
        type.AcceptOnlyFromAmong([.. TaskTypes.All]);
        var parameters = new System.CommandLine.Option<string[]>("--param")
        {
            Description =
                "A parameter of the task, as name=value; a value that is JSON is taken as JSON (parameters.id=7)",
            HelpName = "k=v",
        };
        var file = new TextOption("--params-file")
        {
            Description = "A JSON file with the task's params",
            HelpName = "F",
        };
        var timeout = new System.CommandLine.Option<int>("--timeout")
        {
            Description = "Seconds to wait for the result",
            DefaultValueFactory = _ => 60,
        };
        timeout.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
                given.AddError("--timeout must be at least 1 second");
        });
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "run",
            "Publishes one task to the own tasks stream, waits for its result and prints it.",
            "agent task run db_tables",
            "agent task run db_query --param query=\"SELECT id FROM orders WHERE id = :id\" --param parameters.id=7"
        )
        {
            type,
            parameters,
            file,
            timeout,
            format,
            SettingFlags.Config,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                TaskParameters
                    .Read(Optional(parsed.GetValue(file)), parsed.GetValue(parameters) ?? [])
                    .Match(
                        Left: MisusedAsync,
                        Right: given =>
                            Prepared
                                .Online(parsed, TimeProvider.System)
                                .Match(
                                    Succ: prepared =>
                                        RunAsync(
                                            prepared,
                                            new Question(
                                                parsed.GetValue(type)!,
                                                given,
                                                TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                                                OutputFormat.IsJson(parsed, format)
                                            ),
                                            cancellationToken
                                        ),
                                    Fail: errors => RefusedAsync([.. errors])
                                )
                    )
        );
        return command;
    }

    private static async Task<int> RunAsync(Prepared prepared, Question question, CancellationToken cancellationToken)
    {
        await using var provider = new ServiceCollection()
            .AddSingleton(prepared.Settings)
            .AddRedisControlPlane()
            .BuildServiceProvider(CompositionRoot.Strict);
        var controlPlane = provider.GetRequiredService<IControlPlane>();
        if ((await controlPlane.OpenAsync(cancellationToken)).Case is string unreachable)
        {
            Problems.Write(
                Console.Error,
                $"Redis at {prepared.Settings.RedisUrl} cannot be used: {unreachable}",
                "check the address in the connection token and the network on the way there"
            );
            return ExitCode.Unreachable;
        }
        var taskId = $"cli-{Guid.NewGuid():N}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(question.Wait);
        try
        {
            await controlPlane.SendAsync("task", question.Message(taskId), limit.Token);
            await foreach (var message in controlPlane.ReadAsync(limit.Token))
                if (
                    message.Type == "task_result"
                    && JsonNode.Parse(message.Data.Span) is JsonObject answer
                    && (string?)answer["task_id"] == taskId
                )
                    return Show(answer, question.AsJson);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Problems.Write(
                Console.Error,
                $"no agent answered the {question.Type} task within {question.Wait.TotalSeconds:0} s; it stays in the stream",
                "see that an agent with this token runs and has a config, or allow more time with --timeout"
            );
        }
        return ExitCode.Failed;
    }

    private static int Show(JsonObject answer, bool asJson)
    {
        if (asJson)
            Console.Out.WriteLine(answer.ToJsonString());
        else
            TaskAnswerView.Show(AnsiConsole.Console, answer);
        return (string?)answer["status"] == "success" ? ExitCode.Fine : ExitCode.Failed;
    }

    private static Task<int> MisusedAsync(string fault)
    {
        Problems.Write(Console.Error, fault, "agent task run --help shows the usage");
        return Task.FromResult(ExitCode.BadInput);
    }

    private static Task<int> RefusedAsync(IReadOnlyCollection<Domain.Input.InputError> errors)
    {
        Problems.Write(Console.Error, errors, "correct them; 'agent config test' lists every problem");
        return Task.FromResult(ExitCode.BadInput);
    }

    private sealed record Question(string Type, JsonObject Parameters, TimeSpan Wait, bool AsJson)
    {
        public byte[] Message(string taskId) =>
            Encoding.UTF8.GetBytes(
                new JsonObject
                {
                    ["type"] = "task",
                    ["task_id"] = taskId,
                    ["task_type"] = Type,
                    ["timeout_seconds"] = (int)Wait.TotalSeconds,
                    ["params"] = Parameters,
                }.ToJsonString()
            );
    }
}
