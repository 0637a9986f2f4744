using Causum.Domain.Input;
using Causum.Domain.Secrets;

namespace Causum.Domain.Settings;

/// <summary>An HTTP proxy that opens tunnels (CONNECT). Its text form never shows the user information.</summary>
/// <param name="Host">A name, or an IP address without brackets.</param>
public sealed record ProxyAddress(string Host, int Port, Option<string> User, Option<Secret> Password)
{
    private const string Form =
        "must be of the form http://user:password@host:port, with special characters percent-encoded";

    /// <summary>User and password may be missing; without a port it is 80. No error repeats a part of the text.</summary>
    public static Validation<InputError, ProxyAddress> Parse(FieldPath path, string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.HostNameType is UriHostNameType.Unknown or UriHostNameType.Basic
        )
            return Fault(path, Form);
        if (url.Scheme != Uri.UriSchemeHttp)
            return Fault(path, $"{Form}: proxies are spoken to over plain HTTP; what passes through has its own TLS");
        if (url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.Port == 0)
            return Fault(path, Form);
        var login = url.UserInfo.Split(':', 2);
        return Success<InputError, ProxyAddress>(
            new ProxyAddress(
                url.DnsSafeHost,
                url.Port,
                Given(login[0]),
                login.Length == 2 ? Given(login[1]).Map(password => new Secret(password)) : None
            )
        );
    }

    public override string ToString() => $"http://{new RedisHost(Host, Port)}";

    private static Option<string> Given(string part) => part.Length == 0 ? None : Some(Uri.UnescapeDataString(part));

    private static Validation<InputError, ProxyAddress> Fault(FieldPath path, string rule) =>
        Fail<InputError, ProxyAddress>(new InputError.InvalidValue(path, rule));
}
