using System.Globalization;
using Causum.Application.Ports;
using Causum.Domain.Sql;
using Causum.Infrastructure.Databases;
using MySqlConnector;

namespace Causum.Infrastructure.MySql;

/// <summary>
/// One read-only transaction. The driver's protocol lets a text hold several statements, so a text from outside is never sent as one: it is bound as a value and
/// prepared by the server, which takes exactly one statement there.
/// </summary>
internal sealed class MySqlSession(
    MySqlDataSource source,
    MySqlConnection connection,
    SqlDialect dialect,
    IReadOnlyList<string> warnings
) : IAdoSession, IRoutineLookup
{
    public async Task<ServerFacts> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = MySqlCatalog.Facts;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var version = row.GetString(0);
        await row.NextResultAsync(cancellationToken);
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await row.ReadAsync(cancellationToken))
            settings[row.GetString(0)] = row.GetString(1);
        await row.NextResultAsync(cancellationToken);
        var grants = new List<string>();
        while (await row.ReadAsync(cancellationToken))
            grants.Add(row.GetString(0));
        return new ServerFacts(version, IsReadOnly(settings), [.. warnings, .. MySqlRights.Warnings(grants)]);
    }

    private static bool IsReadOnly(Dictionary<string, string> settings) =>
        (settings.GetValueOrDefault("transaction_read_only") ?? settings.GetValueOrDefault("tx_read_only"))
            is "ON"
                or "1"
        && settings.GetValueOrDefault("sql_mode") is { } mode
        && !mode.Contains("ANSI_QUOTES", StringComparison.OrdinalIgnoreCase)
        && !mode.Contains("NO_BACKSLASH_ESCAPES", StringComparison.OrdinalIgnoreCase);

    public async Task ReadAsync(Statement statement, IRowSink sink, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Envelope(statement.Values.Count);
        command.Parameters.AddWithValue("@text", statement.Text);
        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters.AddWithValue($"@value{i}", MySqlCells.Parameter(statement.Values[i]));
        cancellationToken.ThrowIfCancellationRequested();
        await using var cancel = new RepeatedCancel(CancelAsync, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancel.Abandon);
        var schema = reader.GetColumnSchema().Cast<MySqlDbColumn>().ToList();
        var columns = schema.ConvertAll(MySqlCells.Column);
        CellReader[] cells = [.. schema.Select(column => MySqlCells.Reader(column.ProviderType))];
        if (!await RowPump.CopyAsync(reader, columns, cells, sink, cancel.Abandon, cancellationToken))
            command.Cancel();
    }

    public Task<KnownRoutines> RoutinesAsync(
        IReadOnlyCollection<string> schemas,
        CancellationToken cancellationToken
    ) => MySqlRoutines.ReadAsync(connection, dialect, schemas, cancellationToken);

    /// <summary>Returning the connection resets it: user variables, prepared statements and session settings are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await using var rollback = connection.CreateCommand();
                rollback.CommandText = "ROLLBACK";
                await rollback.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (MySqlException)
        {
            // The connection is gone, and the transaction with it.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private async Task CancelAsync(CancellationToken cancellationToken)
    {
        await using var other = await source.OpenConnectionAsync(cancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"KILL QUERY {connection.ServerThread}");
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Always the same three statements; the text and the values are the driver's parameters.</summary>
    private static string Envelope(int values)
    {
        var numbers = Enumerable.Range(0, values).ToList();
        var assignments = string.Concat(numbers.Select(i => $", @causum_value{i} = @value{i}"));
        var variables = values == 0 ? "" : " USING " + string.Join(", ", numbers.Select(i => $"@causum_value{i}"));
        return $"SET @causum_text = @text{assignments}; PREPARE causum_statement FROM @causum_text; "
            + $"EXECUTE causum_statement{variables}";
    }
}
