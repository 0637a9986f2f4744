using Causum.Infrastructure.Redis;
using Causum.Integration.Support;

namespace Causum.Integration.Queue;

/// <summary>TLS toward Redis (faults.md 19): what is refused names the issuer and what to mend, and nothing is let through.</summary>
public sealed class TlsFaultTests(TlsRedisServer server) : IClassFixture<TlsRedisServer>
{
    private const string Setting = "AGENT_REDIS_CA_FILE";

    [Fact]
    public async Task An_own_authority_that_nobody_named_is_refused()
    {
        await server.ShowAsync(server.Authority.Server());
        await RefusedAsync(caFile: null, "issued by CN=Acme Internal CA", "this machine does not trust", Setting);
    }

    [Fact]
    public async Task An_inspecting_proxy_s_certificate_is_refused_under_its_issuer_s_name()
    {
        await server.ShowAsync(new TestAuthority("Inspecting Proxy").Server());
        await RefusedAsync(server.CaFile, "issued by CN=Inspecting Proxy", "inspecting proxy", Setting);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        await server.ShowAsync(server.Authority.ExpiredServer());
        await RefusedAsync(server.CaFile, "CN=Acme Internal CA", "has expired", "renew it");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused()
    {
        await server.ShowAsync(server.Authority.Server("cache.other.example"));
        await RefusedAsync(
            server.CaFile,
            "CN=Acme Internal CA",
            "is for cache.other.example and not for 'localhost'",
            "redis_url"
        );
    }

    [Fact]
    public async Task A_client_s_certificate_is_none_for_a_server()
    {
        await server.ShowAsync(server.Authority.ForClientsOnly());
        await RefusedAsync(server.CaFile, "CN=Acme Internal CA", "have one issued for a server");
    }

    [Fact]
    public async Task Any_of_several_authorities_in_the_file_will_do()
    {
        await server.ShowAsync(server.Authority.Server());
        var bundle = server.Write("bundle.pem", $"{new TestAuthority("Older CA").Pem}\n{server.Authority.Pem}\n");
        await Dialing.SucceedsAsync(server.Url, bundle);
    }

    [Fact]
    public async Task A_file_that_vanished_stops_the_connection_and_not_the_check()
    {
        await server.ShowAsync(server.Authority.Server());
        await RefusedAsync(Path.Combine(server.Folder, "gone.pem"), Setting, "cannot be read");
    }

    [Fact]
    public async Task TLS_toward_a_port_without_it_says_so()
    {
        var url = $"rediss://:{TlsRedisServer.Password}@localhost:{server.PlainPort}";
        var fault = await Dialing.FaultAsync(url, server.CaFile);
        Assert.Contains("the port is the one for TLS", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_for_TLS_without_it_says_so()
    {
        var url = $"redis://:{TlsRedisServer.Password}@localhost:{server.TlsPort}";
        var fault = await Dialing.FaultAsync(url, server.CaFile);
        Assert.Contains("redis_url must begin with rediss", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(TlsRedisServer.Password, fault.Sentence, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string? caFile, params string[] told)
    {
        var fault = await Dialing.FaultAsync(server.Url, caFile);
        Assert.Equal(RedisFaultKind.Refused, fault.Kind);
        Assert.All(told, part => Assert.Contains(part, fault.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(TlsRedisServer.Password, fault.Sentence, StringComparison.Ordinal);
    }
}
