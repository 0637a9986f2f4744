namespace Causum.Domain.Input;

/// <summary>Where a field stands in a document, as the person who wrote it would say it: <c>llm.secret_mapping.api_key</c>, <c>items[0].name</c>.</summary>
public sealed record FieldPath
{
    public static readonly FieldPath Root = new("");

    private readonly string text;

    private FieldPath(string text) => this.text = text;

    public FieldPath Field(string name) => new(text.Length == 0 ? name : $"{text}.{name}");

    public FieldPath Item(int index) => new($"{text}[{index}]");

    /// <summary>The same place with the line of the file it was read from.</summary>
    public FieldPath OnLine(int line) => new(text.Length == 0 ? $"line {line}" : $"{text} (line {line})");

    public override string ToString() => text;
}
