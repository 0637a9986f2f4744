using Causum.Host.Commands;
using Cli = System.CommandLine;

namespace Causum.Integration.Guard;

public sealed class GuardCommandTests
{
    [Fact]
    public async Task A_refused_query_is_shown_with_a_caret_under_the_place()
    {
        var (code, output, _) = await Run("--dialect", "postgresql", "SELECT 1\nFROM t; DROP\tTABLE t");
        Assert.Equal(1, code);
        Assert.Equal(
            """
            refused: multiple_statements at line 2, column 9
              FROM t; DROP TABLE t
                      ^
            A second statement begins here: send exactly one.

            """,
            output,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task The_caret_stands_under_its_place_after_wide_characters()
    {
        var (_, output, _) = await Run("--dialect", "postgresql", "SELECT '日本語', pg_sleep(1)");
        Assert.Contains(
            """
              SELECT '日本語', pg_sleep(1)
                               ^
            """.ReplaceLineEndings(),
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mark_that_turns_the_direction_of_writing_does_not_reach_the_terminal()
    {
        var (_, output, _) = await Run("--dialect", "postgresql", "SELECT 'a\u202Eb', pg_sleep(1)");
        Assert.DoesNotContain('\u202E', output);
        Assert.Contains("'a\uFFFDb'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_allowed_query_exits_with_zero()
    {
        var (code, output, _) = await Run("SELECT 1");
        Assert.Equal(0, code);
        Assert.StartsWith("allowed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_the_verdict_the_place_and_the_sentence()
    {
        var (code, output, _) = await Run("-d", "mysql", "--format", "json", "SELECT SLEEP(1)");
        Assert.Equal(1, code);
        Assert.StartsWith(
            """{"dialect":"mysql","verdict":"refuse","reason":"function_lock_or_sleep","position":{"line":1,"column":8,"offset":7},"message":"sleep: """,
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_dialect_is_bad_usage_and_lists_the_known_ones()
    {
        var (code, _, error) = await Run("--dialect", "cobol", "SELECT 1");
        Assert.Equal(2, code);
        Assert.Contains("postgresql", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await GuardCommand
            .Create()
            .Parse(arguments)
            .InvokeAsync(new Cli.InvocationConfiguration { Output = output, Error = error }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
