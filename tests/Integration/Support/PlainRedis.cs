using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Causum.Integration.Support;

/// <summary>One command to one server, past every client library that would follow it elsewhere.</summary>
internal static class PlainRedis
{
    /// <summary>The reply as <c>redis-cli</c> prints it: a line for each element, errors as they are. Empty where the server is away or ends the connection.</summary>
    public static async Task<string> AskAsync(int port, string password, IReadOnlyList<string> command)
    {
        using var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            await using var stream = client.GetStream();
            if (password.Length > 0)
                await AskAsync(stream, ["AUTH", password]);
            return await AskAsync(stream, command);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return "";
        }
    }

    private static async Task<string> AskAsync(NetworkStream stream, IReadOnlyList<string> command)
    {
        var text = new StringBuilder(Line($"*{command.Count}"));
        foreach (var word in command)
            text.Append(Line($"${Encoding.UTF8.GetByteCount(word)}")).Append(Line(word));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
        return await ReadAsync(stream);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var head = await ReadLineAsync(stream);
        if (head[0] is not ('$' or '*'))
            return head[1..];
        var length = int.Parse(head.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (length < 0)
            return "";
        if (head[0] == '$')
        {
            var bytes = new byte[length + 2];
            await stream.ReadExactlyAsync(bytes);
            return Encoding.UTF8.GetString(bytes, 0, length);
        }
        var lines = new List<string>();
        for (var i = 0; i < length; i++)
            lines.Add(await ReadAsync(stream));
        return string.Join('\n', lines);
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (line.Length == 0 || line[^1] != '\n')
        {
            await stream.ReadExactlyAsync(next);
            line.Append((char)next[0]);
        }
        return line.ToString().TrimEnd();
    }

    private static string Line(string text) => text + "\r\n";
}
