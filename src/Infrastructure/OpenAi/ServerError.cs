using System.Text;

namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// What a server says of a request it refused, searched as text because every server wraps it differently.
/// It is looked at to choose what to do next and goes no further: it may quote the prompt, so it is neither logged nor sent.
/// </summary>
internal sealed class ServerError
{
    private static readonly string[] ContextPhrases =
    [
        "context_length",
        "context length",
        "context window",
        "context size",
        "exceed_context",
        "maximum prompt length",
        "prompt is too long",
        "input is too long",
        "too many tokens",
        "max_tokens is too large",
        "max_completion_tokens is too large",
        "reduce the length",
        "maximum model length",
    ];

    private static readonly string[] FilterPhrases =
    [
        "content_filter",
        "content_policy",
        "content management policy",
        "responsibleaipolicyviolation",
    ];

    /// <summary>A spent budget: it looks like a rate limit and waiting does not help.</summary>
    private static readonly string[] QuotaPhrases = ["insufficient_quota", "billing_hard_limit"];

    private readonly string text;

    private ServerError(int status, string text)
    {
        Status = status;
        this.text = text;
    }

    public int Status { get; }

    public bool IsContextExceeded => Status == 413 || (Status is >= 400 and < 500 && Mentions(ContextPhrases));

    public bool IsFiltered => Status is >= 400 and < 500 && Mentions(FilterPhrases);

    public bool IsQuotaSpent => Mentions(QuotaPhrases);

    /// <summary>Some servers answer 400 to a key they do not know.</summary>
    public bool IsUnauthorized =>
        Status is 401 or 403 || (Status == 400 && Mentions("api key not valid", "invalid_api_key"));

    public static ServerError Read(int status, ReadOnlySpan<byte> body) => new(status, Encoding.UTF8.GetString(body));

    public bool Mentions(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    public override string ToString() => $"HTTP {Status}";
}
