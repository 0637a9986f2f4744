namespace Causum.Domain.Sql;

/// <summary>
/// Divides a query text into tokens as the dialect's server would, in one pass and without allocation. Where the text is malformed,
/// or servers of the dialect could read it differently, it stops and <see cref="Fault"/> says why; <see cref="FaultOffset"/> says where.
/// </summary>
public ref struct SqlLexer
{
    private readonly LexicalRules rules;
    private readonly ReadOnlySpan<char> text;
    private SqlToken last;
    private bool lastIsEscapeText;
    private int brackets;

    public SqlLexer(SqlDialect dialect, ReadOnlySpan<char> text)
    {
        rules = LexicalRules.Of(dialect);
        this.text = text;
        if (Encoding(text) is >= 0 and var offset)
            Stop(RefusalReason.InvalidCharacters, offset);
    }

    public SqlToken Current { get; private set; }

    public RefusalReason? Fault { get; private set; }

    public int FaultOffset { get; private set; }

    public bool MoveNext()
    {
        var start = Current.End;
        if (Fault is not null || start >= text.Length)
            return false;
        Current = Next(start);
        if (Fault is not null)
            return false;
        if (!Current.IsSignificant)
            return true;
        last = Current;
        lastIsEscapeText = Current.Kind == SqlTokenKind.Text && rules.EscapeTexts && text[Current.Start] is 'e' or 'E';
        return true;
    }

    private SqlToken Next(int start)
    {
        var c = text[start];
        if (NameCharacters.IsStart(c))
            return WordOrPrefixedText(start);
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\f':
                return Space(start);
            case >= '0' and <= '9':
                return Number(start);
            case '.' when char.IsAsciiDigit(Peek(start + 1)) && !Touches(start, SqlTokenKind.Word, SqlTokenKind.Quoted):
                return Number(start);
            case '-' when Peek(start + 1) == '-' && DashesComment(start):
            case '/' when rules.SlashSlashComment && Peek(start + 1) == '/':
                return LineComment(start);
            case '/' when Peek(start + 1) == '*':
                return BlockComment(start);
            case '#':
                return Hash(start);
            case '\'':
                return Text(start, start, rules.Backslash);
            case '"':
                return rules.DoubleQuoteIsText ? Text(start, start, rules.Backslash) : Quoted(start, start, '"');
            case '`':
                return rules.BacktickNames ? Quoted(start, start, '`') : Refuse(start);
            case '[' when rules.BracketNames:
                return Quoted(start, start, ']');
            case '$':
                return Dollar(start);
            case '@':
                return At(start);
            case ':' when IsParameter(start):
                return Parameter(start);
            case '?' when rules.NumberedPlaceholders:
                return Token(SqlTokenKind.Variable, start, WordEnd(start + 1));
            case '\\' when !rules.BackslashSymbol:
                return Refuse(start);
            case < ' ' or '\x7f':
                return Refuse(start);
            case '[':
                brackets++;
                break;
            case ']' when brackets > 0:
                brackets--;
                break;
        }
        return Token(SqlTokenKind.Symbol, start, start + 1);
    }

    private readonly SqlToken Space(int start)
    {
        var length = text[start..].IndexOfAnyExcept(" \t\n\r\f");
        return Token(SqlTokenKind.Space, start, length < 0 ? text.Length : start + length);
    }

    private SqlToken WordOrPrefixedText(int start)
    {
        var end = WordEnd(start);
        if (end == start)
            return Refuse(start);
        var quote = Peek(end);
        var word = text[start..end];
        if (quote == '\'' || (quote == '"' && rules.DoubleQuoteIsText))
        {
            if (rules.QTexts && (Is(word, "q") || Is(word, "nq")))
                return QText(start, end);
            if (rules.EscapeTexts && Is(word, "e"))
                return Text(start, end, Backslash.Escapes);
            if (rules.RawTexts && Is(word, "r"))
                return Text(start, end, Backslash.Unknown);
            if (IsTextPrefix(word))
                return Text(start, end, rules.Backslash);
        }
        else if (quote == '&' && rules.UnicodeTexts && Is(word, "u"))
        {
            if (Peek(end + 1) == '\'')
                return Text(start, end + 1, rules.Backslash);
            if (Peek(end + 1) == '"')
                return UnicodeName(start, end + 1);
        }
        return Token(SqlTokenKind.Word, start, end);
    }

    private static bool IsTextPrefix(ReadOnlySpan<char> word) =>
        word[0] == '_'
        || word.Length switch
        {
            1 => word[0] is 'b' or 'B' or 'g' or 'G' or 'n' or 'N' or 'r' or 'R' or 'x' or 'X',
            2 => Is(word, "br") || Is(word, "rb") || Is(word, "gx") || Is(word, "ux"),
            _ => false,
        };

    private static bool Is(ReadOnlySpan<char> word, string name) =>
        word.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The end of the run of name characters that begins at <paramref name="from"/>, which may be empty.</summary>
    private readonly int WordEnd(int from)
    {
        var end = from;
        while (end < text.Length)
        {
            var run = text[end..].IndexOfAnyExcept(NameCharacters.Ascii);
            if (run < 0)
                return text.Length;
            end += run;
            var c = text[end];
            if (c >= 0x80)
            {
                var length = NameCharacters.BeyondAscii(text[end..]);
                if (length == 0)
                    return end;
                end += length;
            }
            else if (IsExtraNameCharacter(c) && end > from)
                end++;
            else
                return end;
        }
        return end;
    }

    private readonly bool IsExtraNameCharacter(char c) =>
        c switch
        {
            '$' => rules.Dollar != DollarSign.TaggedQuotesApart,
            '#' => rules.Hash == HashSign.NameCharacter,
            '@' => rules.At == AtSign.NameCharacter,
            _ => false,
        };

    private SqlToken Number(int start)
    {
        var end = NumberScan.End(text, start);
        var next = Peek(end);
        if (next is '\'' or '"' or '`' && !(next == '"' && !rules.DoubleQuoteIsText))
            return Refuse(end);
        if (NameCharacters.IsStart(next) && !rules.WordMayTouchNumber)
        {
            var suffix = WordEnd(end);
            // 1f and 1d are numbers in Oracle; elsewhere, and with more letters, servers cut differently.
            if (suffix != end + 1 || !rules.QTexts || next is not ('f' or 'F' or 'd' or 'D'))
                return Refuse(end);
            end = suffix;
        }
        return Token(SqlTokenKind.Number, start, end);
    }

    private readonly bool DashesComment(int start) => rules.Dash == DashComment.Always || Peek(start + 2) <= ' ';

    private SqlToken Hash(int start)
    {
        switch (rules.Hash)
        {
            case HashSign.Comment:
                return LineComment(start);
            case HashSign.CommentBeforeSpaceOrBang when Peek(start + 1) is ' ' or '!':
                return LineComment(start);
            case HashSign.NameCharacter:
                return Token(SqlTokenKind.Word, start, WordEnd(Peek(start + 1) == '#' ? start + 2 : start + 1));
            case HashSign.Symbol:
                return Token(SqlTokenKind.Symbol, start, start + 1);
            default:
                return Refuse(start);
        }
    }

    private SqlToken LineComment(int start)
    {
        var end = CommentScan.LineEnd(text, start);
        if (end < 0 || (rules.LineCommentContinues && end < text.Length && text[end - 1] == '\\'))
            return Stop(RefusalReason.AmbiguousComment, start);
        return Token(SqlTokenKind.Comment, start, end);
    }

    private SqlToken BlockComment(int start) =>
        CommentScan.Block(text, start, rules, out var end) is { } fault
            ? Stop(fault, start)
            : Token(SqlTokenKind.Comment, start, end);

    private SqlToken Text(int start, int quoteAt, Backslash backslash)
    {
        var end = rules.TripleQuotes
            ? QuoteScan.GoogleEnd(text, quoteAt)
            : QuoteScan.End(text, quoteAt, text[quoteAt], backslash);
        // PostgreSQL goes on with the rules of an E'…' in a text on the next line; nothing else may follow one.
        if (end >= 0 && lastIsEscapeText && start == quoteAt && text[start..end].Contains('\\'))
            end = -1;
        return Closed(SqlTokenKind.Text, start, end);
    }

    private SqlToken QText(int start, int quoteAt) =>
        Closed(SqlTokenKind.Text, start, QuoteScan.OracleEnd(text, quoteAt));

    /// <summary>The token, if its end was found.</summary>
    private SqlToken Closed(SqlTokenKind kind, int start, int end) =>
        end < 0 ? Stop(RefusalReason.UnbalancedLiteral, start) : Token(kind, start, end);

    private SqlToken Quoted(int start, int quoteAt, char close)
    {
        var backslash =
            rules.NamesEscape ? Backslash.Escapes
            : rules.Backslash == Backslash.Unknown ? Backslash.Unknown
            : Backslash.Ordinary;
        return Closed(SqlTokenKind.Quoted, start, QuoteScan.End(text, quoteAt, close, backslash));
    }

    /// <summary>An escape in a name could spell any name, and UESCAPE makes any character one.</summary>
    private SqlToken UnicodeName(int start, int quoteAt)
    {
        var name = Quoted(start, quoteAt, '"');
        return Fault is null && text.Slice(name.Start, name.Length).Contains('\\') ? Refuse(start) : name;
    }

    private SqlToken Dollar(int start)
    {
        if (rules.Dollar == DollarSign.Placeholder)
            return Placeholder(start);
        if (rules.Dollar == DollarSign.TaggedQuotesApart && Touches(start, SqlTokenKind.Word, SqlTokenKind.Number))
            return Refuse(start);
        if (rules.Dollar is DollarSign.TaggedQuotes or DollarSign.PlainQuotes or DollarSign.TaggedQuotesApart)
        {
            var tagEnd = QuoteScan.DollarTagEnd(text, start);
            if (tagEnd > 0 && (rules.Dollar != DollarSign.PlainQuotes || tagEnd == start + 2))
                return Closed(SqlTokenKind.Text, start, QuoteScan.DollarEnd(text, start, tagEnd));
        }
        return DollarName(start);
    }

    /// <summary><c>$1</c> and <c>$name</c>; a letter behind the number could begin a keyword.</summary>
    private SqlToken DollarName(int start)
    {
        var end = SimpleNameEnd(start + 1);
        return
            end == start + 1
            || (char.IsAsciiDigit(text[start + 1]) && text[(start + 1)..end].ContainsAnyExceptInRange('0', '9'))
            ? Refuse(start)
            : Token(SqlTokenKind.Variable, start, end);
    }

    private SqlToken At(int start)
    {
        if (rules.At == AtSign.Symbol)
            return Token(SqlTokenKind.Symbol, start, start + 1);
        if (rules.Dollar == DollarSign.Placeholder)
            return Placeholder(start);
        var name = Peek(start + 1) == '@' ? start + 2 : start + 1;
        return Token(SqlTokenKind.Variable, start, WordEnd(name));
    }

    /// <summary>SQLite takes <c>$a(…)</c> and <c>$a::b</c>, whatever stands between the parentheses, for one placeholder.</summary>
    private SqlToken Placeholder(int start)
    {
        var end = WordEnd(start + 1);
        return end == start + 1 || Peek(end) is '(' or ':' ? Refuse(start) : Token(SqlTokenKind.Variable, start, end);
    }

    private readonly int SimpleNameEnd(int from)
    {
        var run = text[from..].IndexOfAnyExcept(NameCharacters.Ascii);
        return run < 0 ? text.Length : from + run;
    }

    private SqlToken Parameter(int start)
    {
        var end = SimpleNameEnd(start + 1);
        return
            NameCharacters.IsStart(Peek(end))
            || Peek(end) is '$' or '#' or '@'
            || (rules.Dollar == DollarSign.Placeholder && Peek(end) is '(' or ':')
            ? Refuse(start)
            : Token(SqlTokenKind.Parameter, start, end);
    }

    /// <summary>A colon begins a parameter where a value may stand: after a value it is a slice, a path, a label or a pair.</summary>
    private readonly bool IsParameter(int start)
    {
        var next = Peek(start + 1);
        if (!(char.IsAsciiLetter(next) || next == '_'))
            return false;
        return last.Kind switch
        {
            SqlTokenKind.None => true,
            SqlTokenKind.Symbol => !(text[last.Start] is ')' or ']' or '}') && !Touches(start, ':'),
            SqlTokenKind.Word => OperandKeywords.Contains(text.Slice(last.Start, last.Length))
                || (!rules.ColonIsInfix && brackets == 0 && last.End < start),
            _ => false,
        };
    }

    private readonly bool Touches(int start, SqlTokenKind kind, SqlTokenKind other) =>
        last.End == start && (last.Kind == kind || last.Kind == other);

    private readonly bool Touches(int start, char symbol) => last.End == start && text[last.Start] == symbol;

    private readonly char Peek(int index) => text.At(index);

    private static SqlToken Token(SqlTokenKind kind, int start, int end) => new(kind, start, end - start);

    private SqlToken Refuse(int offset) => Stop(RefusalReason.InvalidCharacters, offset);

    private SqlToken Stop(RefusalReason reason, int offset)
    {
        Fault = reason;
        FaultOffset = offset;
        return Current;
    }

    /// <summary>The offset of the first NUL or lone surrogate, which no server reads as its neighbour does; -1 where there is none.</summary>
    private static int Encoding(ReadOnlySpan<char> text)
    {
        var nul = text.IndexOf('\0');
        var from = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        for (var i = from; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return nul >= 0 ? Math.Min(nul, i) : i;
            i++;
        }
        return nul;
    }
}
