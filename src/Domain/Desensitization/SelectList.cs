using System.Collections.Frozen;
using Causum.Domain.Sql;

namespace Causum.Domain.Desensitization;

/// <summary>
/// Reads the select list of a simple query: one SELECT, tables and joins behind FROM. Whatever is not simple is not read, and its columns count as
/// expressions.
/// </summary>
internal static class SelectList
{
    private static readonly FrozenSet<string> NotSimple = Set(
        "with union intersect except minus values unnest lateral pivot unpivot into"
    );
    private static readonly FrozenSet<string> EndsFrom = Set(
        "where group having order limit offset fetch window qualify for"
    );
    private static readonly FrozenSet<string> BeforeParenthesis = Set("on using and or not in join");
    private static readonly FrozenSet<string> Counts = Set("count count_big approx_count_distinct");
    private static readonly FrozenSet<string> Quantities = Set(
        "sum avg mean stddev stddev_pop stddev_samp std variance var_pop var_samp total"
    );

    private readonly record struct Word(SqlTokenKind Kind, string Text, int Depth);

    /// <summary>None where the query is not simple, or where its items cannot be matched with <paramref name="columns"/> result columns.</summary>
    internal static Option<IReadOnlyList<SelectItem>> Read(string query, int columns)
    {
        if (Words(query).Case is not List<Word> words || !IsSimple(words))
            return None;
        var from = words.FindIndex(word => word.Depth == 0 && Is(word, "from"));
        var list = words.GetRange(1, (from < 0 ? words.Count : from) - 1);
        if (list.Count > 0 && (Is(list[0], "distinct") || Is(list[0], "all")))
            list.RemoveAt(0);
        if (list is [{ Text: "*" }] && from >= 0)
            return Some<IReadOnlyList<SelectItem>>([.. Enumerable.Repeat<SelectItem>(new SelectItem.Star(), columns)]);
        var items = Split(list);
        var aligned = items.Count == columns && !items.Any(item => item is [.., { Text: "*" }]);
        return aligned ? Some<IReadOnlyList<SelectItem>>([.. items.Select(Item)]) : None;
    }

    /// <summary>Every word of a query, whatever it is there: names, keywords, text in literals and comments.</summary>
    internal static IReadOnlyList<string> AllWords(string query)
    {
        var words = new System.Collections.Generic.HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= query.Length; i++)
        {
            var inside =
                i < query.Length
                && (char.IsLetterOrDigit(query[i]) || query[i] is '_' or '$' || char.IsSurrogate(query[i]));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            words.Add(query[start..i]);
            start = -1;
        }
        return [.. words.Order(StringComparer.Ordinal)];
    }

    private static Option<List<Word>> Words(string query)
    {
        // Servers differ in what these begin: a comment, an escape, a text or a name.
        if (query.AsSpan().ContainsAny("\\#`\""))
            return None;
        var words = new List<Word>();
        var lexer = new SqlLexer(SqlDialect.Ansi, query);
        var depth = 0;
        while (lexer.MoveNext())
        {
            var token = lexer.Current;
            if (token.Kind == SqlTokenKind.Comment)
                return None;
            if (!token.IsSignificant)
                continue;
            var text = query.Substring(token.Start, token.Length);
            if (text == ")")
                depth--;
            words.Add(new Word(token.Kind, text, depth));
            if (text == "(")
                depth++;
        }
        if (words is [.., { Text: ";" }])
            words.RemoveAt(words.Count - 1);
        return lexer.Fault is null ? Some(words) : None;
    }

    private static bool IsSimple(List<Word> words)
    {
        if (
            words.Count < 2
            || !Is(words[0], "select")
            || words.Skip(1).Any(word => Is(word, "select") || IsIn(NotSimple, word))
        )
            return false;
        var from = words.FindIndex(word => word.Depth == 0 && Is(word, "from"));
        if (from < 0)
            return true;
        for (var i = from + 1; i < words.Count && !(words[i].Depth == 0 && IsIn(EndsFrom, words[i])); i++)
            if (words[i].Text == "(" && words[i].Depth == 0 && !IsIn(BeforeParenthesis, words[i - 1]))
                return false;
        return true;
    }

    private static List<List<Word>> Split(List<Word> list)
    {
        var items = new List<List<Word>> { new() };
        foreach (var word in list)
            if (word is { Text: ",", Depth: 0 })
                items.Add([]);
            else
                items[^1].Add(word);
        return items;
    }

    private static SelectItem Item(List<Word> words)
    {
        var item = WithoutAlias(words);
        if (PlainColumn(item).Case is string column)
            return new SelectItem.Plain(column);
        if (
            item is not [{ Kind: SqlTokenKind.Word } name, { Text: "(" }, .., { Text: ")", Depth: 0 }]
            || item.Count(w => w is { Text: "(", Depth: 0 }) != 1
        )
            return new SelectItem.Expression();
        if (IsIn(Counts, name))
            return new SelectItem.Count();
        var arguments = item.GetRange(2, item.Count - 3).Where(word => !Is(word, "distinct")).ToList();
        return IsIn(Quantities, name) && PlainColumn(arguments).Case is string argument
            ? new SelectItem.Quantity([argument])
            : new SelectItem.Expression();
    }

    /// <summary>The last part of a dotted name.</summary>
    private static Option<string> PlainColumn(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
            if (i % 2 == 0 ? words[i].Kind != SqlTokenKind.Word : words[i].Text != ".")
                return None;
        return words.Count % 2 == 1 ? Some(words[^1].Text) : None;
    }

    private static List<Word> WithoutAlias(List<Word> words)
    {
        if (words.Count > 2 && Is(words[^2], "as"))
            return words.GetRange(0, words.Count - 2);
        var bare =
            words.Count > 1
            && words[^1] is { Kind: SqlTokenKind.Word, Depth: 0 }
            && (words[^2].Kind == SqlTokenKind.Word || words[^2].Text == ")");
        return bare ? words.GetRange(0, words.Count - 1) : words;
    }

    private static bool Is(Word word, string keyword) =>
        word.Kind == SqlTokenKind.Word && string.Equals(word.Text, keyword, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(FrozenSet<string> keywords, Word word) =>
        word.Kind == SqlTokenKind.Word && keywords.Contains(word.Text);

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
