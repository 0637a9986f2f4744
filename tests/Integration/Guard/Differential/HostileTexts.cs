using Causum.Domain.Sql;

namespace Causum.Integration.Guard.Differential;

/// <summary>
/// Texts made to get a change past the guard: each act in each known disguise, each function of the server's catalog in each spelling, and all of it cut up and put
/// together again by chance.
/// </summary>
internal sealed class HostileTexts(SqlDialect dialect, Vocabulary vocabulary, Random choice)
{
    private readonly IReadOnlyList<string> cases = CaseTexts.Of(dialect);

    /// <summary>Every act in every disguise, and every function called as itself and quoted.</summary>
    public IEnumerable<string> Systematic()
    {
        foreach (var act in vocabulary.Acts)
        foreach (var disguise in Disguises.OfStatements)
            yield return Disguises.Fill(disguise, act);
        foreach (var expression in vocabulary.ActingExpressions)
        {
            foreach (var spelled in Spellings.All(dialect, expression))
                yield return $"SELECT {spelled}";
            foreach (var disguise in Disguises.OfExpressions)
                yield return Disguises.Fill(disguise, expression);
            foreach (var disguise in Disguises.OfStatements)
                yield return Disguises.Fill(disguise, $"SELECT {expression}");
        }
        foreach (var function in vocabulary.Functions)
        {
            yield return $"SELECT {Call(function)}";
            yield return $"SELECT * FROM {Spelled(Call(function))}";
        }
        foreach (var text in cases)
            yield return text;
    }

    public IEnumerable<string> ByChance()
    {
        while (true)
            yield return Next();
    }

    private string Next()
    {
        var text = choice.Next(10) switch
        {
            0 or 1 => Disguised(Pick(vocabulary.Acts)),
            2 or 3 => Placed(Spelled(Pick(vocabulary.ActingExpressions))),
            4 or 5 or 6 => Placed(Spelled(Call(Pick(vocabulary.Functions)))),
            7 => Pick(cases),
            8 => Pick(vocabulary.Reads),
            _ => Disguised(Placed(Spelled(Call(Pick(vocabulary.Functions))))),
        };
        for (var changes = choice.Next(4); changes > 0; changes--)
            text = Changed(text);
        return text;
    }

    private string Disguised(string act)
    {
        var text = Disguises.Fill(Pick(Disguises.OfStatements), act);
        return choice.Next(4) == 0 ? Disguised(text) : text;
    }

    private string Placed(string expression)
    {
        var text = Disguises.Fill(Pick(Disguises.OfExpressions), expression);
        return choice.Next(4) == 0 ? Disguises.Fill(Pick(Disguises.OfStatements), text) : text;
    }

    private string Call(CallableFunction function)
    {
        var arguments = string.Join(", ", function.Parameters.Select(p => vocabulary.Argument(p, choice)));
        return $"{function.Name}({arguments})";
    }

    private string Spelled(string call) => choice.Next(2) == 0 ? call : Pick(Spellings.All(dialect, call).ToList());

    /// <summary>One step away from the text, at the borders of its tokens.</summary>
    private string Changed(string text)
    {
        var parts = TextParts.Of(dialect, text);
        if (parts.Count == 0)
            return text;
        var at = choice.Next(parts.Count);
        switch (choice.Next(11))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(at, parts[choice.Next(parts.Count)]);
                break;
            case 2:
                (parts[at], parts[^1]) = (parts[^1], parts[at]);
                break;
            case 3 or 4:
                parts.Insert(at, Pick(Disguises.Odds));
                break;
            case 5:
                parts.Insert(at, $" {Pick(vocabulary.Words)} ");
                break;
            case 6:
                parts[at] = Pick(vocabulary.Words);
                break;
            case 7:
                parts.Insert(at, $" {Pick(vocabulary.Acts)} ");
                break;
            case 8:
                var other = TextParts.Of(dialect, choice.Next(2) == 0 ? Pick(cases) : Pick(vocabulary.Reads));
                parts.RemoveRange(at, parts.Count - at);
                parts.AddRange(other.Skip(choice.Next(other.Count + 1)));
                break;
            case 9:
                parts[at] = new string([.. parts[at].Select(c => choice.Next(2) == 0 ? char.ToUpperInvariant(c) : c)]);
                break;
            default:
                parts = [.. parts.Select(p => p == " " ? Pick(Disguises.Gaps) : p)];
                break;
        }
        return string.Concat(parts);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[choice.Next(from.Count)];
}
