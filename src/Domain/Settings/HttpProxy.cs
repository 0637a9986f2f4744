using Causum.Domain.Input;
using Causum.Domain.Secrets;

namespace Causum.Domain.Settings;

/// <summary>An HTTP CONNECT proxy, <c>http://user:pw@host:port</c>. Its text form holds no user information.</summary>
public sealed record HttpProxy(string Host, int Port, Option<string> User, Option<Secret> Password)
{
    public static Validation<InputError, HttpProxy> Parse(FieldPath path, string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme != "http"
            || uri.Host.Length == 0
            || uri.Port is < 1 or > 65535
            || uri.PathAndQuery is not ("/" or "")
            || uri.Fragment.Length > 0
        )
            return Fail<InputError, HttpProxy>(
                new InputError.InvalidValue(path, "must look like http://user:password@host:port")
            );
        var login = uri.UserInfo.Split(':', 2);
        return Success<InputError, HttpProxy>(
            new HttpProxy(
                uri.IdnHost,
                uri.Port,
                login[0].Length == 0 ? None : Some(Uri.UnescapeDataString(login[0])),
                login.Length < 2 ? None : Some(new Secret(Uri.UnescapeDataString(login[1])))
            )
        );
    }

    public override string ToString() => $"http://{Host}:{Port}";
}
