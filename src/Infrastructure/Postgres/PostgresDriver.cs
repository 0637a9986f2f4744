using System.Globalization;
using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Databases;
using Npgsql;

namespace Causum.Infrastructure.Postgres;

/// <summary>A bounded pool of sessions that the server itself keeps read-only.</summary>
internal sealed class PostgresDriver : IAdoDriver
{
    private readonly NpgsqlDataSource source;
    private readonly IReadOnlyList<string> warnings;
    private readonly string limit;
    private readonly string lockLimit;

    /// <summary>Texts go to the server as they are: the driver must neither split them at semicolons nor look for placeholders in them.</summary>
    static PostgresDriver() => AppContext.SetSwitch("Npgsql.EnableSqlRewriting", isEnabled: false);

    public PostgresDriver(PostgresCredentials credentials)
    {
        var builder = new NpgsqlDataSourceBuilder(credentials.Connection.ConnectionString);
        if (credentials.Password.Case is string password)
            builder.UsePasswordProvider(_ => password, (_, _) => ValueTask.FromResult(password));
        credentials.ClientCertificate.Iter(certificate =>
            builder.UseSslClientAuthenticationOptionsCallback(tls => tls.ClientCertificates = [certificate])
        );
        credentials.Authorities.Iter(authorities => builder.UseRootCertificates(authorities));
        source = builder.Build();
        warnings = credentials.Warnings;
        limit = Milliseconds(credentials.StatementTimeout);
        lockLimit = Milliseconds(
            TimeSpan.FromTicks(Math.Min(credentials.StatementTimeout.Ticks, TimeSpan.TicksPerSecond * 10))
        );
    }

    public DatabaseType Type => DatabaseType.Postgresql;

    public bool TellsOrigin => true;

    public TimeSpan Grace => TimeSpan.FromSeconds(5);

    public CatalogQueries Catalog => PostgresCatalog.Queries;

    public PlaceholderForm Placeholders { get; } = new("$", Numbered: true);

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        work(cancellationToken);

    public async Task<IAdoSession> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var begin = Begin(connection);
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return new PostgresSession(source, connection, warnings);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// What the start-up options already said is said again for the transaction, in the same round trip: a pooler may have dropped the options, and the guard's
    /// lexer rests on the meaning of backslashes.
    /// </summary>
    private NpgsqlBatch Begin(NpgsqlConnection connection)
    {
        var settings = new NpgsqlBatchCommand(
            "SELECT pg_catalog.set_config('standard_conforming_strings', 'on', true), "
                + "pg_catalog.set_config('statement_timeout', $1, true), pg_catalog.set_config('lock_timeout', $2, true)"
        );
        settings.Parameters.Add(new NpgsqlParameter<string> { TypedValue = limit });
        settings.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lockLimit });
        return new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand("BEGIN READ ONLY"), settings } };
    }

    private static string Milliseconds(TimeSpan time) =>
        ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    public TaskFailure Explain(Exception exception) => PostgresFailure.From(exception);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
