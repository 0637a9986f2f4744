namespace Causum.Domain.Sql;

/// <summary>What a backslash means before the closing quote of a text.</summary>
internal enum Backslash : byte
{
    Ordinary,
    Escapes,

    /// <summary>A setting or version of the server decides: refused where it would matter.</summary>
    Unknown,
}

internal enum DashComment : byte
{
    Always,

    /// <summary>MySQL: only before white space, a control character or the end; else it is arithmetic.</summary>
    BeforeSpace,
}

internal enum HashSign : byte
{
    Refused,
    Symbol,
    Comment,

    /// <summary>ClickHouse: a comment as <c>#!</c> and <c># </c>, else nothing.</summary>
    CommentBeforeSpaceOrBang,
    NameCharacter,
}

internal enum BlockComment : byte
{
    Nests,

    /// <summary>An opening inside another is refused: it is a slip, or an attempt at a server that nests.</summary>
    Flat,

    /// <summary>As <see cref="Flat"/>, and <c>/*! … */</c> is code.</summary>
    FlatOrCode,
}

internal enum DollarSign : byte
{
    /// <summary>Part of names.</summary>
    NameCharacter,

    /// <summary><c>$tag$ … $tag$</c>, part of names after their first character, and <c>$1</c>.</summary>
    TaggedQuotes,

    /// <summary><c>$$ … $$</c> only; else as above.</summary>
    PlainQuotes,

    /// <summary>As <see cref="TaggedQuotes"/>, but versions differ on names with it: refused next to a name.</summary>
    TaggedQuotesApart,

    /// <summary>SQLite: a placeholder's first character.</summary>
    Placeholder,

    /// <summary>Part of names after their first character; where it might begin a text it is refused.</summary>
    Doubtful,
}

internal enum AtSign : byte
{
    Symbol,
    Variable,
    NameCharacter,
}

/// <summary>
/// How one dialect divides a text into tokens. Facts from the vendors' manuals (docs of PostgreSQL 4.1, MySQL 9.1 and 9.7,
/// Transact-SQL and Oracle "Literals" and "Comments", GoogleSQL "Lexical structure", and their like).
/// </summary>
internal sealed record LexicalRules
{
    public DashComment Dash { get; init; } = DashComment.Always;
    public HashSign Hash { get; init; } = HashSign.Refused;
    public bool SlashSlashComment { get; init; }
    public BlockComment Block { get; init; } = BlockComment.Flat;

    /// <summary>The server reads <c>/*+ … */</c> by rules of its own, so quotes in it could hide its end.</summary>
    public bool HintsAreLexed { get; init; }

    /// <summary>MySQL: hints can set variables and lift the time limit for the statement.</summary>
    public bool HintsSetLimits { get; init; }

    /// <summary>Spark: a backslash at the end of a line comment carries it over to the next line.</summary>
    public bool LineCommentContinues { get; init; }
    public Backslash Backslash { get; init; } = Backslash.Ordinary;

    /// <summary>GoogleSQL has triple quotes and no doubled ones.</summary>
    public bool TripleQuotes { get; init; }
    public bool DoubleQuoteIsText { get; init; }

    /// <summary>A backslash escapes inside quoted names.</summary>
    public bool NamesEscape { get; init; }
    public bool BacktickNames { get; init; }
    public bool BracketNames { get; init; }

    /// <summary><c>E'…'</c> has backslash escapes.</summary>
    public bool EscapeTexts { get; init; }

    /// <summary><c>U&amp;'…'</c> and <c>U&amp;"…"</c>.</summary>
    public bool UnicodeTexts { get; init; }

    /// <summary>Oracle's <c>q'[…]'</c>.</summary>
    public bool QTexts { get; init; }

    /// <summary>Spark's <c>r'…'</c>: a backslash is ordinary there, in versions that know it.</summary>
    public bool RawTexts { get; init; }
    public DollarSign Dollar { get; init; } = DollarSign.NameCharacter;
    public AtSign At { get; init; } = AtSign.Symbol;

    /// <summary><c>?1</c> and <c>?name</c>.</summary>
    public bool NumberedPlaceholders { get; init; }

    /// <summary><c>\N</c> outside literals.</summary>
    public bool BackslashSymbol { get; init; }

    /// <summary>Names may begin with a digit, or numbers have suffixes: a word may touch a number.</summary>
    public bool WordMayTouchNumber { get; init; }

    /// <summary><c>column:path</c>, <c>name: value</c> and the like: after a name a colon never begins a parameter.</summary>
    public bool ColonIsInfix { get; init; }

