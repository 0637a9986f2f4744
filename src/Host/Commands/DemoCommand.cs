using System.CommandLine;
using System.Diagnostics;
using Causum.Host.Demo;
using Spectre.Console;

namespace Causum.Host.Commands;

/// <summary><c>agent demo</c>: the agent at work on a sample database, with a control plane that follows a script. Needs nothing but the binary.</summary>
public static class DemoCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var redis = new TextOption("--redis")
        {
            Description = "Use a real Redis instead of a queue in this process",
            HelpName = "URL",
        };
        var database = new TextOption("--database")
        {
            Description =
                "Use a real database instead of the sample (postgresql://user:password@host/name, mysql://, mariadb://, sqlite:///path, duckdb:///path)",
            HelpName = "URL",
        };
        var model = new TextOption("--llm")
        {
            Description =
                "Use a language model (base URL of an OpenAI-compatible API; the key from OPENAI_API_KEY) instead of the built-in rules alone",
            HelpName = "URL",
        };
        var modelName = new TextOption("--llm-model")
        {
            Description = "Name of the model",
            HelpName = "NAME",
            DefaultValueFactory = _ => "gpt-4o-mini",
        };
        var wire = new Flag("--wire") { Description = "Print every message to its last byte" };
        var command = new AgentCommand(
            "demo",
            "Shows the agent at work: it registers, gets a config, runs every task type on a sample database and masks what it found.",
            "agent demo",
            "agent demo --redis redis://127.0.0.1:6379 --llm http://127.0.0.1:11434/v1 --llm-model llama3.1"
        )
        {
            redis,
            database,
            model,
            modelName,
            wire,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var sample = SampleDatabase.Create();
                return await (
                    from databaseUrl in Url("--database", parsed.GetValue(database))
                    from modelUrl in Url("--llm", parsed.GetValue(model))
                    from config in DemoTarget.Config(sample, databaseUrl, modelUrl, parsed.GetValue(modelName)!)
                    from agent in DemoAgent
                        .Create(Optional(parsed.GetValue(redis)), sample.StateDirectory)
                        .ToEither()
                        .MapLeft(errors => string.Join("; ", errors))
                    select RunAsync(
                        agent,
                        config,
                        databaseUrl.IsNone ? Some(sample) : None,
                        Screen(parsed.GetValue(wire)),
                        cancellationToken
                    )
                ).Match(Left: Misused, Right: run => run);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        DemoAgent agent,
        System.Text.Json.Nodes.JsonObject config,
        LanguageExt.Option<SampleDatabase> sample,
        DemoScreen screen,
        CancellationToken cancellationToken
    )
    {
        var start = Stopwatch.GetTimestamp();
        await using (agent)
        {
            if ((await agent.ControlPlane.OpenAsync(cancellationToken)).Case is string unreachable)
                return Unreachable(unreachable);
            await using var conversation = new DemoConversation(
                agent.ControlPlane,
                screen.Wire,
                Patience,
                cancellationToken
            );
            conversation.Listen();
            agent.Start();
            var story = new DemoStory(conversation, screen);
            try
            {
                await story.ConnectAsync(config);
                await story.RunEveryTaskAsync();
                if (sample.Case is SampleDatabase own)
                    await story.ShowBeforeAndAfterAsync(own);
                await story.ShowRefusalsAsync();
                screen.Heading("The agent stops");
                await agent.StopAsync();
                await conversation.HearAsync("heartbeat", m => (string?)m["status"] == "stopping");
            }
            catch (DemoEndedException e)
            {
                await Console.Error.WriteLineAsync($"error: {e.Message}");
                return ExitCode.Failed;
            }
        }
        screen.Say($"Done in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
        screen.Say(
            "Next: 'agent config generate' prints a configuration to begin with; 'agent preview' shows your own tables in this way."
        );
        return ExitCode.Fine;
    }

    private static DemoScreen Screen(bool whole)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        // A pipe has no width of its own; what goes into a file should not be broken at 80 columns.
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        return new DemoScreen(console, whole);
    }

    private static Either<string, LanguageExt.Option<Uri>> Url(string option, string? text) =>
        text is null ? LanguageExt.Option<Uri>.None
        : Uri.TryCreate(text, UriKind.Absolute, out var url) ? Some(url)
        : $"{option} must be a URL such as http://127.0.0.1:11434/v1.";

    private static Task<int> Misused(string fault)
    {
        Problems.Write(Console.Error, fault, "agent demo --help shows the usage");
        return Task.FromResult(ExitCode.BadInput);
    }

    private static int Unreachable(string reason)
    {
        Problems.Write(
            Console.Error,
            $"Redis cannot be used: {reason}",
            "check the URL given to --redis, or leave it out to use the queue in this process"
        );
        return ExitCode.Unreachable;
    }
}
