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
            await using var begin = new NpgsqlCommand("BEGIN READ ONLY", connection);
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return new PostgresSession(source, connection, warnings);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public TaskFailure Explain(Exception exception) => PostgresFailure.From(exception);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
