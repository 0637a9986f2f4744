using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>What the driver needs to log in, all of it in memory. The password stays out of the connection string.</summary>
/// <param name="Authorities">Trusted instead of the system's; the driver has no setting for certificates in memory, so the driver's callback checks them.</param>
/// <param name="ChecksName">Whether the certificate must name the host.</param>
internal sealed record MySqlCredentials(
    MySqlConnectionStringBuilder Connection,
    Option<string> Password,
    Option<X509Certificate2> ClientCertificate,
    Option<X509Certificate2Collection> Authorities,
    bool ChecksName,
    IReadOnlyList<string> Warnings
)
{
    private const uint MaxConnections = 24;

    public static Either<TaskFailure, MySqlCredentials> Create(
        DatabaseConfig config,
        IReadOnlyDictionary<string, Secret> secrets,
        TimeSpan statementTimeout,
        DateTimeOffset now
    )
    {
        var settings = new ConnectionSettings(config, secrets);
        return from login in ServerLogin.Read(config, settings, 3306, now)
            from sslMode in Encryption(config.AuthType, settings, login.Authorities.IsSome)
            select new MySqlCredentials(
                Tuned(
                    new MySqlConnectionStringBuilder
                    {
                        Server = login.Host,
                        Port = (uint)login.Port,
                        Database = config.Schema.IfNone(login.Database),
                        UserID = login.UserName,
                        ConnectionTimeout = (uint)login.ConnectTimeout,
                        SslMode = sslMode,
                        AllowPublicKeyRetrieval = settings.Option("allow_public_key_retrieval") == Some("true"),
                        DefaultCommandTimeout = (uint)Math.Ceiling(statementTimeout.TotalSeconds) + 10,
                    }
                ),
                login.Password,
                login.ClientCertificate,
                login.Authorities,
                ChecksName: config.AuthType != "ssl" && settings.Option("check_hostname") != Some("false"),
                sslMode is MySqlSslMode.Required && login.Authorities.IsNone
                    ? ["The server's certificate is not checked: give ssl_ca, or use auth_type ssl_verify."]
                    : []
            );
    }

    private static MySqlConnectionStringBuilder Tuned(MySqlConnectionStringBuilder connection)
    {
        connection.MaximumPoolSize = MaxConnections;
        connection.ConnectionIdleTimeout = 60;
        connection.ConnectionReset = true;
        connection.Keepalive = 30;
        connection.CharacterSet = "utf8mb4";
        connection.PersistSecurityInfo = false;
        connection.AllowLoadLocalInfile = false;
        connection.AllowUserVariables = true;
        connection.AllowZeroDateTime = true;
        connection.TreatTinyAsBoolean = false;
        connection.GuidFormat = MySqlGuidFormat.None;
        connection.AutoEnlist = false;
        connection.ServerRedirectionMode = MySqlServerRedirectionMode.Disabled;
        connection.ApplicationName = "causum-agent";
        return connection;
    }

    /// <summary>With own authorities the driver must stop at "encrypted" and leave the check of the certificate to the callback.</summary>
    private static Either<TaskFailure, MySqlSslMode> Encryption(
        string authType,
        ConnectionSettings settings,
        bool withAuthority
    ) =>
        withAuthority ? MySqlSslMode.Required
        : authType == "ssl_verify" ? MySqlSslMode.VerifyFull
        : authType == "ssl" ? MySqlSslMode.Required
        : Chosen(
            settings.Option("sslmode").Case as string,
            authType == "ssl_cert" ? MySqlSslMode.VerifyFull : MySqlSslMode.Preferred
        );

    private static Either<TaskFailure, MySqlSslMode> Chosen(string? name, MySqlSslMode standard) =>
        name switch
        {
            null => standard,
            "none" or "disabled" or "disable" => MySqlSslMode.None,
            "preferred" or "prefer" => MySqlSslMode.Preferred,
            "required" or "require" => MySqlSslMode.Required,
            "verify_ca" or "verify-ca" => MySqlSslMode.VerifyCA,
            "verify_full" or "verify-full" or "verify_identity" => MySqlSslMode.VerifyFull,
            _ => TaskFailure.Configuration(
                Component.Database,
                "database.options.sslmode must be one of: disabled, preferred, required, verify_ca, verify_identity."
            ),
        };
}
