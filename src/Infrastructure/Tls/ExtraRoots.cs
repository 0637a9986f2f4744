using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Causum.Infrastructure.Tls;

/// <summary>Certificates of authorities that an operator trusts for servers beside those of the system.</summary>
internal sealed class ExtraRoots
{
    /// <summary>extendedKeyUsage serverAuth.</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2Collection certificates;

    private ExtraRoots(X509Certificate2Collection certificates) => this.certificates = certificates;

    /// <summary>None where the file cannot be read or holds no PEM certificate.</summary>
    public static Option<ExtraRoots> Read(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return None;
        }
        return found.Count == 0 ? None : Some(new ExtraRoots(found));
    }

    /// <summary>What is wrong with the way from a server's certificate to one of these; NoError: nothing.</summary>
    /// <param name="sent">The chain with which the server showed its certificate.</param>
    public X509ChainStatusFlags Judge(X509Certificate2 leaf, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        // A private CA rarely publishes revocation lists that the agent could reach.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(leaf) ? X509ChainStatusFlags.NoError : Faults(chain);
    }

    public static X509ChainStatusFlags Faults(X509Chain chain) =>
        chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
}
