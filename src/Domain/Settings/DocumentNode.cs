using System.Diagnostics;

namespace Causum.Domain.Settings;

/// <summary>A settings or policy document as it was written, each piece with its line (from 1). Keys may still stand twice: that is judged by who reads it.</summary>
public abstract record DocumentNode
{
    private DocumentNode(int line) => Line = line;

    public int Line { get; }

    public sealed record Mapping(int Line, IReadOnlyList<DocumentEntry> Entries) : DocumentNode(Line);

    public sealed record Sequence(int Line, IReadOnlyList<DocumentNode> Items) : DocumentNode(Line);

    /// <param name="Quoted">A quoted scalar is text, whatever it looks like.</param>
    public sealed record Scalar(int Line, string Text, bool Quoted) : DocumentNode(Line)
    {
        public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
    }

    public T Match<T>(Func<Mapping, T> mapping, Func<Sequence, T> sequence, Func<Scalar, T> scalar) =>
        this switch
        {
            Mapping node => mapping(node),
            Sequence node => sequence(node),
            Scalar node => scalar(node),
            _ => throw new UnreachableException(),
        };
}

/// <param name="Line">Of the key.</param>
public sealed record DocumentEntry(string Key, int Line, DocumentNode Value);
