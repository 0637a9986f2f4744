using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>A bounded pool of sessions; MySQL and MariaDB differ in the name of the time limit alone.</summary>
internal sealed class MySqlDriver : IAdoDriver
{
    private readonly MySqlDataSource source;
    private readonly IReadOnlyList<string> warnings;
    private readonly TimeSpan statementTimeout;

    public MySqlDriver(DatabaseType type, MySqlCredentials credentials, TimeSpan statementTimeout)
    {
        Type = type;
        warnings = credentials.Warnings;
        this.statementTimeout = statementTimeout;
        var builder = new MySqlDataSourceBuilder(credentials.Connection.ConnectionString);
        if (credentials.Password.Case is string password)
            builder.UsePeriodicPasswordProvider(
                (_, _) => ValueTask.FromResult(password),
                TimeSpan.FromHours(1),
                TimeSpan.FromSeconds(1)
            );
        credentials.ClientCertificate.Iter(certificate =>
            builder.UseClientCertificatesCallback(certificates =>
            {
                certificates.Add(certificate);
                return ValueTask.CompletedTask;
            })
        );
        credentials.Authorities.Iter(authorities =>
            builder.UseRemoteCertificateValidationCallback(
                (_, certificate, _, errors) => IsTrusted(certificate, authorities, credentials.ChecksName, errors)
            )
        );
        source = builder.Build();
    }

    public DatabaseType Type { get; }

    public bool TellsOrigin => true;

    public TimeSpan Grace => TimeSpan.FromSeconds(5);

    public CatalogQueries Catalog => MySqlCatalog.Queries;

    public PlaceholderForm Placeholders { get; } = new("?", Numbered: false);

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        work(cancellationToken);

    public async Task<IAdoSession> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var isLimited = await SetUpAsync(connection, cancellationToken);
            return new MySqlSession(
                source,
                connection,
                Type.Dialect(),
                isLimited ? warnings : [.. warnings, NoTimeLimit]
            );
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private const string NoTimeLimit =
        "The server has no time limit for statements: the agent cancels what runs too long, and nothing does if its connection breaks. Use a newer server.";

    /// <summary>Whether the server takes the time limit, which old versions do not know.</summary>
    private async Task<bool> SetUpAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        await using var begin = connection.CreateCommand();
        begin.CommandText = TimeLimit(connection.ServerVersion) + Session;
        try
        {
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.UnknownSystemVariable)
        {
            begin.CommandText = Session;
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return false;
        }
    }

    public TaskFailure Explain(Exception exception) => MySqlFailure.From(exception);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>The pinned sql_mode is what the guard's lexer assumes: backslash escapes, and double quotes that make strings.</summary>
    private const string Session =
        "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', "
        + "lock_wait_timeout = 10, innodb_lock_wait_timeout = 10; "
        + "SET SESSION TRANSACTION READ ONLY; START TRANSACTION READ ONLY";

    private string TimeLimit(string serverVersion) =>
        serverVersion.Contains("MariaDB", StringComparison.OrdinalIgnoreCase)
            ? $"SET SESSION max_statement_time = {statementTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}; "
            : $"SET SESSION max_execution_time = {statementTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}; ";

    private static bool IsTrusted(
        X509Certificate? presented,
        X509Certificate2Collection authorities,
        bool checksName,
        SslPolicyErrors errors
    )
    {
        if (presented is null || (checksName && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)))
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var certificate = new X509Certificate2(presented);
        return chain.Build(certificate);
    }
}
