using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Causum.Domain.Tasks;
using Causum.Infrastructure.Tls;

namespace Causum.Infrastructure.OpenAi;

/// <summary>The HTTP client below the SDK: the operator's CA, the environment's proxy, no redirects, no cookies, no time limit of its own (each try has one).</summary>
internal static class LlmTransport
{
    public static Either<TaskFailure, HttpClient> Create(LlmSettings settings, LanguageModelOptions options) =>
        Roots(options.CaFile).Map(roots => Create(settings, roots));

    private static HttpClient Create(LlmSettings settings, Option<ExtraRoots> extra)
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
        if (extra.Case is ExtraRoots roots)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors == SslPolicyErrors.None
                || (
                    errors == SslPolicyErrors.RemoteCertificateChainErrors
                    && certificate is X509Certificate2 leaf
                    && roots.Judge(leaf, chain) == X509ChainStatusFlags.NoError
                );
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("causum-agent");
        return client;
    }

    private static Either<TaskFailure, Option<ExtraRoots>> Roots(Option<string> file) =>
        file.Match(
            path => ExtraRoots.Read(path).ToEither(Unreadable).Map(Some),
            () => Right<TaskFailure, Option<ExtraRoots>>(None)
        );

    private static TaskFailure Unreadable() =>
        TaskFailure.Configuration(Component.Llm, "The file of AGENT_CA_FILE cannot be read as PEM certificates.");
}
