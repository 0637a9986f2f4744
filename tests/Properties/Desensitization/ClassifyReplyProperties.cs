using Causum.Domain.Desensitization;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Desensitization;

public sealed class ClassifyReplyProperties
{
    private static readonly AskedField[] Fields =
    [
        .. Enumerable.Range(0, 6).Select(i => new AskedField($"f{i}", "text", None, [$"v{i}"])),
    ];

    private static ClassifyPrompt Prompt(int seed)
    {
        var bytes = new byte[ClassifyPrompt.SeedBytes];
        new Random(seed).NextBytes(bytes);
        return ClassifyPrompt.Of(Fields, bytes);
    }

    private static string Entry(int i, string verdict) => $"{{\"i\":{i},\"verdict\":\"{verdict}\",\"kind\":\"none\"}}";

    private static IEnumerable<string> Canaries(ClassifyPrompt prompt) =>
        prompt.Canaries.Select(c => Entry(c.Position, c.IsSensitive ? "sensitive" : "safe"));

    private static string Reply(IEnumerable<string> entries) => $"{{\"fields\":[{string.Join(',', entries)}]}}";

    [Property]
    public bool A_whole_answer_in_any_order_is_read_as_it_stands(int seed)
    {
        var prompt = Prompt(seed);
        string[] words = ["sensitive", "entity_id", "safe"];
        var entries = Fields
            .Select((_, i) => Entry(prompt.PositionOf(i), words[i % 3]))
            .Concat(Canaries(prompt))
            .OrderBy(e => e.GetHashCode(StringComparison.Ordinal) ^ seed);
        var reply = ClassifyReply.Read(Reply(entries), prompt, Fields.Length);
        return reply is { IsWhole: true, CanariesRight: true }
            && reply.Verdicts.Select((v, i) => v.Word == (ModelWord)(i % 3 + 1)).All(right => right);
    }

    [Property]
    public bool Missing_extra_repeated_and_malformed_entries_take_the_right_to_clear(int seed, byte fault)
    {
        var prompt = Prompt(seed);
        var entries = Fields.Select((_, i) => Entry(prompt.PositionOf(i), "safe")).Concat(Canaries(prompt)).ToList();
        var touched = prompt.PositionOf(0);
        switch (fault % 7)
        {
            case 0:
                entries.RemoveAt(0);
                break;
            case 1:
                entries.Add(Entry(99, "safe"));
                break;
            case 2:
                entries.Add(Entry(touched, "sensitive"));
                break;
            case 3:
                entries[0] = $"{{\"i\":{touched},\"verdict\":\"safe\",\"kind\":\"none\",\"reason\":\"x\"}}";
                break;
            case 4:
                entries[0] = $"{{\"i\":\"{touched}\",\"verdict\":\"safe\",\"kind\":\"none\"}}";
                break;
            case 5:
                entries[0] = Entry(touched, "harmless");
                break;
            default:
                entries[0] = $"{{\"i\":{touched},\"verdict\":\"safe\",\"kind\":\"friend\"}}";
                break;
        }
        var reply = ClassifyReply.Read(Reply(entries), prompt, Fields.Length);
        var strictest = fault % 7 != 2 || reply.Verdicts[0].Word == ModelWord.Sensitive;
        return !reply.IsWhole && strictest;
    }

    [Property]
    public bool Prose_or_a_fence_around_the_answer_takes_the_right_to_clear_and_keeps_what_is_sensitive(int seed)
    {
        var prompt = Prompt(seed);
        var entries = Fields
            .Select((_, i) => Entry(prompt.PositionOf(i), i == 3 ? "sensitive" : "safe"))
            .Concat(Canaries(prompt));
        var reply = ClassifyReply.Read($"Sure:\n```json\n{Reply(entries)}\n```", prompt, Fields.Length);
        return !reply.IsWhole && reply.Verdicts[3].Word == ModelWord.Sensitive;
    }

    [Property]
    public bool One_wrong_canary_voids_everything(int seed)
    {
        var prompt = Prompt(seed);
        foreach (var wrong in prompt.Canaries)
        {
            var entries = Fields
                .Select((_, i) => Entry(prompt.PositionOf(i), "safe"))
                .Concat(
                    prompt.Canaries.Select(c => Entry(c.Position, c.IsSensitive != (c == wrong) ? "sensitive" : "safe"))
                );
            var reply = ClassifyReply.Read(Reply(entries), prompt, Fields.Length);
            if (reply.IsWhole || reply.Verdicts.Any(v => v.Word != ModelWord.Silent))
                return false;
        }
        return prompt.Canaries.Count is >= 2 and <= 4;
    }

    [Property(MaxTest = 500)]
    public bool No_text_makes_it_throw_or_clear(NonNull<string> text, int seed)
    {
        var reply = ClassifyReply.Read(text.Get, Prompt(seed), Fields.Length);
        return reply.Verdicts.Count == Fields.Length
            && !reply.IsWhole
            && reply.Verdicts.All(v => v.Word == ModelWord.Silent);
    }

    [Fact]
    public void A_duplicate_member_in_the_answer_makes_it_unreadable()
    {
        var prompt = Prompt(1);
        var reply = ClassifyReply.Read("{\"fields\":[],\"fields\":[]}", prompt, Fields.Length);
        Assert.False(reply.IsRead);
    }
}
