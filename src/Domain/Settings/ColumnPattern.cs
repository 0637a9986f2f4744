namespace Causum.Domain.Settings;

/// <summary>A <c>table.column</c> pattern of the local policy; without a dot it holds for the column in every table. Case does not matter.</summary>
/// <param name="Table">May hold a schema: <c>crm.customers</c> matches that table of that schema only.</param>
public sealed record ColumnPattern(Glob Table, Glob Column)
{
    /// <summary>The last dot ends the table.</summary>
    public static ColumnPattern Of(string text)
    {
        var dot = text.LastIndexOf('.');
        return new ColumnPattern(
            new Glob(dot < 0 ? "*" : text[..dot], IgnoreCase: true),
            new Glob(text[(dot + 1)..], IgnoreCase: true)
        );
    }

    /// <summary>True unless the table is known and another.</summary>
    public bool MayMatch(Option<string> table, string column) =>
        Column.Matches(column) && table.Match(name => MayBeTable(name), () => true);

    /// <summary>True only if the table is known and matches, or does not matter.</summary>
    public bool MustMatch(Option<string> table, string column) =>
        Column.Matches(column) && (Table.Pattern == "*" || table.Exists(IsTable));

    // A name without a schema may be the table that the pattern means with one.
    private bool MayBeTable(string name) =>
        IsTable(name) || (!name.Contains('.') && new Glob(LastPart(Table.Pattern), IgnoreCase: true).Matches(name));

    private bool IsTable(string name) =>
        Table.Matches(name) || (!Table.Pattern.Contains('.') && Table.Matches(LastPart(name)));

    public override string ToString() => Table.Pattern == "*" ? $"*.{Column}" : $"{Table}.{Column}";

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
