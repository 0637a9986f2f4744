using Causum.Domain.Sql;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)])]
public sealed class SqlIdentifierProperties
{
    [Property]
    public bool A_quoted_name_is_one_token_whatever_it_holds(OddText odd, NonEmptyString name)
    {
        var content = new string([.. (name.Get + odd.Text).Where(c => c != '\0' && !char.IsSurrogate(c))]);
        // Where backslashes are in doubt the lexer refuses them at the end of a name.
        var dialect = odd.Dialect is SqlDialect.Ansi or SqlDialect.Redshift or SqlDialect.Vertica
            ? SqlDialect.Postgresql
            : odd.Dialect;
        var quoted = SqlIdentifier.QuotePart(dialect, content);
        var tokens = Rewriting.Tokens(dialect, quoted, out _);
        return tokens is [{ Kind: SqlTokenKind.Quoted }] && tokens[0].Length == quoted.Length;
    }

    [Property]
    public bool Only_letters_digits_underscores_and_dots_make_a_name(OddText odd) =>
        SqlIdentifier.Create(odd.Text).IsSome
        == (odd.Text.Length > 0 && odd.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'));

    [Theory]
    [InlineData(SqlDialect.Postgresql, "a\"b", "\"a\"\"b\"")]
    [InlineData(SqlDialect.Mysql, "a`b", "`a``b`")]
    [InlineData(SqlDialect.Sparksql, "a`b", "`a``b`")]
    [InlineData(SqlDialect.Bigquery, "a`b\\", "`a\\`b\\\\`")]
    [InlineData(SqlDialect.Clickhouse, "a`b\\", "`a\\`b\\\\`")]
    [InlineData(SqlDialect.Sqlserver, "a]b", "[a]]b]")]
    public void A_quote_in_a_name_stays_in_it(SqlDialect dialect, string name, string quoted) =>
        Assert.Equal(quoted, SqlIdentifier.QuotePart(dialect, name));

    [Theory]
    [InlineData(SqlDialect.Postgresql, "\"public\".\"orders\"")]
    [InlineData(SqlDialect.Mysql, "`public`.`orders`")]
    [InlineData(SqlDialect.Sqlserver, "[public].[orders]")]
    [InlineData(SqlDialect.Bigquery, "`public`.`orders`")]
    public void Each_part_is_quoted_by_itself(SqlDialect dialect, string quoted) =>
        Assert.Equal(
            [quoted],
            SqlIdentifier
                .Create("public.orders")
                .Map(name => string.Join('.', name.Parts.Select(part => SqlIdentifier.QuotePart(dialect, part))))
        );
}
