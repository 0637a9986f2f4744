using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Settings;
using Causum.Infrastructure.Tls;

namespace Causum.Infrastructure.Redis.Connecting;

/// <summary>
/// Judges the certificate that a Redis server shows, by the system's authorities and those of <c>AGENT_REDIS_CA_FILE</c>, and keeps the reason of a
/// refusal in words. Nothing switches it off.
/// </summary>
internal sealed class CertificateCheck(Option<ExtraRoots> extra)
{
    private const int LongestName = 200;
    private const X509ChainStatusFlags Untrusted =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    private static readonly string CaFile = KnownSettings.RedisCaFile.Variable;

    /// <summary>Why the last certificate was refused.</summary>
    public Option<string> Refusal { get; private set; }

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Refusal = certificate is X509Certificate2 leaf
            ? Judge(leaf, chain, errors, (sender as SslStream)?.TargetHostName ?? "")
            : "Redis shows no certificate";
        return Refusal.IsNone;
    }

    private Option<string> Judge(X509Certificate2 leaf, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        var faults = ChainFaults(leaf, chain, errors);
        if ((faults & Untrusted) != X509ChainStatusFlags.NoError)
            return $"the certificate of Redis was issued by {Printable(leaf.Issuer)}, which {Judges} not trust; if that is your own authority or the one of "
                + $"an inspecting proxy, put its certificate into the file of {CaFile}; if nobody knows it, somebody is listening in";
        if (faults.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return leaf.NotAfter < DateTime.Now
                ? $"the certificate of Redis, or of its issuer {Printable(leaf.Issuer)}, has expired (its own end: {Day(leaf.NotAfter)}); renew it on the "
                    + "server, or set the clock of this machine right"
                : $"the certificate of Redis, or of its issuer {Printable(leaf.Issuer)}, is not valid now (it is from {Day(leaf.NotBefore)} to "
                    + $"{Day(leaf.NotAfter)}); set the clock of this machine right, or renew it";
        if (faults != X509ChainStatusFlags.NoError)
            return $"the certificate of Redis, issued by {Printable(leaf.Issuer)}, is not accepted ({faults}); have one issued for a server";
        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? $"the certificate of Redis, issued by {Printable(leaf.Issuer)}, is for {Names(leaf)} and not for '{Printable(host)}'; use a name of the "
                + "certificate in redis_url of the connection token, or have one issued for this name"
            : None;
    }

    private string Judges => extra.IsSome ? $"neither this machine nor the file of {CaFile} does" : "this machine does";

    private X509ChainStatusFlags ChainFaults(X509Certificate2 leaf, X509Chain? chain, SslPolicyErrors errors) =>
        !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? X509ChainStatusFlags.NoError
        : extra.Case is ExtraRoots roots ? roots.Judge(leaf, chain)
        : chain is null ? X509ChainStatusFlags.PartialChain
        : ExtraRoots.Faults(chain);

    private static string Names(X509Certificate2 leaf)
    {
        var named = leaf
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(ip => $"{ip}")))
            .ToList();
        return Printable(named.Count > 0 ? string.Join(", ", named) : leaf.Subject);
    }

    private static string Day(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // The names come from whoever answered: no control characters, no pages of text.
    private static string Printable(string name) =>
        string.Concat(name.Where(c => !char.IsControl(c)).Take(LongestName));
}
