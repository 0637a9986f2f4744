using Causum.Application.Redaction;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;

namespace Causum.Host.Logging;

/// <summary>Log lines on stderr and, where a folder is set, in files that are rotated by day and size. Every line passes the redactor.</summary>
internal static class LoggingModule
{
    private const long FileBytes = 50 * 1024 * 1024;
    private const int FilesKept = 14;

    public static IServiceCollection AddAgentLogging(this IServiceCollection services, AgentSettings settings)
    {
        var known = new KnownSecrets();
        foreach (var secret in Secrets(settings))
            known.Add(secret);
        return services
            .AddLogging()
            .AddSingleton(known)
            .AddSerilog(
                (_, logging) =>
                {
                    logging.MinimumLevel.Is(Level(settings.Log.Level));
                    // Of the host's own life only what goes wrong.
                    logging.MinimumLevel.Override("Microsoft", LogEventLevel.Warning);
                    logging.WriteTo.Console(
                        new RedactingFormatter(Formatter(settings.Log.Format), known),
                        standardErrorFromLevel: LogEventLevel.Verbose
                    );
                    settings.Log.Directory.IfSome(folder =>
                        logging.WriteTo.File(
                            new RedactingFormatter(new JsonLine(), known),
                            Path.Combine(folder, $"agent-{settings.InstanceId.Replace(':', '_')}-.log"),
                            rollingInterval: RollingInterval.Day,
                            fileSizeLimitBytes: FileBytes,
                            rollOnFileSizeLimit: true,
                            retainedFileCountLimit: FilesKept,
                            hooks: new PrivateFile()
                        )
                    );
                },
                writeToProviders: false
            );
    }

    private static IEnumerable<Secret> Secrets(AgentSettings settings) =>
        new[]
        {
            settings.RedisUrl.Password,
            settings.RedisUrl.SentinelPassword,
            settings.RedisProxy.Bind(proxy => proxy.Password),
        }.Somes();

    private static ITextFormatter Formatter(LogFormat format) =>
        format switch
        {
            LogFormat.Text => new TextLine(),
            LogFormat.Json => new JsonLine(),
            LogFormat.Auto => Console.IsErrorRedirected ? new JsonLine() : new TextLine(),
        };

    private static LogEventLevel Level(Verbosity verbosity) =>
        verbosity switch
        {
            Verbosity.Debug => LogEventLevel.Debug,
            Verbosity.Info => LogEventLevel.Information,
            Verbosity.Warning => LogEventLevel.Warning,
            Verbosity.Error => LogEventLevel.Error,
        };
}
