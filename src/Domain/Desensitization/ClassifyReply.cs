using System.Text.Json;
using Causum.Domain.Sensitivity;

namespace Causum.Domain.Desensitization;

/// <summary>
/// What may be believed of a model's answer. Entries that are not exactly of the asked form are dropped; an answer with one wrong canary is worth nothing.
/// No free text is read from it.
/// </summary>
/// <param name="Verdicts">One for each asked field; silent where there is no valid answer.</param>
/// <param name="IsWhole">Exactly one valid entry for every field and nothing else: only then may it clear a field.</param>
/// <param name="CanariesRight">False: the answer is void.</param>
/// <param name="IsRead">There was at least one valid entry.</param>
public sealed record ClassifyReply(IReadOnlyList<ModelVerdict> Verdicts, bool IsWhole, bool CanariesRight, bool IsRead)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly record struct Entry(int Position, ModelVerdict Verdict, bool IsExact);

    /// <param name="fields">How many fields were asked, canaries not counted.</param>
    public static ClassifyReply Read(string text, ClassifyPrompt prompt, int fields)
    {
        var (entries, exact) = Entries(text);
        var answers = new ModelVerdict[prompt.Count];
        var answered = new bool[prompt.Count];
        foreach (var entry in entries)
        {
            if (entry.Position < 0 || entry.Position >= answers.Length)
            {
                exact = false;
                continue;
            }
            exact &= entry.IsExact && !answered[entry.Position];
            answers[entry.Position] = answered[entry.Position]
                ? Stricter(answers[entry.Position], entry.Verdict)
                : entry.Verdict;
            answered[entry.Position] = true;
        }
        var right = prompt.Canaries.All(canary =>
            answered[canary.Position] && (answers[canary.Position].Word == ModelWord.Sensitive) == canary.IsSensitive
        );
        ModelVerdict[] verdicts =
        [
            .. Enumerable.Range(0, fields).Select(field => right ? answers[prompt.PositionOf(field)] : default),
        ];
        return new ClassifyReply(verdicts, exact && right && answered.All(a => a), right, entries.Count > 0);
    }

    private static ModelVerdict Stricter(ModelVerdict a, ModelVerdict b) =>
        a.Word == ModelWord.Sensitive ? a
        : b.Word == ModelWord.Sensitive ? b
        : a.Word == ModelWord.EntityId ? a
        : b;

    /// <summary>Prose or a fence around the JSON is passed over, but then the answer is not exact.</summary>
    private static (List<Entry> Entries, bool Exact) Entries(string text)
    {
        if (Parse(text) is { } whole)
            return whole;
        int first = text.IndexOf('{', StringComparison.Ordinal),
            last = text.LastIndexOf('}');
        return first >= 0 && last > first && Parse(text[first..(last + 1)]) is { } part
            ? (part.Entries, false)
            : ([], false);
    }

    private static (List<Entry> Entries, bool Exact)? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("fields", out var list)
                || list.ValueKind != JsonValueKind.Array
            )
                return ([], false);
            var entries = new List<Entry>();
            var exact = root.GetPropertyCount() == 1;
            foreach (var item in list.EnumerateArray())
                if (Read(item) is { } entry)
                    entries.Add(entry);
                else
                    exact = false;
            return (entries, exact);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Entry? Read(JsonElement item)
    {
        if (
            item.ValueKind != JsonValueKind.Object
            || item.GetPropertyCount() != 3
            || !item.TryGetProperty("i", out var i)
            || i.ValueKind != JsonValueKind.Number
            || !i.TryGetInt32(out var position)
            || !item.TryGetProperty("verdict", out var verdict)
            || verdict.ValueKind != JsonValueKind.String
            || !item.TryGetProperty("kind", out var kind)
            || kind.ValueKind != JsonValueKind.String
        )
            return null;
        var named = kind.GetString() is { } name and not "none" ? Kind.Parse(name) : None;
        var known = named.IsSome || kind.ValueEquals("none");
        return verdict.GetString() switch
        {
            "sensitive" => new Entry(position, new ModelVerdict(ModelWord.Sensitive, named), known),
            "entity_id" => new Entry(position, new ModelVerdict(ModelWord.EntityId, None), known),
            "safe" => new Entry(position, new ModelVerdict(ModelWord.Safe, None), known),
            _ => null,
        };
    }
}
