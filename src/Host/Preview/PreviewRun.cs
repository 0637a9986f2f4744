using Causum.Application.Desensitization;
using Causum.Application.Ports;
using Causum.Application.Tasks;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Tasks;
using Spectre.Console;

namespace Causum.Host.Preview;

/// <summary>One run of <c>agent preview</c>: read, desensitize as a task would, show. Nothing is published.</summary>
/// <param name="workspace">The configuration in force, if there is one.</param>
internal sealed class PreviewRun(Desensitizer desensitizer, Option<Workspace> workspace, long maxResultBytes)
{
    private const int WidthOfAFile = 160;

    public async Task<int> RunAsync(
        PreviewRequest request,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        foreach (var warning in Warnings())
            await error.WriteLineAsync($"warning: {warning}");
        Either<InputError, PreviewTable>[] files = [.. Read(request)];
        if (files.Lefts().ToArray() is { Length: > 0 } faults)
            return await UnreadableAsync(faults, error);
        var outcome = await Model()
            .BindAsync(model => MakeAsync(request, [.. files.Rights()], model, cancellationToken));
        return await outcome.Match(
            Right: async previews =>
            {
                if (request.AsJson)
                    await output.WriteLineAsync(PreviewJson.Of(previews));
                else
                    Show(previews, request.ShowOriginal, output);
                return ExitCode.Fine;
            },
            Left: async failure =>
            {
                await error.WriteLineAsync($"error: {failure.Code}: {failure.Message}");
                foreach (var next in NextSteps(failure))
                    await error.WriteLineAsync($"next: {next}");
                return ExitCodeOf(failure);
            }
        );
    }

    private async Task<Either<TaskFailure, IReadOnlyList<TablePreview>>> MakeAsync(
        PreviewRequest request,
        IReadOnlyList<PreviewTable> files,
        Option<ILanguageModel> model,
        CancellationToken cancellationToken
    )
    {
        var tables = await TablesAsync(request, files, cancellationToken);
        if (tables.Case is not IReadOnlyList<PreviewTable> read)
            return tables.Map<IReadOnlyList<TablePreview>>(_ => []);
        var previews = new List<TablePreview>();
        foreach (var table in read)
        {
            var made = await TablePreview.MakeAsync(table, desensitizer, model, maxResultBytes, cancellationToken);
            if (made.Case is not TablePreview preview)
                return made.Map<IReadOnlyList<TablePreview>>(_ => []);
            previews.Add(preview);
        }
        return previews;
    }

    private Task<Either<TaskFailure, IReadOnlyList<PreviewTable>>> TablesAsync(
        PreviewRequest request,
        IReadOnlyList<PreviewTable> files,
        CancellationToken cancellationToken
    ) =>
        request.Source.Match(
            files: _ => Task.FromResult(Right<TaskFailure, IReadOnlyList<PreviewTable>>(files)),
            query: q => FromDatabaseAsync(request.Limit, d => d.QueryAsync(q.Sql, cancellationToken)),
            table: t => FromDatabaseAsync(request.Limit, d => d.SampleAsync(t.Name, cancellationToken))
        );

    private static IEnumerable<Either<InputError, PreviewTable>> Read(PreviewRequest request) =>
        request.Source is PreviewSource.Files files
            ? files.Paths.Select(path => InputFiles.Read(path, request.Limit))
            : [];

    private static async Task<int> UnreadableAsync(IReadOnlyList<InputError> faults, TextWriter error)
    {
        foreach (var fault in faults)
            await error.WriteLineAsync($"error: {fault}");
        await error.WriteLineAsync("next: correct the files named above; nothing was shown");
        return ExitCode.BadInput;
    }

    /// <summary>A task's advice is for who sends configurations; here a person has the file in hand.</summary>
    private static Option<string> NextSteps(TaskFailure failure) =>
        failure.Code == "config_missing"
            ? "name a file with a runtime: part by --config, or look at files of your own with --input"
            : failure.NextSteps;

    private async Task<Either<TaskFailure, IReadOnlyList<PreviewTable>>> FromDatabaseAsync(
        int limit,
        Func<DatabaseTable, Task<Either<TaskFailure, PreviewTable>>> read
    )
    {
        var opened = workspace.ToEither(() => TaskFailure.ConfigMissing("database"));
        var table = await opened.BindAsync(w => read(new DatabaseTable(w, limit, maxResultBytes)));
        return table.Map<IReadOnlyList<PreviewTable>>(t => [t]);
    }

    /// <summary>None: the rules decide. A configured model that cannot be had is told, as a task would tell it.</summary>
    private Either<TaskFailure, Option<ILanguageModel>> Model() =>
        workspace
            .Filter(w => w.Mode == DataMode.Llm)
            .Match(
                Some: w => w.Model.Map(model => Some(model)),
                None: () => Right<TaskFailure, Option<ILanguageModel>>(None)
            );

    private IEnumerable<string> Warnings() =>
        workspace
            .Map(w => w.Mode)
            .Match<IEnumerable<string>>(
                Some: mode =>
                    mode switch
                    {
                        DataMode.Passthrough =>
                        [
                            "the configuration's mode is passthrough: rows leave as they are. Shown is what the built-in rules would make of them.",
                        ],
                        DataMode.Blocked =>
                        [
                            "the configuration's mode is blocked: no row leaves. Shown is what the built-in rules would make of them.",
                        ],
                        DataMode.Llm or DataMode.Rules => [],
                    },
                None: () => []
            );

    private static void Show(IReadOnlyList<TablePreview> previews, bool showOriginal, TextWriter output)
    {
        var terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );
        if (!terminal)
            console.Profile.Width = WidthOfAFile;
        var screen = new PreviewScreen(console, showOriginal);
        foreach (var preview in previews)
            screen.Show(preview);
    }

    private static int ExitCodeOf(TaskFailure failure) =>
        failure.Code switch
        {
            "configuration_error" or "config_missing" or "auth_materialization_error" or "secret_provider_error" =>
                ExitCode.BadInput,
            "database_error" when failure.Category == "network_unreachable" => ExitCode.Unreachable,
            "llm_error" when failure.Category == "unavailable" || failure.Category == "timeout" => ExitCode.Unreachable,
            _ => ExitCode.Failed,
        };
}