    public static LexicalRules Of(SqlDialect dialect) => Table[(int)dialect];

    private static readonly LexicalRules[] Table = [.. Enum.GetValues<SqlDialect>().Select(Rules)];

    private static LexicalRules Rules(SqlDialect dialect) =>
        dialect switch
        {
            // Whoever names no dialect gets the reading on which all servers agree.
            SqlDialect.Ansi => new()
            {
                Block = BlockComment.FlatOrCode,
                Backslash = Backslash.Unknown,
                HintsAreLexed = true,
                Dollar = DollarSign.Doubtful,
            },
            SqlDialect.Postgresql => new()
            {
                Hash = HashSign.Symbol,
                Block = BlockComment.Nests,
                EscapeTexts = true,
                UnicodeTexts = true,
                Dollar = DollarSign.TaggedQuotes,
            },
            SqlDialect.Redshift => new()
            {
                Hash = HashSign.Symbol,
                Backslash = Backslash.Unknown,
                UnicodeTexts = true,
                Dollar = DollarSign.TaggedQuotes,
            },
            SqlDialect.Vertica => new()
            {
                Hash = HashSign.Symbol,
                // Its parameter StandardConformingStrings decides.
                Backslash = Backslash.Unknown,
                EscapeTexts = true,
                UnicodeTexts = true,
                Dollar = DollarSign.PlainQuotes,
            },
            SqlDialect.Duckdb => new()
            {
                Hash = HashSign.Symbol,
                Block = BlockComment.Nests,
                EscapeTexts = true,
                UnicodeTexts = true,
                Dollar = DollarSign.TaggedQuotes,
                ColonIsInfix = true,
            },
            SqlDialect.Mysql or SqlDialect.Mariadb => new()
            {
                Dash = DashComment.BeforeSpace,
                Hash = HashSign.Comment,
                Block = BlockComment.FlatOrCode,
                HintsAreLexed = true,
                HintsSetLimits = true,
                Backslash = Backslash.Escapes,
                DoubleQuoteIsText = true,
                BacktickNames = true,
                At = AtSign.Variable,
                BackslashSymbol = true,
                WordMayTouchNumber = true,
            },
            SqlDialect.Sqlserver => new()
            {
                Hash = HashSign.NameCharacter,
                Block = BlockComment.Nests,
                BracketNames = true,
                At = AtSign.NameCharacter,
            },
            SqlDialect.Oracle => new() { Hash = HashSign.NameCharacter, QTexts = true },
            SqlDialect.Db2 => new()
            {
                Hash = HashSign.NameCharacter,
                At = AtSign.NameCharacter,
                UnicodeTexts = true,
            },
            SqlDialect.Teradata => new() { Hash = HashSign.NameCharacter, UnicodeTexts = true },
            SqlDialect.Snowflake => new()
            {
                SlashSlashComment = true,
                Backslash = Backslash.Escapes,
                Dollar = DollarSign.PlainQuotes,
                ColonIsInfix = true,
            },
            SqlDialect.Bigquery => new()
            {
                Hash = HashSign.Comment,
                Backslash = Backslash.Escapes,
                TripleQuotes = true,
                DoubleQuoteIsText = true,
                BacktickNames = true,
                NamesEscape = true,
                At = AtSign.Variable,
                WordMayTouchNumber = true,
            },
            SqlDialect.Databricks or SqlDialect.Sparksql => new()
            {
                Block = BlockComment.Nests,
                HintsAreLexed = true,
                LineCommentContinues = true,
                Backslash = Backslash.Escapes,
                DoubleQuoteIsText = true,
                BacktickNames = true,
                RawTexts = true,
                WordMayTouchNumber = true,
                ColonIsInfix = true,
            },
            SqlDialect.Trino => new() { UnicodeTexts = true },
            SqlDialect.Athena => new() { UnicodeTexts = true, BacktickNames = true },
            SqlDialect.Clickhouse => new()
            {
                Hash = HashSign.CommentBeforeSpaceOrBang,
                Backslash = Backslash.Escapes,
                BacktickNames = true,
                NamesEscape = true,
                Dollar = DollarSign.TaggedQuotesApart,
                WordMayTouchNumber = true,
                ColonIsInfix = true,
            },
            SqlDialect.Sqlite => new()
            {
                BacktickNames = true,
                BracketNames = true,
                Dollar = DollarSign.Placeholder,
                At = AtSign.Variable,
                NumberedPlaceholders = true,
            },
        };
}
