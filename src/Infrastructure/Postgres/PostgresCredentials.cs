using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Sql;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Npgsql;

namespace Causum.Infrastructure.Postgres;

/// <summary>What the driver needs to log in, all of it in memory. The password stays out of the connection string.</summary>
/// <param name="Warnings">What is weaker than it should be, for <c>db_validate</c>.</param>
internal sealed record PostgresCredentials(
    NpgsqlConnectionStringBuilder Connection,
    Option<string> Password,
    Option<X509Certificate2> ClientCertificate,
    Option<X509Certificate2Collection> Authorities,
    IReadOnlyList<string> Warnings,
    TimeSpan StatementTimeout
)
{
    private const int MaxConnections = 24;

    public static Either<TaskFailure, PostgresCredentials> Create(
        DatabaseConfig config,
        IReadOnlyDictionary<string, Secret> secrets,
        TimeSpan statementTimeout,
        DateTimeOffset now
    )
    {
        var settings = new ConnectionSettings(config, secrets);
        return from login in ServerLogin.Read(config, settings, 5432, now)
            from sslMode in Encryption(config.AuthType, settings, login.Authorities.IsSome)
            select new PostgresCredentials(
                Tuned(
                    new NpgsqlConnectionStringBuilder
                    {
                        Host = login.Host,
                        Port = login.Port,
                        Database = login.Database,
                        Username = login.UserName,
                        Timeout = login.ConnectTimeout,
                        SslMode = sslMode,
                        RequireAuth = config.AuthType == "scram" ? "ScramSHA256" : null,
                        SearchPath = SearchPath(settings),
                        ApplicationName = settings.Option("application_name").IfNone("causum-agent"),
                        TargetSessionAttributes = settings.Option("target_session_attrs").Case as string,
                    },
                    statementTimeout
                ),
                login.Password,
                login.ClientCertificate,
                login.Authorities,
                sslMode is SslMode.Require && login.Authorities.IsNone
                    ? ["The server's certificate is not checked: give ssl_ca, or use auth_type ssl_verify."]
                    : [],
                statementTimeout
            );
    }

    private static NpgsqlConnectionStringBuilder Tuned(
        NpgsqlConnectionStringBuilder connection,
        TimeSpan statementTimeout
    )
    {
        var limit = (long)statementTimeout.TotalMilliseconds;
        connection.MaxPoolSize = MaxConnections;
        connection.ConnectionIdleLifetime = 60;
        connection.CommandTimeout = (int)Math.Ceiling(statementTimeout.TotalSeconds) + 10;
        connection.KeepAlive = 30;
        connection.PersistSecurityInfo = false;
        connection.IncludeErrorDetail = false;
        connection.LogParameters = false;
        connection.GssEncryptionMode = GssEncryptionMode.Disable;
        connection.Timezone = "UTC";
        connection.Options = string.Join(' ', Settings(limit).Select(s => $"-c {s.Name}={s.Value}"));
        return connection;
    }

    /// <summary>The second line of the guard, the server's own limits, and the one text form of values that <see cref="PostgresText"/> reads.</summary>
    private static IEnumerable<(string Name, string Value)> Settings(long limitMilliseconds) =>
        [
            ("default_transaction_read_only", "on"),
            ("standard_conforming_strings", "on"),
            ("statement_timeout", limitMilliseconds.ToString(CultureInfo.InvariantCulture)),
            ("lock_timeout", Math.Min(limitMilliseconds, 10_000).ToString(CultureInfo.InvariantCulture)),
            (
                "idle_in_transaction_session_timeout",
                (limitMilliseconds + 30_000).ToString(CultureInfo.InvariantCulture)
            ),
            ("DateStyle", "ISO"),
            ("IntervalStyle", "iso_8601"),
            ("bytea_output", "hex"),
            ("extra_float_digits", "1"),
        ];

    /// <summary>The config's schema alone, or the option's own list.</summary>
    private static string? SearchPath(ConnectionSettings settings) =>
        settings.Option("search_path").Case as string
        ?? settings.Optional("schema").Map(schema => SqlIdentifier.QuotePart(SqlDialect.Postgresql, schema)).Case
            as string;

    private static Either<TaskFailure, SslMode> Encryption(
        string authType,
        ConnectionSettings settings,
        bool withAuthority
    ) =>
        authType switch
        {
            "ssl_verify" => SslMode.VerifyFull,
            "ssl" => withAuthority ? SslMode.VerifyCA : SslMode.Require,
            _ => Chosen(
                settings.Option("sslmode").Case as string,
                withAuthority || authType == "ssl_cert" ? SslMode.VerifyFull : SslMode.Prefer
            ),
        };

    private static Either<TaskFailure, SslMode> Chosen(string? name, SslMode standard) =>
        name switch
        {
            null => standard,
            "disable" => SslMode.Disable,
            "allow" => SslMode.Allow,
            "prefer" => SslMode.Prefer,
            "require" => SslMode.Require,
            "verify-ca" => SslMode.VerifyCA,
            "verify-full" => SslMode.VerifyFull,
            _ => TaskFailure.Configuration(
                Component.Database,
                "database.options.sslmode must be one of: disable, allow, prefer, require, verify-ca, verify-full."
            ),
        };
}
