namespace Causum.Domain.Sql;

/// <summary>
/// Decides whether a text is one statement that only reads, as the dialect's server would understand it. It never rewrites a text;
/// what servers could understand differently is refused. The rules and their sources are in docs/guard.md.
/// </summary>
public static class ReadOnlyGuard
{
    /// <summary>Longer texts are refused unread.</summary>
    public const int MaxLength = 1024 * 1024;

    public static Either<SqlRefusal, ReadOnlySql> Check(SqlDialect dialect, string text)
    {
        if (text.Length > MaxLength)
            return SqlRefusal.Of(text, new Finding(RefusalReason.TooLong, MaxLength));
        var statement = Statement.Read(dialect, text, out var fault);
        using (statement)
        {
            var finding = fault.IsSome ? fault : HeadRules.Check(in statement);
            return finding.Match(
                Some: f => Left<SqlRefusal, ReadOnlySql>(SqlRefusal.Of(text, f)),
                None: () => Right<SqlRefusal, ReadOnlySql>(new ReadOnlySql(dialect, text))
            );
        }
    }
}
