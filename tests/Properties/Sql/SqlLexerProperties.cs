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
    public void Each_dialect_cuts_by_its_own_rules(SqlDialect dialect, string text, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Rewriting.Tokens(dialect, text, out _).Select(t => t.Kind)));
}
