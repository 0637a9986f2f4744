using Causum.Domain.Messages;
using Causum.Infrastructure.Redis;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>A proxy on the way to Redis (faults.md 20): causes are named, the password never, and a tunnel that dies is made again.</summary>
public sealed class ProxyFaultTests(RedisServer server) : IClassFixture<RedisServer>, IAsyncLifetime
{
    private const string Setting = "AGENT_REDIS_PROXY";
    private const string Planted = "pl@nted/pw";
    private readonly ConnectProxy proxy = new($"some one:{Planted}");

    private static string Login => $"some%20one:{Uri.EscapeDataString(Planted)}@";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await proxy.DisposeAsync();

    [Fact]
    public async Task User_and_password_open_the_way_and_the_proxy_resolves_the_name()
    {
        await Dialing.SucceedsAsync($"redis://localhost:{server.Port}", proxy: Through(Login));
        Assert.Equal($"localhost:{server.Port}", proxy.Asked);
    }

    [Theory]
    [InlineData("", "demands a user and a password (407)")]
    [InlineData("some%20one:planted-wrong@", "refuses the user or the password")]
    public async Task A_login_that_is_missing_or_wrong_is_told(string login, string cause) =>
        await ToldAsync(RedisFaultKind.Refused, login, cause);

    [Theory]
    [InlineData(
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\n\r\n",
        true,
        "of a kind that the agent does not have"
    )]
    [InlineData("HTTP/1.1 403 Forbidden\r\n\r\n", true, "forbids the connection to Redis (403)")]
    [InlineData("HTTP/1.1 418 Teapot\r\n\r\n", true, "with status 418")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", true, "no HTTP proxy")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\n\r\n", false, "cannot reach Redis (502)")]
    [InlineData("", false, "closed the connection before it answered")]
    public async Task What_the_proxy_says_is_told_by_its_status(string answer, bool refused, string cause)
    {
        proxy.Answer = answer;
        await ToldAsync(refused ? RedisFaultKind.Refused : RedisFaultKind.Unreachable, Login, cause);
    }

    [Fact]
    public async Task A_proxy_that_is_away_is_told()
    {
        var fault = await Dialing.FaultAsync($"redis://localhost:{server.Port}", proxy: $"http://{Login}127.0.0.1:1");
        Assert.Contains("the proxy does not accept connections", fault.Sentence, StringComparison.Ordinal);
        Assert.Contains(Setting, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnels_that_die_in_mid_stream_are_made_again_and_nothing_is_lost()
    {
        var side = new RedisSide($"redis://127.0.0.1:{server.Port}", server.Database)
        {
            Proxy = Dialing.Proxy(Through(Login)),
        };
        await using var queue = side.Connect("a", TimeSpan.FromMinutes(1));
        await Eventually.InTimeAsync(queue.OpenAsync(CancellationToken.None));
        var waiting = queue.TakeAsync(1, CancellationToken.None);
        var tail = queue.TailAsync(CancellationToken.None).GetAsyncEnumerator();
        var heard = tail.MoveNextAsync().AsTask();
        await Eventually.HoldsAsync(() => proxy.Opened >= 3, "commands and both reads go through the proxy");
        proxy.Login = "nobody:else";
        proxy.Cut();
        await Eventually.HoldsAsync(() => queue.State.Status == ComponentStatus.Failed, "the refusal is told");
        Assert.Contains("(407)", queue.State.Error.IfNone(""), StringComparison.Ordinal);
        var entry = await side.AddAsync("task", "{}");
        proxy.Login = $"some one:{Planted}";
        Assert.Equal(entry, Assert.Single(await Eventually.InTimeAsync(waiting)).Id);
        await side.AddAsync("config", "{\"type\":\"config\"}");
        Assert.True(await Eventually.InTimeAsync(heard));
        Assert.Equal(ComponentStatus.Ok, queue.State.Status);
    }

    private string Through(string login) => $"http://{login}127.0.0.1:{proxy.Port}";

    private async Task ToldAsync(RedisFaultKind kind, string login, string cause)
    {
        var fault = await Dialing.FaultAsync($"redis://localhost:{server.Port}", proxy: Through(login));
        Assert.Equal(kind, fault.Kind);
        Assert.Contains(cause, fault.Sentence, StringComparison.Ordinal);
        Assert.Contains(Setting, fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, fault.Sentence, StringComparison.Ordinal);
    }
}
