using System.Diagnostics;
using Causum.Domain.Input;

namespace Causum.Domain.Settings;

/// <summary>Where a value came from. A higher rank goes before a lower one: flag, environment, file, default (cli.md).</summary>
public abstract record SettingSource
{
    private SettingSource() { }

    public sealed record Flag(string Name) : SettingSource;

    public sealed record Variable(string Name) : SettingSource;

    /// <summary>A key of the YAML file.</summary>
    public sealed record FileKey(string Key, int Line) : SettingSource;

    /// <summary>The content of a file that another setting names.</summary>
    public sealed record Content(string Path) : SettingSource;

    public sealed record Default : SettingSource;

    public int Rank => Match(flag: _ => 3, variable: _ => 2, fileKey: _ => 1, content: _ => 1, standard: () => 0);

    /// <summary>How an error names the place.</summary>
    public FieldPath Place(Setting setting) =>
        Match(
            flag: source => FieldPath.Root.Field(source.Name),
            variable: source => FieldPath.Root.Field(source.Name),
            fileKey: source => FieldPath.Root.Field(source.Key).OnLine(source.Line),
            content: source => FieldPath.Root.Field(source.Path),
            standard: () => FieldPath.Root.Field(setting.Variable)
        );

    public T Match<T>(
        Func<Flag, T> flag,
        Func<Variable, T> variable,
        Func<FileKey, T> fileKey,
        Func<Content, T> content,
        Func<T> standard
    ) =>
        this switch
        {
            Flag source => flag(source),
            Variable source => variable(source),
            FileKey source => fileKey(source),
            Content source => content(source),
            Default => standard(),
            _ => throw new UnreachableException(),
        };

    public sealed override string ToString() =>
        Match(
            flag: source => $"flag {source.Name}",
            variable: source => $"environment {source.Name}",
            fileKey: source => $"file, line {source.Line}",
            content: source => $"content of {source.Path}",
            standard: () => "default"
        );
}
