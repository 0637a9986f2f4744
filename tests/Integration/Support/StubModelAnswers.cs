using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Causum.Integration.Support;

/// <summary>Characters a model can have. Each looks at the question as a model would: by its text alone.</summary>
internal static class StubModelAnswers
{
    private static readonly string[] PersonalWords =
    [
        "name",
        "mail",
        "phone",
        "address",
        "street",
        "birth",
        "iban",
        "ssn",
        "passport",
        "salary",
        "diagnosis",
        "note",
        "comment",
        "remark",
        "city",
    ];

    /// <summary>Classifies by name and samples, writes rows as lines, answers anything else with a word.</summary>
    public static StubModelReply Honest(StubModelRequest request) => StubModelReply.Text(Honest(request.User));

    /// <summary>Calls every field safe, canaries too; otherwise honest.</summary>
    public static StubModelReply CallsEverythingSafe(StubModelRequest request) =>
        StubModelReply.Text(IsFields(request.User) ? Verdicts(request.User, _ => "safe") : Honest(request.User));

    /// <summary>Gives back what it was given.</summary>
    public static StubModelReply Echo(StubModelRequest request) => StubModelReply.Text(request.User);

    public static StubModelReply Garbage(StubModelRequest request) =>
        StubModelReply.Text("}{ ]\u0007 Sure! Here's your answer: <<<null>>>");

    public static StubModelReply Refuses(StubModelRequest request) =>
        StubModelReply.Refusal("I'm sorry, I can't help with that.");

    /// <summary>Stops in the middle of an honest answer.</summary>
    public static StubModelReply CutOff(StubModelRequest request)
    {
        var text = Honest(request.User);
        return StubModelReply.Text(text[..(text.Length / 2)], "length");
    }

    private static string Honest(string user) =>
        IsFields(user) ? Verdicts(user, Verdict)
        : user.StartsWith("-----", StringComparison.Ordinal) ? Lines(user)
        : "ok";

    private static bool IsFields(string user) => user.StartsWith("[{", StringComparison.Ordinal);

    private static string Verdicts(string user, Func<JsonElement, string> verdict)
    {
        using var fields = JsonDocument.Parse(user);
        return JsonSerializer.Serialize(
            new
            {
                fields = fields
                    .RootElement.EnumerateArray()
                    .Select(field => new
                    {
                        i = field.GetProperty("i").GetInt32(),
                        verdict = verdict(field),
                        kind = verdict(field) == "sensitive" ? "unknown" : "none",
                    })
                    .ToList(),
            }
        );
    }

    private static string Verdict(JsonElement field)
    {
        var name = field.GetProperty("name").GetString()!;
        var samples = field.GetProperty("samples").EnumerateArray().Select(s => s.GetString()!).ToList();
        var personal =
            PersonalWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase))
            || samples.Exists(s => s.Contains('@', StringComparison.Ordinal) || LooksLikeAName(s));
        return personal ? "sensitive"
            : name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? "entity_id"
            : "safe";
    }

    private static bool LooksLikeAName(string text) =>
        text.Split(' ') is { Length: 2 or 3 } words
        && words.All(w => w.Length > 1 && char.IsUpper(w[0]) && w[1..].All(char.IsLower));

    /// <summary>Between two equal boundary lines: a header, then one JSON array a row.</summary>
    private static string Lines(string user)
    {
        var lines = user.Split('\n')[1..^1];
        using var header = JsonDocument.Parse(lines[0]);
        var columns = header
            .RootElement.GetProperty("columns")
            .EnumerateArray()
            .Select(c => c.GetProperty("name").GetString())
            .ToList();
        var text = new StringBuilder();
        foreach (var line in lines[1..])
        {
            using var row = JsonDocument.Parse(line);
            var cells = row.RootElement.EnumerateArray().Select((cell, i) => $"{columns[i]}: {cell}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{string.Join("; ", cells)}.");
        }
        return text.ToString();
    }
}
