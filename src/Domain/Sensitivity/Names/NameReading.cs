namespace Causum.Domain.Sensitivity.Names;

/// <summary>What a column's name says.</summary>
internal readonly record struct NameReading
{
    /// <summary>A kind named outright; <c>null</c> where the name names none.</summary>
    public Kind? Kind { get; init; }

    /// <summary>The kind is meant only in a table about persons.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>A weakening word stands last or first.</summary>
    public bool Weakened { get; init; }

    /// <summary>The name is known to be harmless, or names a thing.</summary>
    public bool Harmless { get; init; }

    /// <summary>The name says key, number or code.</summary>
    public bool LooksLikeKey { get; init; }

    /// <summary>A word for a person stands in it.</summary>
    public bool Person { get; init; }

    public bool IsStrong => Kind is not null && !NeedsContext && !Weakened;
}
