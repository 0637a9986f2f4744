using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Causum.Domain.Sql;
using Spectre.Console;

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
        var before = Printable(query.AsSpan(from..offset));
        var shown = before + Printable(query.AsSpan(offset..Math.Max(offset, to)));
        var caret = new string(' ', before.GetCellWidth());
        return $"""
            refused: {refusal.Reason.WireCode()} at line {line}, column {column}
              {shown}
              {caret}^
            {refusal.Message}
            """;
    }

    /// <summary>
    /// What must not reach the terminal (controls, marks that turn the direction of writing, halves of a pair) becomes a character
    /// of one cell.
    /// </summary>
    private static string Printable(ReadOnlySpan<char> text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\r')
                printable.Append(' ');
            else
                printable.Append(
                    Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                        ? Rune.ReplacementChar
                        : rune
                );
        }
        return printable.ToString();
    }
}
