namespace Causum.Infrastructure.OpenAi;

/// <summary>What is published of a hosted model.</summary>
/// <param name="Name">The start of the model's name, up to a border (<c>-</c>, <c>.</c>, <c>:</c>, <c>@</c> or the end).</param>
/// <param name="Context">Context window in tokens.</param>
/// <param name="Output">Most tokens of one answer.</param>
/// <param name="Encoding">Its tokenizer, where it is public.</param>
/// <param name="Reasons">Thinks before it answers: takes <c>max_completion_tokens</c>, counts its thoughts in it and refuses a temperature.</param>
internal sealed record KnownModel(string Name, int Context, int Output, TokenEncoding Encoding, bool Reasons = false);

internal enum TokenEncoding
{
    /// <summary>Not public: tokens are estimated.</summary>
    Estimated,
    Cl100k,
    O200k,
}

/// <summary>
/// Windows of models whose operator fixes them, from the vendors' model pages (platform.openai.com/docs/models, docs.anthropic.com, ai.google.dev), the smaller
/// figure where versions differ. Models with open weights are left out on purpose: their window is what the server was started with, so only the configuration knows it.
/// </summary>
internal static class KnownModels
{
    /// <summary>For a model nobody knows: small enough for the common defaults of self-hosted servers.</summary>
    public const int DefaultContext = 8192;

    private static readonly KnownModel[] Table =
    [
        new("gpt-5", 400_000, 128_000, TokenEncoding.O200k, Reasons: true),
        new("gpt-5-chat", 128_000, 16_384, TokenEncoding.O200k),
        new("gpt-4.1", 1_047_576, 32_768, TokenEncoding.O200k),
        new("gpt-4.5", 128_000, 16_384, TokenEncoding.O200k),
        new("gpt-4o", 128_000, 16_384, TokenEncoding.O200k),
        new("gpt-4o-2024-05-13", 128_000, 4_096, TokenEncoding.O200k),
        new("chatgpt-4o", 128_000, 16_384, TokenEncoding.O200k),
        new("gpt-4-turbo", 128_000, 4_096, TokenEncoding.Cl100k),
        new("gpt-4-0125", 128_000, 4_096, TokenEncoding.Cl100k),
        new("gpt-4-1106", 128_000, 4_096, TokenEncoding.Cl100k),
        new("gpt-4-32k", 32_768, 32_768, TokenEncoding.Cl100k),
        new("gpt-4", 8_192, 8_192, TokenEncoding.Cl100k),
        new("gpt-3.5-turbo", 16_385, 4_096, TokenEncoding.Cl100k),
        new("gpt-35-turbo", 16_385, 4_096, TokenEncoding.Cl100k),
        new("o1", 200_000, 100_000, TokenEncoding.O200k, Reasons: true),
        new("o1-mini", 128_000, 65_536, TokenEncoding.O200k, Reasons: true),
        new("o1-preview", 128_000, 32_768, TokenEncoding.O200k, Reasons: true),
        new("o3", 200_000, 100_000, TokenEncoding.O200k, Reasons: true),
        new("o4-mini", 200_000, 100_000, TokenEncoding.O200k, Reasons: true),
        new("claude-3", 200_000, 4_096, TokenEncoding.Estimated),
        new("claude-3-5", 200_000, 8_192, TokenEncoding.Estimated),
        new("claude", 200_000, 8_192, TokenEncoding.Estimated),
        new("gemini-1.5-pro", 2_097_152, 8_192, TokenEncoding.Estimated),
        new("gemini-1.5", 1_048_576, 8_192, TokenEncoding.Estimated),
        new("gemini-2.0", 1_048_576, 8_192, TokenEncoding.Estimated),
        new("gemini-2.5", 1_048_576, 65_536, TokenEncoding.Estimated),
    ];

    /// <summary>The entry with the longest name that starts the model's; a vendor before a slash (<c>openai/gpt-4o</c>) does not count.</summary>
    public static Option<KnownModel> Find(string model)
    {
        var name = model[(model.LastIndexOf('/') + 1)..];
        return Table.Where(known => Starts(name, known.Name)).MaxBy(known => known.Name.Length) is { } found
            ? found
            : None;
    }

    private static bool Starts(string name, string known) =>
        name.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        && (name.Length == known.Length || name[known.Length] is '-' or '.' or ':' or '@');
}
