using System.Buffers;
using Causum.Domain.Secrets;

namespace Causum.Application.Redaction;

/// <summary>Every secret that the agent has read since it started; what it prints passes through here. Old values stay known: they may still be quoted.</summary>
public sealed class KnownSecrets
{
    private const string Mark = "***";

    private readonly Lock writing = new();
    private volatile Forms forms = new([]);

    public void Add(Secret secret)
    {
        var found = SecretForms.Of(secret.Reveal());
        lock (writing)
        {
            if (found.All(form => forms.Ordered.Contains(form)))
                return;
            forms = new Forms([.. forms.Ordered.Concat(found).Distinct().OrderByDescending(form => form.Length)]);
        }
    }

    /// <summary>The text with <c>***</c> in the place of each secret, in whatever form it stands there.</summary>
    public string Redact(string text)
    {
        var known = forms;
        if (known.Ordered.Count == 0 || !text.AsSpan().ContainsAny(known.Any))
            return text;
        foreach (var form in known.Ordered)
            text = text.Replace(form, Mark, StringComparison.Ordinal);
        return text;
    }

    private sealed class Forms(IReadOnlyList<string> ordered)
    {
        public IReadOnlyList<string> Ordered => ordered;

        public SearchValues<string> Any { get; } = SearchValues.Create([.. ordered], StringComparison.Ordinal);
    }
}
