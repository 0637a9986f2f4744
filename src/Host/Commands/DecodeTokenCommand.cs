using System.CommandLine;
using Causum.Domain.Secrets;
using Causum.Domain.Settings;

namespace Causum.Host.Commands;

/// <summary><c>agent debug decode-token</c>: what a connection token says, without its secrets unless they are asked for.</summary>
public static class DecodeTokenCommand
{
    public static Command Create()
    {
        var token = new Argument<string?>("TOKEN")
        {
            Description = "The token; left out: the one of the settings",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var secrets = new Flag("--show-secrets") { Description = "Show user and password of the Redis URL" };
        var format = OutputFormat.Option();
        var command = new AgentCommand(
            "decode-token",
            "The fields of a connection token, redacted.",
            "agent debug decode-token",
            "agent debug decode-token --format json eyJ..."
        )
        {
            token,
            secrets,
            format,
            SettingFlags.Config,
        };
        command.SetAction(parsed =>
            Run(parsed, parsed.GetValue(token), parsed.GetValue(secrets), OutputFormat.IsJson(parsed, format))
        );
        return command;
    }

    private static int Run(ParseResult parsed, string? given, bool show, bool json)
    {
        var text = given;
        if (text is null)
        {
            var loaded = Prepared.Load(parsed);
            if (loaded.Errors.Count > 0)
            {
                Problems.Write(Console.Error, loaded.Errors, "correct them, or give the token as an argument");
                return ExitCode.BadInput;
            }
            text = loaded.Raw.Find(KnownSettings.ConnectionToken).Map(value => value.Text).IfNone("");
        }
        var decoded = ConnectionToken.Parse(text, TimeProvider.System.GetUtcNow());
        if (decoded.IsFail)
            Problems.Write(Console.Error, [.. decoded.FailToSeq()], "copy the token again from the control plane");
        decoded.IfSuccess(token => Print(text, token, show, json));
        return decoded.IsFail ? ExitCode.BadInput : ExitCode.Fine;
    }

    private static void Print(string text, ConnectionToken token, bool show, bool json)
    {
        Problems.Warn(Console.Error, token.Warnings);
        var fields = Fields(text, token, show);
        if (json)
            Json.Write(
                Console.Out,
                writer =>
                {
                    foreach (var (name, value) in fields)
                        writer.WriteString(name, value);
                }
            );
        else
            foreach (var (name, value) in fields)
                Console.Out.WriteLine($"{name + ":", -16}{value}");
    }

    private static IEnumerable<(string Name, string Value)> Fields(string text, ConnectionToken token, bool show)
    {
        var redis = token.Redis;
        yield return ("agent_key", token.AgentKey);
        yield return ("redis_url", show ? RawUrl(text) : redis.ToString());
        yield return ("tls", redis.Tls ? "yes" : "no");
        yield return ("user", redis.User.Match(user => show ? user : "***", () => "-"));
        yield return ("password", Shown(redis.Password, show));
        if (token.ExpiresAt.Case is DateTimeOffset expiry)
            yield return ("expires_at", expiry.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    private static string Shown(LanguageExt.Option<Secret> secret, bool show) =>
        secret.Match(value => show ? value.Reveal() : "***", () => "-");

    private static string RawUrl(string text) =>
        ConnectionToken
            .ReadDocument(text)
            .Match(Succ: document => document.GetProperty("redis_url").GetString() ?? "", Fail: _ => "");
}
