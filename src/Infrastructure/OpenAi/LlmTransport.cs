using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>The HTTP client below the SDK: the operator's CA, the environment's proxy, no redirects, no cookies, no time limit of its own (each try has one).</summary>
internal static class LlmTransport
{
    /// <summary>extendedKeyUsage serverAuth.</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public static Either<TaskFailure, HttpClient> Create(LlmSettings settings, LanguageModelOptions options) =>
        ExtraRoots(options.CaFile).Map(roots => Create(settings, roots));

    private static HttpClient Create(LlmSettings settings, X509Certificate2Collection roots)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would take the prompt and the credential past the endpoint pattern.
            AllowAutoRedirect = false,
            UseCookies = false,
            // HTTPS_PROXY and NO_PROXY are read by the runtime; what goes to this very host needs no proxy, which could also read it.
            UseProxy = !EndpointRules.IsLoopback(settings.Endpoint),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // So that a change in DNS is seen.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        if (roots.Count > 0)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors == SslPolicyErrors.None
                || (
                    errors == SslPolicyErrors.RemoteCertificateChainErrors
                    && certificate is X509Certificate2 leaf
                    && ChainsTo(roots, leaf, chain)
                );
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("causum-agent");
        return client;
    }

    private static bool ChainsTo(X509Certificate2Collection roots, X509Certificate2 leaf, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        // A private CA rarely publishes revocation lists that the agent could reach.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(leaf);
    }

    private static Either<TaskFailure, X509Certificate2Collection> ExtraRoots(Option<string> file)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            file.Iter(roots.ImportFromPemFile);
            return file.IsSome && roots.Count == 0 ? Unreadable() : roots;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Unreadable();
        }
    }

    private static TaskFailure Unreadable() =>
        TaskFailure.Configuration(Component.Llm, "The file of AGENT_CA_FILE cannot be read as PEM certificates.");
}
