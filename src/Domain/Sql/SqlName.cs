namespace Causum.Domain.Sql;

/// <summary>A name as it is compared: without its quotes, letter case aside.</summary>
internal static class SqlName
{
    /// <summary>What stands between the quotes. A doubled quote inside stays doubled: no function of the lists has one.</summary>
    public static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> name)
    {
        if (name.Length < 2 || name[0] is not ('"' or '`' or '[' or '\''))
            return name.Length > 3 && name[1] == '&' ? name[3..^1] : name;
        return name[1..^1];
    }

    public static bool Equals(ReadOnlySpan<char> name, ReadOnlySpan<char> other) =>
        Unquote(name).Equals(other, StringComparison.OrdinalIgnoreCase);
}
