using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// PostgreSQL's simple query protocol, which drivers avoid: one text may hold many statements, and nobody has looked at it. Message formats: PostgreSQL manual,
/// Frontend/Backend Protocol.
/// </summary>
internal sealed class PostgresWire : IAsyncDisposable
{
    private readonly TcpClient client = new() { NoDelay = true };
    private BufferedStream stream = null!;

    public int ProcessId { get; private set; }

    /// <summary>I: idle, T: in a transaction, E: in a failed one.</summary>
    public char Transaction { get; private set; }

    public List<string> Notifications { get; } = [];

    /// <summary>Logs in as a user that needs no password.</summary>
    public static async Task<PostgresWire> OpenAsync(int port, string user, string database, string options)
    {
        var wire = new PostgresWire();
        await wire.client.ConnectAsync(IPAddress.Loopback, port);
        wire.stream = new BufferedStream(wire.client.GetStream(), 1 << 16);
        var parameters = $"user\0{user}\0database\0{database}\0options\0{options}\0client_encoding\0UTF8\0\0";
        byte[] version = [0, 3, 0, 0];
        await wire.SendAsync(null, [.. version, .. Encoding.UTF8.GetBytes(parameters)]);
        var answer = await wire.AnswerAsync();
        return answer.Error is null ? wire : throw new InvalidOperationException($"Log-in failed: {answer.Error}");
    }

    public async Task<WireAnswer> QueryAsync(string text)
    {
        await SendAsync('Q', [.. Encoding.UTF8.GetBytes(text), 0]);
        return await AnswerAsync();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<WireAnswer> AnswerAsync()
    {
        var rows = new List<string?[]>();
        var count = 0L;
        string? error = null;
        while (true)
        {
            var (type, body) = await ReadAsync();
            switch (type)
            {
                case 'Z':
                    Transaction = (char)body[0];
                    return new(count, rows, error);
                case 'K':
                    ProcessId = BinaryPrimitives.ReadInt32BigEndian(body);
                    break;
                case 'D' when count++ < 5_000:
                    rows.Add(Cells(body));
                    break;
                case 'E':
                    error = Field(body, 'C') + " " + Field(body, 'M');
                    // A failed log-in and a killed session end here.
                    if (Field(body, 'S') is "FATAL" or "PANIC")
                        throw new IOException(error);
                    break;
                case 'A':
                    Notifications.Add(Encoding.UTF8.GetString(body.AsSpan(4)));
                    break;
                case 'G' or 'W':
                    await SendAsync('f', "no data\0"u8.ToArray());
                    break;
            }
        }
    }

    private async Task SendAsync(char? type, byte[] body)
    {
        if (type is { } letter)
            stream.WriteByte((byte)letter);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length + 4);
        stream.Write(length);
        stream.Write(body);
        await stream.FlushAsync();
    }

    private async Task<(char Type, byte[] Body)> ReadAsync()
    {
        var head = new byte[5];
        await stream.ReadExactlyAsync(head);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
        await stream.ReadExactlyAsync(body);
        return ((char)head[0], body);
    }

    private static string?[] Cells(byte[] body)
    {
        var cells = new string?[BinaryPrimitives.ReadInt16BigEndian(body)];
        var at = 2;
        for (var i = 0; i < cells.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at));
            at += 4;
            if (length < 0)
                continue;
            cells[i] = Encoding.UTF8.GetString(body.AsSpan(at, length));
            at += length;
        }
        return cells;
    }

    private static string Field(byte[] body, char field)
    {
        var fields = Encoding.UTF8.GetString(body).Split('\0');
        return fields.FirstOrDefault(f => f.Length > 0 && f[0] == field)?[1..] ?? "";
    }
}

/// <param name="Count">Rows of all results; only the first thousands are kept.</param>
internal sealed record WireAnswer(long Count, IReadOnlyList<string?[]> Rows, string? Error);
