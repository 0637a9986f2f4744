using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Causum.Domain.Sql;
using Causum.Host.Commands;

namespace Causum.Integration.Guard;

public sealed class GuardLinesTests
{
    [Fact]
    public async Task Each_request_gets_a_verdict_with_its_id_and_place()
    {
        var (code, lines) = await Run(
            """{"id":1,"dialect":"postgresql","sql":"SELECT 1"}""",
            """{"id":{"a":"b"},"dialect":"mysql","sql":"SELECT 1;\n DROP TABLE t"}""",
            "",
            """{"sql":"SELECT 1"}"""
        );
        Assert.Equal(0, code);
        Assert.Equal(
            [
                """{"id":1,"verdict":"allow","reason":null,"position":null}""",
                """{"id":{"a":"b"},"verdict":"refuse","reason":"multiple_statements","position":{"line":2,"column":2,"offset":11}}""",
                """{"id":null,"verdict":"allow","reason":null,"position":null}""",
            ],
            lines
        );
    }

    [Fact]
    public async Task A_line_that_is_no_request_is_named_by_its_number_and_the_rest_goes_on()
    {
        var (code, lines) = await Run(
            "{",
            "[1]",
            """{"id":1}""",
            """{"id":1,"sql":2}""",
            """{"id":2,"sql":"SELECT 1"}""",
            "{} {}"
        );
        Assert.Equal(2, code);
        Assert.Equal(
            [1, 2, 3, 4, 6],
            lines.Where(l => l.Contains("\"error\"", StringComparison.Ordinal)).Select(LineNumber)
        );
        Assert.Contains(lines, l => l.StartsWith("""{"id":2,"verdict":"allow",""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dialect_that_nobody_knows_is_refused()
    {
        var (code, lines) = await Run("""{"id":"x","dialect":"cobol","sql":"SELECT 1"}""");
        Assert.Equal(0, code);
        Assert.Contains(
            "\"verdict\":\"refuse\",\"reason\":\"unknown_dialect\"",
            Assert.Single(lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lone_surrogate_is_refused_where_it_stands()
    {
        var (_, lines) = await Run("""{"id":1,"dialect":"mysql","sql":"SELECT '\t\ud800'"}""");
        Assert.Contains(
            "\"reason\":\"invalid_characters\",\"position\":{\"line\":1,\"column\":10",
            Assert.Single(lines),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_request_is_answered_before_the_next_one_comes()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var input = new Pipe();
        var output = new Pipe();
        var running = GuardLines.RunAsync(
            input.Reader.AsStream(),
            output.Writer.AsStream(),
            SqlDialect.Ansi,
            deadline.Token
        );
        await input.Writer.WriteAsync("{\"id\":1,\"sql\":\"SELECT 1\"}\n"u8.ToArray(), deadline.Token);
        using var reader = new StreamReader(output.Reader.AsStream());
        Assert.StartsWith("{\"id\":1,", await reader.ReadLineAsync(deadline.Token), StringComparison.Ordinal);
        await input.Writer.CompleteAsync();
        Assert.Equal(0, await running);
    }

    private static int LineNumber(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("line").GetInt32();
    }

    private static async Task<(int Code, string[] Lines)> Run(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        var code = await GuardLines.RunAsync(input, output, SqlDialect.Ansi, CancellationToken.None);
        return (code, Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
