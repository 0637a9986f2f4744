using System.Buffers;

namespace Causum.Domain.Sql;

/// <summary>One significant token and the keyword it is, if it is an unquoted word that stands where a keyword can.</summary>
internal readonly record struct Lexeme(SqlToken Token, SqlKeyword Word)
{
    public SqlTokenKind Kind => Token.Kind;
}

/// <summary>The significant tokens of one text, in order; beyond either end stands <see cref="SqlTokenKind.None"/>.</summary>
internal ref struct Statement : IDisposable
{
    private Lexeme[] lexemes;

    private Statement(SqlDialect dialect, ReadOnlySpan<char> text)
    {
        Dialect = dialect;
        Text = text;
        lexemes = ArrayPool<Lexeme>.Shared.Rent(Math.Clamp(text.Length / 3, 64, 4096));
    }

    public SqlDialect Dialect { get; }

    public ReadOnlySpan<char> Text { get; }

    public int Count { get; private set; }

    public readonly Lexeme this[int index] => (uint)index < (uint)Count ? lexemes[index] : default;

    public static Statement Read(SqlDialect dialect, ReadOnlySpan<char> text, out Option<Finding> fault)
    {
        var statement = new Statement(dialect, text);
        var lexer = new SqlLexer(dialect, text);
        while (lexer.MoveNext())
        {
            if (lexer.Current.IsSignificant)
                statement.Add(lexer.Current);
        }
        fault = lexer.Fault is { } reason ? Some(new Finding(reason, lexer.FaultOffset)) : None;
        return statement;
    }

    public readonly SqlKeyword Word(int index) => this[index].Word;

    public readonly bool Is(int index, SqlKeyword first, SqlKeyword second) =>
        Word(index) == first && Word(index + 1) == second;

    public readonly bool IsSymbol(int index, char symbol) =>
        this[index] is { Kind: SqlTokenKind.Symbol } lexeme && Text[lexeme.Token.Start] == symbol;

    /// <summary>Whether the symbols stand one behind the other without a gap, as one operator.</summary>
    public readonly bool IsOperator(int index, ReadOnlySpan<char> symbols)
    {
        for (var i = 0; i < symbols.Length; i++)
        {
            if (!IsSymbol(index + i, symbols[i]) || (i > 0 && Offset(index + i) != Offset(index) + i))
                return false;
        }
        return true;
    }

    /// <summary>Whether an unquoted or quoted name stands here.</summary>
    public readonly bool IsName(int index) => this[index].Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;

    public readonly int Offset(int index) => index < Count ? lexemes[index].Token.Start : Text.Length;

    public readonly ReadOnlySpan<char> Slice(int index) =>
        this[index] is var l ? Text.Slice(l.Token.Start, l.Token.Length) : default;

    public readonly bool IsSpelled(int index, ReadOnlySpan<char> word) =>
        this[index].Kind == SqlTokenKind.Word && Slice(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public readonly bool IsFirstOnLine(int index)
    {
        var before = Text[..Offset(index)].TrimEnd(" \t\r");
        return before.IsEmpty || before[^1] == '\n';
    }

    public readonly bool IsLastOnLine(int index)
    {
        var after = Text[this[index].Token.End..].TrimStart(" \t\r");
        return after.IsEmpty || after[0] == '\n';
    }

    /// <summary>The matching closing parenthesis, or the end.</summary>
    public readonly int Close(int open)
    {
        var depth = 0;
        for (var i = open; i < Count; i++)
        {
            if (IsSymbol(i, '('))
                depth++;
            else if (IsSymbol(i, ')') && --depth == 0)
                return i;
        }
        return Count;
    }

    public readonly void Dispose() => ArrayPool<Lexeme>.Shared.Return(lexemes);

    private void Add(SqlToken token)
    {
        if (Count == lexemes.Length)
            Grow();
        // A word behind a dot is a name: t.update, schema.into.
        var word =
            token.Kind == SqlTokenKind.Word && !IsSymbol(Count - 1, '.')
                ? SqlKeywords.Of(Text.Slice(token.Start, token.Length))
                : SqlKeyword.None;
        lexemes[Count++] = new Lexeme(token, word);
    }

    private void Grow()
    {
        var larger = ArrayPool<Lexeme>.Shared.Rent(lexemes.Length * 2);
        lexemes.CopyTo(larger, 0);
        ArrayPool<Lexeme>.Shared.Return(lexemes);
        lexemes = larger;
    }
}
