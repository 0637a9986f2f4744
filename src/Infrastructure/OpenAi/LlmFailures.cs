using System.Globalization;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>From what went wrong to the categories of <c>llm_error</c> (protocol §7), in the agent's own words. Of the server's answer only the HTTP status goes out.</summary>
internal static class LlmFailures
{
    public static TaskFailure From(ServerError error) =>
        error switch
        {
            { IsUnauthorized: true } => Refused(
                error,
                LlmFault.AuthFailed,
                "The language model refused the credentials.",
                "Check auth_type and the secrets of the llm section, and that the key may use this model."
            ),
            { Status: 429, IsQuotaSpent: true } => Refused(
                error,
                LlmFault.RateLimited,
                "The quota of the language model account is used up.",
                "Raise the quota or the budget of the account; waiting does not help."
            ),
            { Status: 429 } => Refused(
                error,
                LlmFault.RateLimited,
                "The language model goes on refusing requests because of their rate.",
                "Send the task again later, lower AGENT_CONCURRENCY, or raise the rate limit of the account.",
                retryable: true
            ),
            { IsContextExceeded: true } => Refused(
                error,
                LlmFault.ContextExceeded,
                "The request is longer than the language model takes.",
                "Set llm.token_limit to the context window the model is really served with."
            ),
            { Status: >= 500 } => Refused(
                error,
                LlmFault.Unavailable,
                "The language model's server failed.",
                "Look at the state of the server; send the task again when it is well.",
                retryable: true
            ),
            { Status: 404 } => Refused(
                error,
                LlmFault.BadResponse,
                "The language model's server does not know the path or the model.",
                "Check the endpoint (a base URL such as https://host/v1), the model and, on Azure, the deployment."
            ),
            { Status: >= 300 and < 400 } => Refused(
                error,
                LlmFault.BadResponse,
                "The language model's endpoint redirects elsewhere, which is not followed.",
                "Put the final base URL into the llm endpoint."
            ),
            _ => Refused(
                error,
                LlmFault.BadResponse,
                "The language model's server refused the request.",
                "Check that the endpoint offers chat completions as OpenAI does, and that the model is right."
            ),
        };

    public static TaskFailure BadResponse(string what) =>
        TaskFailure.Llm(
            LlmFault.BadResponse,
            $"The language model's answer cannot be used: {what}.",
            "Check that the endpoint offers chat completions as OpenAI does, and that the model is able to follow instructions."
        );

    /// <summary>The server told another task to wait longer than a task may.</summary>
    public static TaskFailure MustWait() =>
        TaskFailure.Llm(
            LlmFault.RateLimited,
            "The language model asked for a longer pause than a task can wait.",
            "Send the task again later, or raise the rate limit of the account.",
            retryable: true
        );

    public static TaskFailure TooSlow(TimeSpan limit) =>
        TaskFailure.Llm(
            LlmFault.Timeout,
            $"The language model did not answer within {limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s.",
            "Look at the load of the model's server; ask for less data at once.",
            retryable: true
        );

    public static TaskFailure Unreachable(HttpRequestError cause) =>
        cause switch
        {
            HttpRequestError.NameResolutionError => Unavailable(
                "The host name of the language model cannot be resolved.",
                "Check the endpoint and the name servers of the agent's host; behind a proxy set HTTPS_PROXY."
            ),
            HttpRequestError.SecureConnectionError => Unavailable(
                "No trusted TLS connection to the language model can be made.",
                "Check the server's certificate; set AGENT_CA_FILE to the CA that signed it."
            ),
            HttpRequestError.ProxyTunnelError => Unavailable(
                "The proxy does not let the agent through to the language model.",
                "Check HTTPS_PROXY with its user and password, and NO_PROXY."
            ),
            _ => Unavailable(
                "The language model cannot be reached.",
                "Check the endpoint, the network between the agent and the model, and HTTPS_PROXY."
            ),
        };

    private static TaskFailure Unavailable(string message, string nextSteps) =>
        TaskFailure.Llm(LlmFault.Unavailable, message, nextSteps, retryable: true);

    private static TaskFailure Refused(
        ServerError error,
        LlmFault fault,
        string message,
        string nextSteps,
        bool retryable = false
    ) => TaskFailure.Llm(fault, message, nextSteps, retryable, error.ToString());
}
