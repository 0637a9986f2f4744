using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>A redis-server that speaks TLS on a second port, with a certificate that can be changed while it runs.</summary>
public sealed class TlsRedisServer : IAsyncLifetime
{
    public const string Password = "tls-planted-pw";

    private readonly RedisProcess process;
    private ConnectionMultiplexer? connection;
    private int written;

    public TlsRedisServer()
    {
        Folder = Directory.CreateTempSubdirectory("redis-tls-").FullName;
        var (certificate, key) = Write(Authority.Server());
        process = new RedisProcess(
            ["--tls-port", $"{TlsPort}", "--tls-auth-clients", "no", "--tls-cert-file", certificate],
            ["--tls-key-file", key, "--requirepass", Password, "--save", ""]
        )
        {
            Password = Password,
        };
        CaFile = Write("ca.pem", Authority.Pem);
    }

    public TestAuthority Authority { get; } = new("Acme Internal CA");

    public string Folder { get; }

    /// <summary>The authority of the server's first certificate.</summary>
    public string CaFile { get; }

    public int TlsPort { get; } = UnprivilegedServer.FreePort();

    public int PlainPort => process.Port;

    public string Url => $"rediss://:{Password}@localhost:{TlsPort}";

    public ConnectionMultiplexer Connection =>
        connection ?? throw new InvalidOperationException("Redis was not started.");

    public IDatabase Database => Connection.GetDatabase();

    public async Task InitializeAsync()
    {
        await process.StartAsync();
        connection = await TestConnection.OpenAsync(Password, process.EndPoint);
    }

    public async Task DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        await process.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>What every connection from now on is shown.</summary>
    public async Task ShowAsync((string Certificate, string Key) pair)
    {
        var (certificate, key) = Write(pair);
        await process.TellAsync("CONFIG", "SET", "tls-cert-file", certificate, "tls-key-file", key);
    }

    public string Write(string name, string content)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    private (string Certificate, string Key) Write((string Certificate, string Key) pair)
    {
        written++;
        return (Write($"{written}.crt", pair.Certificate), Write($"{written}.key", pair.Key));
    }
}
