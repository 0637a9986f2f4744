using Causum.Domain.Sql;
using Cli = System.CommandLine;

namespace Causum.Host.Commands;

/// <summary>
/// <c>agent guard</c>: the read-only guard's verdict on one query, or on lines of JSON. Needs no configuration and no connection.
/// </summary>
public static class GuardCommand
{
    public static Cli.Command Create()
    {
        var query = new Cli.Argument<string?>("SQL")
        {
            Description = "The query, or - to read it from standard input.",
            Arity = Cli.ArgumentArity.ZeroOrOne,
        };
        var dialect = new Cli.Option<string>("--dialect", "-d")
        {
            Description = "Whose rules hold: " + string.Join(", ", SqlDialects.Names),
            DefaultValueFactory = _ => SqlDialect.Ansi.WireName(),
            HelpName = "D",
        };
        var format = OutputFormat.Option();
        var lines = new Cli.Option<bool>("--jsonl")
        {
            Description = """Read lines {"id","dialect","sql"} from standard input and write a verdict for each.""",
        };
        var command = new AgentCommand(
            "guard",
            "Says whether the read-only guard lets a query through, and if not, why and where. Works offline: the catalog, which tells what a database's own functions do, is asked only when a task runs.",
            "agent guard --dialect postgresql \"SELECT pg_sleep(1)\"",
            "agent guard --dialect mysql - < query.sql"
        )
        {
            query,
            dialect,
            format,
            lines,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var settings = parsed.InvocationConfiguration;
                return SqlDialects
                    .Parse(parsed.GetRequiredValue(dialect))
                    .Match(
                        Some: d =>
                            parsed.GetValue(lines)
                                ? ReadLinesAsync(d, cancellationToken)
                                : CheckOneAsync(
                                    d,
                                    parsed.GetValue(query),
                                    OutputFormat.IsJson(parsed, format),
                                    settings,
                                    cancellationToken
                                ),
                        None: () =>
                            FailAsync(
                                settings,
                                "--dialect is not known",
                                $"use one of {string.Join(", ", SqlDialects.Names)}"
                            )
                    );
            }
        );
        return command;
    }

    private static async Task<int> ReadLinesAsync(SqlDialect fallback, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        return await GuardLines.RunAsync(input, output, fallback, cancellationToken);
    }

    private static async Task<int> CheckOneAsync(
        SqlDialect dialect,
        string? query,
        bool asJson,
        Cli.InvocationConfiguration settings,
        CancellationToken cancellationToken
    )
    {
        if (query is null && !Console.IsInputRedirected)
            return await FailAsync(settings, "there is no query", "give one, or - to read it from standard input");
        var text = query is null or "-"
            // The console's reader blocks its caller, whom an interruption must reach.
            ? await Task.Run(Console.In.ReadToEnd, cancellationToken).WaitAsync(cancellationToken)
            : query;
        var verdict = ReadOnlyGuard.Check(dialect, text);
        await settings.Output.WriteLineAsync(
            asJson ? GuardVerdict.Json(dialect, verdict) : GuardVerdict.Text(dialect, text, verdict)
        );
        return verdict.IsRight ? ExitCode.Fine : ExitCode.Failed;
    }

    private static Task<int> FailAsync(Cli.InvocationConfiguration settings, string message, string next)
    {
        Problems.Write(settings.Error, message, next);
        return Task.FromResult(ExitCode.BadInput);
    }
}
