namespace Causum.Domain.Sensitivity.Forms;

/// <summary>Forms told by their syntax; the checks live with each syntax.</summary>
internal static class TextForms
{
    public static readonly Form Email = Syntax("the form of an e-mail address", Kind.Email);
    public static readonly Form Phone = Syntax("the form of a telephone number", Kind.Phone);
    public static readonly Form Ip = Syntax("the form of an IP address", Kind.IpAddress);
    public static readonly Form Mac = Syntax("the form of a MAC address", Kind.MacAddress);
    public static readonly Form Password = Syntax("the form of a password hash", Kind.Password);
    public static readonly Form Secret = Syntax("the form of a secret", Kind.SecretKey);
    public static readonly Form Session = Syntax("the form of a signed token", Kind.Session);
    public static readonly Form Token = Syntax("the form of a masking token", Kind.Unknown);

    public static Form ForSecret(Kind kind) =>
        kind == Kind.Password ? Password
        : kind == Kind.Session ? Session
        : Secret;

    private static Form Syntax(string title, Kind kind) => new(title, kind, 0, static _ => false, [], []);
}
