using System.Buffers;
using System.Collections.Frozen;

namespace Causum.Domain.Sql;

/// <summary>The operators of a PostgreSQL text, cut as its scanner cuts them (manual, Lexical Structure: Operators), and those that keywords stand for.</summary>
internal static class OperatorUses
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("+-*/<>=~!@#%^&|`?");

    /// <summary>With one of these inside, an operator may end in + or -.</summary>
    private static readonly SearchValues<char> Unusual = SearchValues.Create("~!@#%^&|`?");

    /// <summary>PostgreSQL source, gram.y: what the parser makes of these words.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Implied =
        new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["LIKE"] = ["~~", "!~~"],
            ["ILIKE"] = ["~~*", "!~~*"],
            ["SIMILAR"] = ["~", "!~"],
            ["BETWEEN"] = [">=", "<=", "<", ">"],
            ["IN"] = ["=", "<>"],
            ["CASE"] = ["="],
            ["NULLIF"] = ["="],
            ["DISTINCT"] = ["="],
            ["USING"] = ["="],
            ["NATURAL"] = ["="],
        }
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Begins(char symbol) => Characters.Contains(symbol);

    /// <summary>Adds the operators of the unbroken run of operator characters at <paramref name="first"/>; gives the run's last token.</summary>
    public static int AddRun(ref readonly Statement s, string text, int first, List<RoutineUse> uses)
    {
        var last = first;
        while (
            s[last + 1].Kind == SqlTokenKind.Symbol
            && s.Offset(last + 1) == s.Offset(last) + 1
            && Begins(text[s.Offset(last + 1)])
        )
            last++;
        if (IsStar(in s, first, last))
            return last;
        var isQualified = s.IsSymbol(first - 1, '.') && s.IsName(first - 2);
        var run = text.AsMemory(s.Offset(first), last - first + 1);
        for (var start = 0; start < run.Length; )
        {
            var length = FirstLength(run.Span[start..]);
            var name = run.Slice(start, length);
            uses.Add(
                new RoutineUse(
                    RoutineUseKind.Operator,
                    isQualified ? CatalogName.Of(s.Dialect, text, s[first - 2].Token) : default,
                    name.Span is "!=" ? "<>".AsMemory() : name,
                    Arguments: 0,
                    s.Offset(first) + start
                )
            );
            start += length;
        }
        return last;
    }

    public static void AddImplied(ref readonly Statement s, int word, List<RoutineUse> uses)
    {
        if (!Implied.TryGetValue(s.Slice(word), out var names))
            return;
        foreach (var name in names)
            uses.Add(new RoutineUse(RoutineUseKind.Operator, default, name.AsMemory(), Arguments: 0, s.Offset(word)));
    }

    /// <summary><c>*</c>, <c>t.*</c> and <c>count(*)</c> name columns; the multiplication has an operand on its right.</summary>
    private static bool IsStar(ref readonly Statement s, int first, int last) =>
        first == last
        && s.IsSymbol(first, '*')
        && !IsInOperator(in s, first)
        && (
            s.IsSymbol(first - 1, '.')
            || first + 1 >= s.Count
            || s.IsSymbol(first + 1, ',')
            || s.IsSymbol(first + 1, ')')
            || s.IsSymbol(first + 1, ';')
            || s.Word(first + 1) == SqlKeyword.From
        );

    /// <summary><c>OPERATOR(*)</c>, <c>OPERATOR(schema.*)</c>.</summary>
    private static bool IsInOperator(ref readonly Statement s, int first)
    {
        var start = first;
        while (s.IsSymbol(start - 1, '.') && s.IsName(start - 2))
            start -= 2;
        return s.IsSymbol(start - 1, '(') && s.IsSpelled(start - 2, "OPERATOR");
    }

    private static int FirstLength(ReadOnlySpan<char> run)
    {
        var length = run.Length;
        if (run[..^1].ContainsAny(Unusual))
            return length;
        while (length > 1 && run[length - 1] is '+' or '-')
            length--;
        return length;
    }
}
