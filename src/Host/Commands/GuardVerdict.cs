using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Sql;

namespace Causum.Host.Commands;

/// <summary>The guard's verdict as a person or a program reads it.</summary>
internal static class GuardVerdict
{
    private const int WindowBefore = 60;
    private const int Window = 100;

    public static string Text(SqlDialect dialect, string query, Either<SqlRefusal, ReadOnlySql> verdict) =>
        verdict.Match(
            Right: _ => $"allowed: one reading statement ({dialect.WireName()})",
            Left: refusal => Refused(query, refusal)
        );

    public static string Json(SqlDialect dialect, Either<SqlRefusal, ReadOnlySql> verdict)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("dialect", dialect.WireName());
            WriteVerdict(writer, verdict);
            verdict.Match(
                Right: _ => writer.WriteNull("message"),
                Left: refusal => writer.WriteString("message", refusal.Message)
            );
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The properties <c>verdict</c>, <c>reason</c> and <c>position</c>.</summary>
    public static void WriteVerdict(Utf8JsonWriter writer, Either<SqlRefusal, ReadOnlySql> verdict) =>
        verdict.Match(
            Right: _ =>
            {
                writer.WriteString("verdict", "allow");
                writer.WriteNull("reason");
                writer.WriteNull("position");
            },
            Left: refusal =>
            {
                writer.WriteString("verdict", "refuse");
                writer.WriteString("reason", refusal.Reason.WireCode());
                writer.WriteStartObject("position");
                writer.WriteNumber("line", refusal.Position.Line);
                writer.WriteNumber("column", refusal.Position.Column);
                writer.WriteNumber("offset", refusal.Position.Offset);
                writer.WriteEndObject();
            }
        );

    private static string Refused(string query, SqlRefusal refusal)
    {
        var (line, column, offset) = (refusal.Position.Line, refusal.Position.Column, refusal.Position.Offset);
        var lineStart = offset - (column - 1);
        var lineEnd = query.IndexOf('\n', lineStart);
        var from = Math.Max(lineStart, offset - WindowBefore);
        var to = Math.Min(lineEnd < 0 ? query.Length : lineEnd, from + Window);
        var shown = Printable(query[from..to]);
        var caret = new string(' ', offset - from);
        return $"""
            refused: {refusal.Reason.WireCode()} at line {line}, column {column}
              {shown}
              {caret}^
            {refusal.Message}
            """;
    }

    /// <summary>A control character of the query must not reach the terminal; each becomes one visible or blank one, so that the caret stays in place.</summary>
    private static string Printable(string text) =>
        string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i] =
                        from[i] is '\t' or '\r' ? ' '
                        : char.IsControl(from[i]) ? '\uFFFD'
                        : from[i];
            }
        );
}
