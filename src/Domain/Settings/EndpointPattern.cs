using System.Text.RegularExpressions;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>A regular expression that an endpoint must match as a whole. A match that takes too long is no match: doubt forbids.</summary>
public sealed record EndpointPattern
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(250);

    private readonly Regex whole;

    public string Text { get; }

    private EndpointPattern(string text, Regex whole)
    {
        Text = text;
        this.whole = whole;
    }

    public static Validation<InputError, EndpointPattern> Create(FieldPath path, string text)
    {
        try
        {
            // Checked alone first, so that no unbalanced bracket can break out of the anchors.
            _ = new Regex(text, RegexOptions.CultureInvariant, TimeLimit);
            return Success<InputError, EndpointPattern>(
                new EndpointPattern(text, new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant, TimeLimit))
            );
        }
        catch (RegexParseException)
        {
            return Fail<InputError, EndpointPattern>(
                new InputError.InvalidValue(path, "must be a valid regular expression")
            );
        }
    }

    public bool Matches(string endpoint)
    {
        try
        {
            return whole.IsMatch(endpoint);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    public bool Equals(EndpointPattern? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
