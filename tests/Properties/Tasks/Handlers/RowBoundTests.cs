using System.Text;
using System.Text.Json;
using Causum.Application.Tasks;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;
using FsCheck.Xunit;

namespace Causum.Properties.Tasks.Handlers;

/// <summary>Limits of rows and bytes are exact, and <c>truncated</c> is true exactly when there was more.</summary>
public sealed class RowBoundTests
{
    [Property]
    public async Task A_query_gives_all_rows_up_to_the_bound_and_says_whether_there_were_more(byte have, byte bound)
    {
        var maxRows = bound + 1;
        foreach (var mode in new[] { DataMode.Passthrough, DataMode.Rules })
        {
            var database = Numbers(have);
            var rows = await new TaskBench { Database = database, Mode = mode }.SucceedAsync<TaskResult.Rows>(
                new TaskPayload.DbQuery("SELECT n FROM t", [], maxRows, [], ResultFormat.Rows)
            );
            Assert.Equal((Math.Min(have, maxRows), have > maxRows), (rows.RowCount, rows.Truncated));
            Assert.Equal(rows.RowCount, Parse(rows).Length);
            Assert.InRange(database.RowsRead, 0, maxRows + 1);
        }
    }

    [Theory]
    [InlineData(4, 5, 4, false)]
    [InlineData(5, 5, 5, false)]
    [InlineData(6, 5, 5, true)]
    public async Task A_sample_says_whether_the_table_has_more(int have, int limit, int rows, bool truncated)
    {
        foreach (var mode in new[] { DataMode.Passthrough, DataMode.Rules })
        {
            var sample = await new TaskBench { Database = Numbers(have), Mode = mode }.SucceedAsync<TaskResult.Rows>(
                new TaskPayload.DbSample(None, "t", limit, [])
            );
            Assert.Equal((rows, truncated), (sample.RowCount, sample.Truncated));
        }
    }

    [Fact]
    public async Task The_local_policy_bounds_the_rows_too()
    {
        var bench = new TaskBench
        {
            Database = Numbers(9),
            Policy = new LocalPolicy { MaxRows = 3 },
        };
        var query = await bench.SucceedAsync<TaskResult.Rows>(
            new TaskPayload.DbQuery("SELECT n FROM t", [], 100, [], ResultFormat.Rows)
        );
        var sample = await bench.SucceedAsync<TaskResult.Rows>(new TaskPayload.DbSample(None, "t", 10, []));
        Assert.Equal((3, true, 3, true), (query.RowCount, query.Truncated, sample.RowCount, sample.Truncated));
    }

    [Property]
    public async Task Passthrough_keeps_as_many_whole_rows_as_the_bytes_allow(byte have, ushort limit)
    {
        var bytes = limit % 400 + 2;
        var all = Encoding.UTF8.GetString((await PassAsync(Numbers(have), int.MaxValue)).RowsJson.Span);
        var rows = await PassAsync(Numbers(have), bytes);
        Assert.InRange(rows.RowsJson.Length, 2, bytes);
        Assert.Equal(rows.RowCount < have, rows.Truncated);
        Assert.Equal(Enumerable.Range(1, rows.RowCount).Select(n => (long)n), Parse(rows).Select(r => r[0].GetInt64()));
        // One more row would not have fitted.
        var next = rows.RowCount + 1;
        Assert.True(
            !rows.Truncated || all.IndexOf($"[{next}]", StringComparison.Ordinal) + $"[{next}]]".Length > bytes
        );
    }

    [Fact]
    public async Task A_huge_cell_is_refused_before_it_is_copied()
    {
        var database = new FakeDatabase(new ResultColumn("t", "text", None))
        {
            Rows =
            [
                [CellValue.Text("small")],
                [CellValue.Text(new string('x', 1_000_000))],
                [CellValue.Text("after")],
            ],
        };
        var rows = await PassAsync(database, 1000);
        Assert.Equal((1, true, 2), (rows.RowCount, rows.Truncated, database.RowsRead));
        Assert.Equal("""[["small"]]""", Encoding.UTF8.GetString(rows.RowsJson.Span));
    }

    [Fact]
    public async Task No_rows_are_an_empty_list_with_its_columns()
    {
        var rows = await PassAsync(Numbers(0), 1000);
        Assert.Equal(("[]", 0, false), (Encoding.UTF8.GetString(rows.RowsJson.Span), rows.RowCount, rows.Truncated));
        Assert.Equal("n", Assert.Single(rows.ResultColumns).Name);
    }

    private static Task<TaskResult.Rows> PassAsync(FakeDatabase database, int maxBytes) =>
        new TaskBench { Database = database, Limits = new TaskLimits(maxBytes) }.SucceedAsync<TaskResult.Rows>(
            new TaskPayload.DbQuery("SELECT n FROM t", [], 10_000, [], ResultFormat.Rows)
        );

    private static FakeDatabase Numbers(int count) =>
        new(new ResultColumn("n", "int8", None))
        {
            Rows = [.. Enumerable.Range(1, count).Select(n => new[] { CellValue.Integer(n) })],
        };

    private static JsonElement[] Parse(TaskResult.Rows rows) =>
        JsonSerializer.Deserialize<JsonElement[]>(rows.RowsJson.Span)!;
}
