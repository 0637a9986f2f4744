using Causum.Domain.Sql;
using FsCheck.Xunit;

namespace Causum.Properties.Sql;

[Properties(Arbitrary = [typeof(SqlTexts)], MaxTest = 1000)]
public sealed class SqlLexerProperties
{
    [Property]
    public bool Tokens_put_the_text_together_again(OddText odd)
    {
        var lexer = new SqlLexer(odd.Dialect, odd.Text);
        var end = 0;
        while (lexer.MoveNext())
        {
            if (lexer.Current.Start != end || lexer.Current.Length <= 0)
                return false;
            end = lexer.Current.End;
        }
        return lexer.Fault is null ? end == odd.Text.Length : lexer.FaultOffset >= end || lexer.FaultOffset >= 0;
    }

    [Property]
    public bool A_fault_is_final(OddText odd)
    {
        var lexer = new SqlLexer(odd.Dialect, odd.Text);
        while (lexer.MoveNext()) { }
        var fault = lexer.Fault;
        return !lexer.MoveNext() && lexer.Fault == fault;
    }

    [Theory]
    [InlineData("\u0130\u0131\u017f\u1e9e\u212a\u212b")]
    [InlineData("\u02b0\u02bc\u02ff")]
    [InlineData("\uff01\uff07\uff21\uff5e")]
    [InlineData("\ud835\udc00\ud835\udfff")]
    [InlineData("\u0001\u0008\u000b\u000e\u001f\u007f\u0080")]
    public void A_character_that_some_server_takes_for_another_is_refused_wherever_no_literal_holds_it(
        string characters
    ) =>
        Assert.All(
            characters.EnumerateRunes(),
            rune =>
                Assert.All(
                    new[] { $"{rune}", $"a{rune}", $"a {rune}" },
                    text =>
                    {
                        var lexer = new SqlLexer(SqlDialect.Ansi, text);
                        while (lexer.MoveNext()) { }
                        Assert.Equal(RefusalReason.InvalidCharacters, lexer.Fault);
                    }
                )
        );

    [Fact]
    public void Letters_of_other_scripts_make_names() =>
        Assert.Equal(
            "Word Space Word Space Word Space Word",
            string.Join(
                ' ',
                Rewriting.Tokens(SqlDialect.Ansi, "\u02af a\u0301 \u540d\uff66 \u20ac\u2460", out _).Select(t => t.Kind)
            )
        );

    [Theory]
    [InlineData(SqlDialect.Postgresql, "a$b$ c", "Word Space Word")]
    [InlineData(SqlDialect.Postgresql, "$b$ c$b$", "Text")]
    [InlineData(SqlDialect.Postgresql, "a#>b", "Word Symbol Symbol Word")]
    [InlineData(SqlDialect.Postgresql, "1.5e3+.5", "Number Symbol Number")]
    [InlineData(SqlDialect.Postgresql, "E'a\\'b' $1", "Text Space Variable")]
    [InlineData(SqlDialect.Mysql, "5--1", "Number Symbol Symbol Number")]
    [InlineData(SqlDialect.Mysql, "5-- 1", "Number Comment")]
    [InlineData(SqlDialect.Mysql, "@a.b `c``d` \"e\"", "Variable Symbol Word Space Quoted Space Text")]
    [InlineData(SqlDialect.Sqlserver, "[a]]b]@x#y", "Quoted Variable")]
    [InlineData(SqlDialect.Oracle, "q'[a'b]' nq'!c!'", "Text Space Text")]
    [InlineData(SqlDialect.Bigquery, "'''a'b''' r\"\\\"\" # c", "Text Space Text Space Comment")]
    [InlineData(SqlDialect.Snowflake, "$$a'$$ // c", "Text Space Comment")]
    [InlineData(SqlDialect.Clickhouse, "`a\\`b` $x$'$x$", "Quoted Space Text")]
    [InlineData(SqlDialect.Sqlite, "?1=:a @b $c", "Variable Symbol Parameter Space Variable Space Variable")]
    [InlineData(SqlDialect.Ansi, "1,2", "Number Symbol Number")]
    [InlineData(SqlDialect.Mysql, "0x a", "Number Word Space Word")]
    [InlineData(SqlDialect.Mysql, "@@a @b", "Variable Space Variable")]
    [InlineData(SqlDialect.Mysql, "@ a", "Variable Space Word")]
    [InlineData(SqlDialect.Mysql, "_utf8'a' DATE'b'", "Text Space Word Text")]
    [InlineData(SqlDialect.Sqlserver, "##a #b # c", "Word Space Word Space Word Space Word")]
    [InlineData(SqlDialect.Postgresql, "flags&'1' U&'a' U&\"b\"", "Word Symbol Text Space Text Space Quoted")]
    [InlineData(SqlDialect.Oracle, "u&'1'", "Word Symbol Text")]
    [InlineData(SqlDialect.Redshift, "U&'a'", "Text")]
    [InlineData(SqlDialect.Duckdb, "U&'a'", "Text")]
    [InlineData(
        SqlDialect.Postgresql,
        "B'1' b'1' X'1' x'1' N'a' n'a'",
        "Text Space Text Space Text Space Text Space Text Space Text"
    )]
    [InlineData(SqlDialect.Db2, "G'a' g'a' GX'1' ux'1'", "Text Space Text Space Text Space Text")]
    [InlineData(SqlDialect.Bigquery, "R'a' r'a' RB'a' br'a'", "Text Space Text Space Text Space Text")]
    [InlineData(SqlDialect.Ansi, "z'a' zz'a' zzz'a'", "Word Text Space Word Text Space Word Text")]
    public void Each_dialect_cuts_by_its_own_rules(SqlDialect dialect, string text, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Rewriting.Tokens(dialect, text, out _).Select(t => t.Kind)));
}
