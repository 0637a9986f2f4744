using System.Text;

namespace Causum.Domain.Queue;

/// <summary>Tells cheaply which entries of the tasks stream cannot be control messages, so that an instance does not parse the tasks of all the others.</summary>
public static class ControlMessages
{
    public static readonly IReadOnlyList<string> Types = ["config", "instance_register_ack", "task_cancel"];

    private static readonly byte[][] Quoted = [.. Types.Select(type => Encoding.UTF8.GetBytes($"\"{type}\""))];

    /// <summary>False only if the entry is no control message. A name in quotes may stand anywhere, and an escape may hide one: then the reader has to look.</summary>
    public static bool MayBe(Option<string> type, Option<ReadOnlyMemory<byte>> data) =>
        type.Exists(name => Types.Contains(name, StringComparer.Ordinal)) || data.Exists(bytes => MayName(bytes.Span));

    private static bool MayName(ReadOnlySpan<byte> data)
    {
        foreach (var name in Quoted)
        {
            if (data.IndexOf(name) >= 0)
                return true;
        }
        return data.IndexOf("\\u"u8) >= 0;
    }
}
