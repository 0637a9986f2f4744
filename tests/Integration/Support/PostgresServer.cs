using System.Globalization;
using Npgsql;

namespace Causum.Integration.Support;

/// <summary>An own PostgreSQL cluster with TLS for all tests of the collection. Databases made in it live as long as the server.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Host = "127.0.0.1";
    public const string Superuser = "tests_owner";
    public const string Password = "made-up-Pa55word-7431";

    private readonly UnprivilegedServer server = new("postgres", "postgres", "nobody");
    private readonly string bin = Path.GetDirectoryName(
        UnprivilegedServer.Find(
            "initdb",
            [
                .. Directory.Exists("/usr/lib/postgresql")
                    ? Directory
                        .GetDirectories("/usr/lib/postgresql")
                        .OrderDescending()
                        .Select(d => Path.Combine(d, "bin"))
                    : [],
            ]
        )
    )!;
    private int databases;

    internal TestAuthority Authority { get; } = new();

    public int Port { get; private set; }

    /// <summary>Holds the server's data and all other files of it.</summary>
    internal string Folder => server.Folder;

    /// <summary>For the tests' own statements, with all rights.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Username = Superuser,
            Password = Password,
            Database = database,
            Pooling = false,
            SslMode = SslMode.Disable,
        }.ConnectionString;

    /// <summary>A fresh database filled by the script; gives its name.</summary>
    public async Task<string> CreateDatabaseAsync(string script)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"tests_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        await ExecuteAsync(name, script);
        return name;
    }

    public async Task ExecuteAsync(string database, string script)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        foreach (
            var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async Task<T> ScalarAsync<T>(string database, string query)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task InitializeAsync()
    {
        var (certificate, key) = Authority.Server();
        var passwordFile = server.Write("password", Password);
        server.Write("server.crt", certificate);
        server.Write("server.key", key);
        server.Write("ca.crt", Authority.Pem);
        server.RunAsUser(
            Path.Combine(bin, "initdb"),
            "--no-sync",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            $"--username={Superuser}",
            $"--pwfile={passwordFile}",
            Data
        );
        server.Write(
            "hba.conf",
            """
            hostssl   all cert_login 127.0.0.1/32 cert
            hostssl   all tls_login  127.0.0.1/32 scram-sha-256
            hostnossl all tls_login  127.0.0.1/32 reject
            host      all clear_login 127.0.0.1/32 password
            host      all md5_login  127.0.0.1/32 md5
            host      all bare_login 127.0.0.1/32 trust
            host      all all        127.0.0.1/32 scram-sha-256
            """
        );
        Port = UnprivilegedServer.FreePort();
        await StartAsync();
    }

    /// <summary>Ends the server at once and starts it again on the same data and port.</summary>
    public async Task RestartAsync()
    {
        await server.StopAsync();
        await StartAsync();
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    private string Data => Path.Combine(server.Folder, "data");

    private async Task StartAsync()
    {
        string Setting(string name, string file) => $"{name}={Path.Combine(server.Folder, file)}";
        server.Start(
            Path.Combine(bin, "postgres"),
            [
                "-D",
                Data,
                "-p",
                Port.ToString(CultureInfo.InvariantCulture),
                .. new[]
                {
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=off",
                    "full_page_writes=off",
                    "max_connections=60",
                    "ssl=on",
                    Setting("ssl_cert_file", "server.crt"),
                    Setting("ssl_key_file", "server.key"),
                    Setting("ssl_ca_file", "ca.crt"),
                    Setting("hba_file", "hba.conf"),
                }.SelectMany(s => new[] { "-c", s }),
            ]
        );
        await server.WaitUntilAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
        });
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
