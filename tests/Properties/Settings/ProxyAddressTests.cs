using Causum.Domain.Input;
using Causum.Domain.Settings;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Settings;

public sealed class ProxyAddressTests
{
    private static readonly FieldPath Path = FieldPath.Root.Field("AGENT_REDIS_PROXY");

    [Theory]
    [InlineData("http://proxy.example:3128", "proxy.example", 3128)]
    [InlineData("http://proxy.example", "proxy.example", 80)]
    [InlineData("http://[::1]:3128/", "::1", 3128)]
    [InlineData("HTTP://10.0.0.1:8080", "10.0.0.1", 8080)]
    public void Host_and_port_are_read(string text, string host, int port)
    {
        var proxy = Valid(text);
        Assert.Equal((host, port), (proxy.Host, proxy.Port));
        Assert.Equal((Option<string>.None, true), (proxy.User, proxy.Password.IsNone));
    }

    [Property]
    public bool Any_user_and_password_survive_percent_encoding(NonEmptyString user, NonEmptyString word)
    {
        var (name, password) = (Text(user), Text(word));
        var text = $"http://{Uri.EscapeDataString(name)}:{Uri.EscapeDataString(password)}@proxy.example:3128";
        var proxy = Valid(text);
        return proxy.User == name && proxy.Password.Map(secret => secret.Reveal()) == password;
    }

    [Theory]
    [InlineData("https://u:planted@proxy.example:3128")]
    [InlineData("socks5://u:planted@proxy.example")]
    [InlineData("proxy.example:3128")]
    [InlineData("planted")]
    [InlineData("http://u:planted@")]
    [InlineData("http://u:planted@proxy.example:70000")]
    [InlineData("http://u:planted@proxy.example:0")]
    [InlineData("http://u:planted@proxy.example/path")]
    [InlineData("http://u:planted@proxy.example?q")]
    [InlineData("http://u:planted@proxy.example#f")]
    public void What_is_no_address_is_refused_without_being_repeated(string text)
    {
        var fault = ProxyAddress.Parse(Path, text).FailToSeq().Single().ToString();
        Assert.StartsWith(
            "AGENT_REDIS_PROXY: must be of the form http://user:password@host:port",
            fault,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("planted", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_form_shows_the_host_alone()
    {
        var proxy = Valid("http://someone:planted@[::1]:3128");
        Assert.Equal("http://[::1]:3128", proxy.ToString());
    }

    private static ProxyAddress Valid(string text) =>
        ProxyAddress
            .Parse(Path, text)
            .Match(Succ: proxy => proxy, Fail: faults => throw new Xunit.Sdk.XunitException(faults.First().ToString()));

    // A lone surrogate has no UTF-8 form, and so no percent-encoding.
    private static string Text(NonEmptyString any) => string.Concat(any.Get.Where(c => !char.IsSurrogate(c))) + "x";
}
