using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Sql;

namespace Causum.Host.Commands;

/// <summary>
/// Verdicts on lines of JSON, as they come: what was read is answered before more is awaited, so that another program can talk with it.
/// </summary>
internal static class GuardLines
{
    public static async Task<int> RunAsync(
        Stream input,
        Stream output,
        SqlDialect fallback,
        CancellationToken cancellationToken
    )
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var number = 0;
        var faults = 0;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                faults += Answer(rest.Slice(0, end), ++number, fallback, buffer) ? 0 : 1;
                rest = rest.Slice(rest.GetPosition(1, end));
            }
            if (read.IsCompleted && !rest.IsEmpty)
            {
                faults += Answer(rest, ++number, fallback, buffer) ? 0 : 1;
                rest = rest.Slice(rest.End);
            }
            reader.AdvanceTo(rest.Start, rest.End);
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
            await output.FlushAsync(cancellationToken);
            buffer.ResetWrittenCount();
            if (read.IsCompleted)
                return faults == 0 ? 0 : 2;
        }
    }

    /// <summary>Whether the line was a request; an empty line is passed over.</summary>
    private static bool Answer(
        ReadOnlySequence<byte> line,
        int number,
        SqlDialect fallback,
        ArrayBufferWriter<byte> buffer
    )
    {
        var bytes = Trim(line.IsSingleSegment ? line.FirstSpan : line.ToArray());
        if (bytes.IsEmpty)
            return true;
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        var fault = GuardRequest
            .Read(bytes)
            .Match(Right: request => Verdict(writer, request, fallback), Left: error => error);
        if (fault.Length > 0)
        {
            writer.WriteNumber("line", number);
            writer.WriteString("error", fault);
        }
        writer.WriteEndObject();
        writer.Flush();
        buffer.Write("\n"u8);
        return fault.Length == 0;
    }

    private static string Verdict(Utf8JsonWriter writer, GuardRequest request, SqlDialect fallback)
    {
        var dialect = request.Dialect.Match(Some: SqlDialects.Parse, None: () => Some(fallback));
        writer.WritePropertyName("id");
        writer.WriteRawValue(request.Id);
        GuardVerdict.WriteVerdict(
            writer,
            dialect.Match(Some: d => ReadOnlyGuard.Check(d, request.Sql), None: () => SqlRefusal.UnknownDialect)
        );
        return "";
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(Encoding.UTF8.Preamble))
            line = line[Encoding.UTF8.Preamble.Length..];
        return line.Trim(" \t\r"u8);
    }
}
