using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Causum.Integration.Support;

/// <summary>A throw-away certificate authority for servers and clients of the tests.</summary>
public sealed class TestAuthority
{
    private readonly X509Certificate2 authority;

    public TestAuthority(string name = "test authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    public string Pem => authority.ExportCertificatePem();

    /// <summary>For localhost and 127.0.0.1.</summary>
    public (string Certificate, string Key) Server() => Issue("localhost", DateTimeOffset.UtcNow.AddDays(1));

    /// <summary>For a name that is none of this machine's.</summary>
    public (string Certificate, string Key) Server(string name) =>
        Issue(name, DateTimeOffset.UtcNow.AddDays(1), loopback: false);

    public (string Certificate, string Key) ExpiredServer() => Issue("localhost", DateTimeOffset.UtcNow.AddHours(-1));

    /// <summary>With the name of this machine, for the wrong purpose.</summary>
    public (string Certificate, string Key) ForClientsOnly() =>
        Issue("localhost", DateTimeOffset.UtcNow.AddDays(1), purpose: "1.3.6.1.5.5.7.3.2");

    public (string Certificate, string Key) Client(string name) => Issue(name, DateTimeOffset.UtcNow.AddDays(1));

    public (string Certificate, string Key) ExpiredClient(string name) =>
        Issue(name, DateTimeOffset.UtcNow.AddHours(-1));

    private (string Certificate, string Key) Issue(
        string name,
        DateTimeOffset until,
        bool loopback = true,
        string? purpose = null
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (loopback)
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        using var issued = request.Create(
            authority,
            DateTimeOffset.UtcNow.AddHours(-20),
            until,
            RandomNumberGenerator.GetBytes(12)
        );
        return (issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
