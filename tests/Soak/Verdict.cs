using System.Globalization;
using System.Text.Json;

namespace Causum.Soak;

/// <summary>What the streams say of the run.</summary>
/// <param name="Lost">Tasks without an answer.</param>
/// <param name="Duplicated">Answers beyond the first to the same message.</param>
/// <param name="Fenced">Late results that instances told to have dropped; one that was killed before its next report tells nothing.</param>
internal sealed record Verdict(
    int Tasks,
    int Lost,
    int Duplicated,
    long Fenced,
    int Pending,
    bool AllDelivered,
    bool MarkAtEnd,
    int Looks,
    int WrongMarks,
    string Answers,
    string Mishaps
)
{
    public bool Holds => Lost == 0 && Pending == 0 && AllDelivered && MarkAtEnd && WrongMarks == 0;

    public static async Task<Verdict> OfAsync(SoakStreams streams, MarkWatch marks, string mishaps)
    {
        var results = (await streams.MessagesAsync("results", "task_result"))
            .Select(r => (r.Id, Data: JsonElement.Parse(r.Data)))
            .ToList();
        var byMessage = results
            .GroupBy(r => r.Data.GetProperty("message_id").GetString() ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(r => r.Id).ToList(), StringComparer.Ordinal);
        var tasks = (await streams.MessagesAsync("tasks", "task"))
            .Select(t => (t.Id, Optional(byMessage.GetValueOrDefault(t.Id.ToString())).Map(ids => ids[0])))
            .ToList();
        var (glimpse, group, last) = (
            await streams.LookAsync(),
            await streams.GroupAsync(),
            await streams.LastTaskAsync()
        );
        return new Verdict(
            tasks.Count,
            tasks.Count(task => task.Item2.IsNone),
            byMessage.Values.Sum(ids => ids.Count - 1),
            await FencedAsync(streams),
            glimpse.Pending,
            group.LastDeliveredId == last,
            glimpse.Mark.ToString() == last,
            marks.Looks,
            marks.Wrong(tasks),
            string.Join(", ", results.GroupBy(r => Kind(r.Data)).Select(g => $"{g.Key} {g.Count()}")),
            mishaps
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            mishaps: {Mishaps}
            answers: {Answers}
            at the end: pending {Pending}, {(AllDelivered ? "all" : "NOT all")} delivered, mark {(
                MarkAtEnd ? "at the last task" : "NOT at the last task"
            )}; wrong marks in {Looks} looks: {WrongMarks}
            {Tasks} tasks: lost {Lost}, duplicated {Duplicated}, fenced {Fenced}
            """
        );

    private static async Task<long> FencedAsync(SoakStreams streams) =>
        (await streams.MessagesAsync("results", "metrics_report")).Sum(report =>
            JsonElement.Parse(report.Data).GetProperty("counters").TryGetProperty("tasks_fenced", out var n)
                ? n.GetInt64()
                : 0
        );

    private static string Kind(JsonElement result) =>
        result.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() ?? "" : "success";
}
