using System.CommandLine;
using System.CommandLine.Parsing;
using Causum.Application.Configuration;
using Causum.Application.Desensitization;
using Causum.Application.Tasks;
using Causum.Domain.Input;
using Causum.Domain.Messages;
using Causum.Domain.Settings;
using Causum.Host.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Host.Commands;

/// <summary><c>agent preview</c>: what would leave the network, shown before anything does. Needs no control plane, and for files no database.</summary>
public static class PreviewCommand
{
    private const int StandardLimit = 20;

    private static readonly TextOption Query = new("--query") { Description = "Run this query", HelpName = "SQL" };
    private static readonly TextOption Table = new("--table") { Description = "Sample this table", HelpName = "T" };
    private static readonly System.CommandLine.Option<string[]> Input = new("--input")
    {
        Description = "Take tables from CSV or JSON files instead of the database",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };
    private static readonly System.CommandLine.Option<int> Limit = new("--limit")
    {
        Description = "Rows of each table",
        HelpName = "N",
        DefaultValueFactory = _ => StandardLimit,
    };
    private static readonly Flag ShowOriginal = new("--show-original")
    {
        Description = "Show the original cells beside what would leave (on the screen only)",
    };

    static PreviewCommand() =>
        Limit.Validators.Add(given =>
        {
            if (given is { Implicit: false } && given.GetValueOrDefault<int>() < 1)
                given.AddError("--limit must be at least 1");
        });

    public static Command Create()
    {
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "preview",
            "Shows what would leave the network: rows before and after, the verdict on each column, the receipt. Publishes nothing.",
            "agent preview --config agent.yaml --query \"SELECT * FROM customers\"",
            "agent preview --input customers.csv orders.json --show-original"
        )
        {
            SettingFlags.Config,
            Query,
            Table,
            Input,
            Limit,
            ShowOriginal,
            format,
        };
        command.Validators.Add(Fits);
        command.SetAction(
            (parsed, cancellationToken) =>
                Prepared
                    .Offline(parsed)
                    .Match(
                        Succ: prepared =>
                            RunAsync(
                                Quiet(prepared),
                                Request(parsed, prepared.Policy, OutputFormat.IsJson(parsed, format)),
                                parsed.InvocationConfiguration,
                                cancellationToken
                            ),
                        Fail: errors => Task.FromResult(Refused([.. errors], parsed.InvocationConfiguration))
                    )
        );
        return command;
    }

    private static void Fits(CommandResult given)
    {
        Symbol[] sources = [Query, Table, Input];
        if (sources.Count(source => given.Children.Any(child => IsOf(child, source))) != 1)
            given.AddError("exactly one of --query, --table and --input says what to look at");
    }

    private static bool IsOf(SymbolResult child, Symbol source) =>
        child is OptionResult { Implicit: false } option && ReferenceEquals(option.Option, source);

    private static PreviewRequest Request(ParseResult parsed, LocalPolicy policy, bool asJson)
    {
        PreviewSource source =
            parsed.GetValue(Query) is { } sql ? new PreviewSource.Query(sql)
            : parsed.GetValue(Table) is { } table ? new PreviewSource.Table(table)
            : new PreviewSource.Files(parsed.GetValue(Input) ?? []);
        return new PreviewRequest(
            source,
            policy.Tighten(parsed.GetValue(Limit)),
            parsed.GetValue(ShowOriginal),
            asJson
        );
    }

    private static async Task<int> RunAsync(
        Prepared prepared,
        PreviewRequest request,
        InvocationConfiguration streams,
        CancellationToken cancellationToken
    )
    {
        var check = CompositionRoot.Check(prepared);
        if (check.IsFail)
            return Refused([.. check.FailToSeq()], streams);
        Problems.Warn(streams.Error, prepared.Warnings);
        // Without a queue the worker cannot be built; nothing here asks for it.
        await using var services = new ServiceCollection().AddAgent(prepared).BuildServiceProvider();
        var configurator = services.GetRequiredService<Configurator>();
        var restored = await configurator.RestoreAsync(cancellationToken);
        if (restored.Case is AgentMessage.ConfigApplied { Applied: false } rejected)
            return Refused(rejected.Errors, streams);
        await using var lease = configurator.Lease().MatchUnsafe<WorkspaceLease?>(held => held, () => null);
        var workspace = lease is null ? LanguageExt.Option<Workspace>.None : lease.Workspace;
        var run = new PreviewRun(
            services.GetRequiredService<Desensitizer>(),
            workspace,
            prepared.Settings.MaxResultBytes
        );
        return await run.RunAsync(request, streams.Output, streams.Error, cancellationToken);
    }

    /// <summary>What goes wrong is told in the command's own words; log lines between the tables would only disturb.</summary>
    private static Prepared Quiet(Prepared prepared) =>
        prepared with
        {
            Settings = prepared.Settings with { Log = prepared.Settings.Log with { Level = Verbosity.Error } },
        };

    private static int Refused(IReadOnlyCollection<InputError> errors, InvocationConfiguration streams)
    {
        Problems.Write(streams.Error, errors, "correct them; 'agent config test' lists every problem");
        return ExitCode.BadInput;
    }
}
