using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>A server-side script of this folder: sent by its hash, and in full where the server does not have it.</summary>
internal sealed class RedisScript
{
    public static readonly RedisScript PublishAndAcknowledge = new("PublishAndAcknowledge");
    public static readonly RedisScript AgeClaims = new("AgeClaims");
    public static readonly RedisScript LeaveGroup = new("LeaveGroup");

    private readonly string text;
    private readonly string hash;

    private RedisScript(string name)
    {
        using var stream =
            typeof(RedisScript).Assembly.GetManifestResourceStream($"{typeof(RedisScript).Namespace}.{name}.lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        text = reader.ReadToEnd();
        hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public async Task<RedisResult> EvaluateAsync(IDatabase database, RedisKey[] keys, params RedisValue[] values)
    {
        try
        {
            return await database.ExecuteAsync("EVALSHA", Arguments(hash, keys, values));
        }
        catch (RedisServerException e) when (e.Kind == RedisErrorKind.NoScript)
        {
            return await database.ExecuteAsync("EVAL", Arguments(text, keys, values));
        }
    }

    private static object[] Arguments(string script, RedisKey[] keys, RedisValue[] values) =>
        [script, keys.Length, .. keys.Select(key => (object)key), .. values.Select(value => (object)value)];
}
