namespace Causum.Domain.Sensitivity.Names;

/// <summary>What a vocabulary word says in a column's name.</summary>
internal enum WordRole : byte
{
    /// <summary>Names a kind by itself.</summary>
    Strong,

    /// <summary>Names a kind only in a table about persons, or beside a word for a person.</summary>
    InContext,

    /// <summary>A word for a person: "customer", "patient".</summary>
    Person,

    /// <summary>A word for something that is no person: its name, address and title are harmless.</summary>
    Thing,

    /// <summary>A whole name known to be harmless.</summary>
    Harmless,

    /// <summary>Lowers a hit when it stands last or is joined: "email_count".</summary>
    Weakening,

    /// <summary>Says that the column is a key or a number of something.</summary>
    Identifier,

    /// <summary>Says nothing, but is a word, so that joined names can be taken apart.</summary>
    Filler,
}

/// <param name="Kind">Only of <see cref="WordRole.Strong"/> and <see cref="WordRole.InContext"/>.</param>
internal readonly record struct Word(WordRole Role, Kind? Kind)
{
    public bool NamesKind => Role is WordRole.Strong or WordRole.InContext;
}
