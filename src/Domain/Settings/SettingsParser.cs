using System.Globalization;
using System.Text.RegularExpressions;
using Causum.Domain.Config;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>Text to checked settings; every fault at once, each under the name by which the value was given.</summary>
public static partial class SettingsParser
{
    private const long MaxBytes = 1L << 40;

    /// <param name="identity">The instance's own name, for where none is set.</param>
    /// <param name="now">A token past its end is refused.</param>
    public static Validation<InputError, AgentSettings> Parse(RawSettings raw, string identity, DateTimeOffset now)
    {
        var faults = new Faults();
        var connection = raw.Find(KnownSettings.ConnectionToken)
            .Match(
                value => faults.Take(ConnectionToken.Parse(value.Text, now)),
                () =>
                {
                    faults.Add(
                        new InputError.InvalidValue(
                            FieldPath.Root.Field(KnownSettings.ConnectionToken.Variable),
                            "is required: set it, AGENT_CONNECTION_TOKEN_FILE, or connection: in the --config file"
                        )
                    );
                    return Option<ConnectionToken>.None;
                }
            );
        return Read(raw, connection.IfNone(ConnectionToken.Local), identity, faults);
    }

    /// <summary>For commands that speak to no control plane: a token is neither needed nor looked at.</summary>
    public static Validation<InputError, AgentSettings> ParseOffline(RawSettings raw, string identity) =>
        Read(raw, ConnectionToken.Local, identity, new Faults());

    private static Validation<InputError, AgentSettings> Read(
        RawSettings raw,
        ConnectionToken connection,
        string identity,
        Faults faults
    )
    {
        var reader = new SettingReader(raw, faults);
        UnsupportedSettings.Refuse(reader);
        var settings = new AgentSettings
        {
            Connection = connection,
            InstanceId = reader
                .Text(KnownSettings.InstanceId)
                .Bind(id =>
                    reader.Checked(
                        KnownSettings.InstanceId,
                        id,
                        IsInstanceId(id),
                        "must be 1 to 128 letters, digits and . _ : -"
                    )
                )
                .IfNone(identity),
            StateDirectory = reader.Text(KnownSettings.StateDirectory).IfNone("."),
            PolicyFile = reader.Text(KnownSettings.PolicyFile),
            Log = new LogSettings(
                reader.Choice(
                    KnownSettings.LogLevel,
                    Verbosity.Info,
                    ("debug", Verbosity.Debug),
                    ("info", Verbosity.Info),
                    ("warning", Verbosity.Warning),
                    ("warn", Verbosity.Warning),
                    ("error", Verbosity.Error)
                ),
                reader.Choice(
                    KnownSettings.LogFormat,
                    LogFormat.Auto,
                    ("auto", LogFormat.Auto),
                    ("text", LogFormat.Text),
                    ("json", LogFormat.Json)
                ),
                reader.Text(KnownSettings.LogDirectory)
            ),
            Concurrency = (int)reader.Whole(KnownSettings.Concurrency, 1, 1024).IfNone(4),
            ClaimIdle = reader.Seconds(KnownSettings.ClaimIdle, 1, 3600).IfNone(TimeSpan.Zero),
            MaxDeliveries = (int)reader.Whole(KnownSettings.MaxDeliveries, 1, 1000).IfNone(1),
            MaxTaskAge = reader.Seconds(KnownSettings.MaxTaskAge, 0, 31_536_000).Filter(age => age > TimeSpan.Zero),
            MaxTaskTime = reader.Seconds(KnownSettings.MaxTaskTime, 1, 86_400).IfNone(TimeSpan.Zero),
            HeartbeatInterval = reader.Seconds(KnownSettings.HeartbeatInterval, 1, 3600).IfNone(TimeSpan.Zero),
            ShutdownGrace = reader.Seconds(KnownSettings.ShutdownGrace, 0, 3600).IfNone(TimeSpan.Zero),
            ResultsMaxLength = reader.Whole(KnownSettings.ResultsMaxLength, 1, MaxBytes),
            MaxResultBytes = reader.Whole(KnownSettings.MaxResultBytes, 1024, 512L * 1024 * 1024).IfNone(0),
            TokenLength = reader.Choice(KnownSettings.TokenLength, 8, ("8", 8), ("12", 12), ("16", 16)),
            TokenKeyFile = reader.Text(KnownSettings.TokenKeyFile),
            LlmEndpointPattern = reader
                .Text(KnownSettings.LlmEndpointPattern)
                .Bind(text => faults.Take(EndpointPattern.Create(reader.At(KnownSettings.LlmEndpointPattern), text))),
            LlmModelAllowlist = reader
                .Text(KnownSettings.LlmModelAllowlist)
                .Map(text =>
                    (IReadOnlyList<string>)
                        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ),
            AllowInsecureEndpoints = reader.Flag(KnownSettings.AllowInsecureEndpoints),
            DataDirs = DataDirs(reader),
            CaFile = reader.Text(KnownSettings.CaFile),
            RedisCaFile = reader.Text(KnownSettings.RedisCaFile),
            RedisProxy = reader
                .Text(KnownSettings.RedisProxy)
                .Bind(text => faults.Take(ProxyAddress.Parse(reader.At(KnownSettings.RedisProxy), text))),
            Http = Http(reader),
        };
        return faults.Or(() => settings);
    }

    private static string[] DataDirs(SettingReader reader) =>
        reader
            .Text(KnownSettings.DataDirs)
            .Map(text => FolderSeparator().Split(text).Select(f => f.Trim()).Where(f => f.Length > 0).ToArray())
            .Bind(folders =>
                reader.Checked(
                    KnownSettings.DataDirs,
                    folders,
                    folders.Length > 0 && folders.All(DatabasePath.IsAbsolute),
                    "must be absolute folders, separated by commas"
                )
            )
            .IfNone([]);

    private static Option<HttpListener> Http(SettingReader reader) =>
        reader
            .Text(KnownSettings.Http)
            .Filter(text => text != "off")
            .Bind(text =>
            {
                var form = Listener().Match(text);
                var port = 0;
                var fit =
                    form.Success
                    && int.TryParse(
                        form.Groups["port"].Value,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out port
                    )
                    && port <= 65535;
                return reader
                    .Checked(KnownSettings.Http, form, fit, "must be host:port, such as 127.0.0.1:8686, or off")
                    .Map(found => new HttpListener(
                        found.Groups["host"].Value.Trim('[', ']'),
                        port,
                        AskedFor: reader.IsSet(KnownSettings.Http)
                    ));
            });

    private static bool IsInstanceId(string id) =>
        id.Length <= 128 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    // A colon after a single letter belongs to a drive.
    [GeneratedRegex(
        @"[,;]|(?<!(^|[,;:])[A-Za-z]):",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FolderSeparator();

    [GeneratedRegex(
        @"\A(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.*-]+):(?<port>[0-9]{1,5})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Listener();
}
