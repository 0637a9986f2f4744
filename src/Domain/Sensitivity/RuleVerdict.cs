using System.Diagnostics;

namespace Causum.Domain.Sensitivity;

/// <summary>What the built-in rules make of one field, before any model is asked.</summary>
/// <param name="Why">A reason without a value of the data.</param>
public abstract record RuleVerdict(double Confidence, string Why)
{
    /// <summary>A value pattern or checksum, a strong name or a special-category name: masked whatever a model says.</summary>
    public sealed record Found(Kind Kind, double Confidence, string Why) : RuleVerdict(Confidence, Why);

    /// <summary>A weak name or a statistic.</summary>
    public sealed record Suspect(Kind Kind, double Confidence, string Why) : RuleVerdict(Confidence, Why);

    /// <summary>Nothing says what it is; a model may clear it under conditions, else it is masked.</summary>
    public sealed record Open(string Why) : RuleVerdict(0, Why);

    /// <summary>Known to be harmless as a field.</summary>
    /// <param name="Scan">Its cells are text or JSON in which single spans may still be sensitive.</param>
    public sealed record Clear(bool Scan, double Confidence, string Why) : RuleVerdict(Confidence, Why);

    /// <summary>An opaque key.</summary>
    public sealed record Id(double Confidence, string Why) : RuleVerdict(Confidence, Why);

    public T Match<T>(
        Func<Found, T> found,
        Func<Suspect, T> suspect,
        Func<Open, T> open,
        Func<Clear, T> clear,
        Func<Id, T> id
    ) =>
        this switch
        {
            Found v => found(v),
            Suspect v => suspect(v),
            Open v => open(v),
            Clear v => clear(v),
            Id v => id(v),
            _ => throw new UnreachableException(),
        };
}
