namespace Causum.Domain.Sql;

/// <summary>
/// Lists what an allowed text may make the server run: calls, and in PostgreSQL also what runs without parentheses. It rather lists a name too many than one too
/// few; whether a routine stands behind a name is for the catalog to say.
/// </summary>
public static class RoutineUses
{
    private const int UsualDepth = 32;

    /// <summary>An opened bracket: its token, the token of the name before it (or -1), and the commas directly inside.</summary>
    private record struct Frame(int Open, int Name, int Commas)
    {
        /// <summary>Arguments stand inside, no query: FROM separates them there.</summary>
        public readonly bool HoldsArguments(ref readonly Statement s) =>
            Name >= 0 && s.Word(Open + 1) is not (SqlKeyword.Select or SqlKeyword.With);
    }

    public static IReadOnlyList<RoutineUse> Of(ReadOnlySql query)
    {
        var uses = new List<RoutineUse>();
        var statement = Statement.Read(query.Dialect, query.Text, out _);
        using (statement)
            Add(in statement, query.Text, uses);
        return uses;
    }

    private static void Add(ref readonly Statement s, string text, List<RoutineUse> uses)
    {
        var frames = new Stack<Frame>(UsualDepth);
        frames.Push(new Frame(Open: -1, Name: -1, Commas: 0));
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Kind == SqlTokenKind.Symbol)
                i = AddSymbol(in s, text, i, frames, uses);
            else if (s.Dialect == SqlDialect.Postgresql && s.IsName(i))
                i = AddNames(in s, text, i, frames.Peek(), uses);
        }
    }

    private static int AddSymbol(
        ref readonly Statement s,
        string text,
        int i,
        Stack<Frame> frames,
        List<RoutineUse> uses
    )
    {
        switch (text[s.Offset(i)])
        {
            case '(':
                frames.Push(new Frame(i, s.IsName(i - 1) ? i - 1 : -1, Commas: 0));
                return i;
            case '[' or '{':
                frames.Push(new Frame(i, Name: -1, Commas: 0));
                return i;
            case ',':
                var frame = frames.Pop();
                frames.Push(frame with { Commas = frame.Commas + 1 });
                return i;
            case ')' or ']' or '}' when frames.Count > 1:
                AddCall(in s, text, frames.Pop(), i, uses);
                return i;
            case var symbol when s.Dialect == SqlDialect.Postgresql && OperatorUses.Begins(symbol):
                return OperatorUses.AddRun(in s, text, i, uses);
            default:
                return i;
        }
    }

    private static void AddCall(ref readonly Statement s, string text, Frame frame, int close, List<RoutineUse> uses)
    {
        if (frame.Name < 0 || !IsCall(in s, frame.Name, close))
            return;
        var arguments = close == frame.Open + 1 ? 0 : frame.Commas + 1;
        uses.Add(Use(in s, text, RoutineUseKind.Call, frame.Name, arguments));
        if (s.Dialect == SqlDialect.Postgresql && arguments == 1)
            uses.Add(Use(in s, text, RoutineUseKind.Cast, frame.Name, arguments));
    }

    /// <summary>The names of columns behind an alias or a common table are no arguments; only PostgreSQL has such lists behind calls too.</summary>
    private static bool IsCall(ref readonly Statement s, int name, int close) =>
        s.Word(name - 1) != SqlKeyword.As
        && (
            s.Dialect == SqlDialect.Postgresql
            || !(s.IsSymbol(name - 1, ')') || (s.Word(close + 1) == SqlKeyword.As && s.IsSymbol(close + 2, '(')))
        );

    /// <summary>Names joined by dots; gives the last one's token.</summary>
    private static int AddNames(ref readonly Statement s, string text, int first, Frame frame, List<RoutineUse> uses)
    {
        var last = first;
        while (s.IsSymbol(last + 1, '.') && s.IsName(last + 2))
            last += 2;
        if (s[first].Kind == SqlTokenKind.Word)
            OperatorUses.AddImplied(in s, first, uses);
        var isCast = s.IsOperator(first - 2, "::");
        if (!isCast && !s.IsSymbol(last + 1, '(') && !IsTable(in s, first, frame))
        {
            for (var i = s.IsSymbol(first - 1, '.') ? first : first + 2; i <= last; i += 2)
                uses.Add(Use(in s, text, RoutineUseKind.Attribute, i, arguments: 1));
        }
        if (isCast || IsType(in s, first, last, frame))
            uses.Add(Use(in s, text, RoutineUseKind.Cast, last, arguments: 1));
        return last;
    }

    private static bool IsTable(ref readonly Statement s, int first, Frame frame) =>
        s.Word(first - 1) == SqlKeyword.Join
        || s.Word(first - 1) == SqlKeyword.From
            && s.Word(first - 2) != SqlKeyword.Distinct
            && !frame.HoldsArguments(in s);

    /// <summary><c>CAST(x AS t)</c>, <c>t 'text'</c>, and the columns of <c>json_to_record(…) AS r(a t)</c> and its kin.</summary>
    private static bool IsType(ref readonly Statement s, int first, int last, Frame frame) =>
        s[last + 1].Kind == SqlTokenKind.Text && s.Word(last) != SqlKeyword.Select
        || s.IsName(first - 1) && frame.HoldsArguments(in s);

    private static RoutineUse Use(ref readonly Statement s, string text, RoutineUseKind kind, int name, int arguments)
    {
        // An attribute is looked for on the search path, whatever stands before its dot.
        var isQualified = kind != RoutineUseKind.Attribute && s.IsSymbol(name - 1, '.') && s.IsName(name - 2);
        return new RoutineUse(
            kind,
            isQualified ? CatalogName.Of(s.Dialect, text, s[name - 2].Token) : default,
            CatalogName.Of(s.Dialect, text, s[name].Token),
            arguments,
            s.Offset(name)
        );
    }
}
