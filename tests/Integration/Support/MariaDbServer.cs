using System.Globalization;
using MySqlConnector;

namespace Causum.Integration.Support;

/// <summary>An own MariaDB server with TLS for all tests of the collection. Databases made in it live as long as the server.</summary>
public sealed class MariaDbServer : IAsyncLifetime
{
    public const string Host = "127.0.0.1";
    public const string Superuser = "tests_owner";
    public const string Password = "made-up-Pa55word-9214";

    private readonly UnprivilegedServer server = new("mariadb", "mysql", "nobody");
    private readonly string program = UnprivilegedServer.Find(
        "mariadbd",
        "/usr/sbin",
        "/usr/libexec",
        "/usr/local/sbin"
    );
    private readonly string install = UnprivilegedServer.Find("mariadb-install-db", "/usr/bin", "/usr/local/bin");
    private int databases;

    internal TestAuthority Authority { get; } = new();

    public int Port { get; private set; }

    internal IReadOnlyList<string> MoreArguments { get; init; } = [];

    /// <summary>Holds the server's data and all other files of it.</summary>
    internal string Folder => server.Folder;

    public string ConnectionString(string database) =>
        new MySqlConnectionStringBuilder
        {
            Server = Host,
            Port = (uint)Port,
            UserID = Superuser,
            Password = Password,
            Database = database,
            Pooling = false,
            SslMode = MySqlSslMode.None,
            AllowUserVariables = true,
        }.ConnectionString;

    /// <summary>A fresh database filled by the script; gives its name.</summary>
    public async Task<string> CreateDatabaseAsync(string script)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"tests_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync("mysql", $"CREATE DATABASE {name} CHARACTER SET utf8mb4");
        await ExecuteAsync(name, script.Replace("{database}", name, StringComparison.Ordinal));
        return name;
    }

    public async Task ExecuteAsync(string database, string script)
    {
        await using var connection = new MySqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string database, string query)
    {
        await using var connection = new MySqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(query, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task InitializeAsync()
    {
        var (certificate, key) = Authority.Server();
        server.Write("server.crt", certificate);
        server.Write("server.key", key);
        server.Write("ca.crt", Authority.Pem);
        server.Write(
            "init.sql",
            $"CREATE USER IF NOT EXISTS '{Superuser}'@'%' IDENTIFIED BY '{Password}';\nGRANT ALL ON *.* TO '{Superuser}'@'%' WITH GRANT OPTION;\n"
        );
        server.RunAsUser(
            install,
            "--no-defaults",
            $"--datadir={Data}",
            $"--tmpdir={server.Folder}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db"
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
        server.Start(
            program,
            [
                "--no-defaults",
                $"--datadir={Data}",
                $"--port={Port.ToString(CultureInfo.InvariantCulture)}",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                $"--socket={Path.Combine(server.Folder, "s")}",
                $"--pid-file={Path.Combine(server.Folder, "pid")}",
                $"--ssl-ca={Path.Combine(server.Folder, "ca.crt")}",
                $"--ssl-cert={Path.Combine(server.Folder, "server.crt")}",
                $"--ssl-key={Path.Combine(server.Folder, "server.key")}",
                $"--init-file={Path.Combine(server.Folder, "init.sql")}",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=32M",
                "--sql-mode=NO_ENGINE_SUBSTITUTION",
                .. MoreArguments,
            ]
        );
        await server.WaitUntilAsync(async () =>
        {
            await using var connection = new MySqlConnection(ConnectionString("mysql"));
            await connection.OpenAsync();
        });
    }
}

[CollectionDefinition(Name)]
public sealed class MariaDbCollection : ICollectionFixture<MariaDbServer>
{
    public const string Name = "MariaDB";
}
