using System.Text.Json;
using Causum.Domain.Messages;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire;

/// <summary>What becomes of an answer that is too long: as many whole rows as fit, else an error.</summary>
internal static class ResultCut
{
    public static int RowBytes(AgentMessage message) => Rows(message).Map(rows => rows.RowsJson.Length).IfNone(0);

    /// <param name="length">Of the answer as it stands.</param>
    public static AgentMessage.TaskAnswer Apply(AgentMessage.TaskAnswer answer, long length, long maxBytes)
    {
        TaskFailure tooLarge = TaskFailure.ResultTooLarge(maxBytes);
        return answer with
        {
            Outcome = Rows(answer)
                .Bind(rows => Cut(rows, maxBytes - (length - rows.RowsJson.Length)))
                .Match(
                    Some: rows => Right<TaskFailure, TaskResult>(rows),
                    None: () => answer.Outcome.Match(_ => tooLarge, failure => Left<TaskFailure, TaskResult>(failure))
                ),
        };
    }

    private static Option<TaskResult.Rows> Rows(AgentMessage message) =>
        message is AgentMessage.TaskAnswer answer
            ? answer.Outcome.Match(
                Right: result => result is TaskResult.Rows rows ? Some(rows) : None,
                Left: _ => Option<TaskResult.Rows>.None
            )
            : None;

    /// <summary><c>truncated:true</c> is shorter than <c>false</c> and the new count has no more digits, so the rest of the message does not grow.</summary>
    private static Option<TaskResult.Rows> Cut(TaskResult.Rows rows, long room)
    {
        if (room < 2)
            return None;
        var (end, count) = LastRowWithin(rows.RowsJson.Span, room - 1);
        var kept = new byte[end + 1];
        rows.RowsJson.Span[..end].CopyTo(kept);
        kept[end] = (byte)']';
        return rows with { RowsJson = kept, RowCount = count, Truncated = true };
    }

    /// <summary>Where the last row ends that lies within the first <paramref name="room"/> bytes; the opening bracket ends at 1.</summary>
    private static (int End, int Count) LastRowWithin(ReadOnlySpan<byte> json, long room)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var (end, count) = (1, 0);
        while (reader.Read() && reader.BytesConsumed <= room)
        {
            if (reader is not { TokenType: JsonTokenType.EndArray, CurrentDepth: 1 })
                continue;
            end = (int)reader.BytesConsumed;
            count++;
        }
        return (end, count);
    }
}
