using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

public sealed class QueryTaskTests
{
    private static readonly TaskPayload.DbQuery Query = new("SELECT :a, :b", [], 10, [], ResultFormat.Rows);

    [Theory]
    [InlineData("DELETE FROM people", "statement_not_allowed")]
    [InlineData("SELECT 1; SELECT 2", "multiple_statements")]
    [InlineData("", "empty")]
    public async Task A_text_that_is_no_single_read_is_refused_with_its_reason(string text, string reason)
    {
        foreach (var mode in Enum.GetValues<DataMode>())
        {
            var database = new FakeDatabase();
            var failure = await new TaskBench { Database = database, Mode = mode }.FailAsync(
                Query with
                {
                    Query = text,
                }
            );
            Assert.Equal(("query_refused", Some(reason)), (failure.Code, failure.Category));
            Assert.Contains("line 1, column", failure.Message, StringComparison.Ordinal);
            Assert.Empty(database.Calls);
        }
    }

    [Fact]
    public async Task Values_reach_the_database_by_name()
    {
        var database = new FakeDatabase();
        var query = Query with { Parameters = [new("b", CellValue.Text("x")), new("a", CellValue.Integer(1))] };
        await new TaskBench { Database = database }.SucceedAsync<TaskResult.Rows>(query);
        Assert.Equal(["query b=x,a=1"], database.Calls);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a,b,c", "c")]
    [InlineData("", "a, b")]
    public async Task A_missing_or_surplus_parameter_is_named_and_nothing_is_run(string given, string named)
    {
        var database = new FakeDatabase();
        var names = given.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var query = Query with
        {
            Parameters = [.. names.Select(name => new QueryParameter(name, CellValue.Text("v-1")))],
        };
        var failure = await new TaskBench { Database = database }.FailAsync(query);
        Assert.Equal("invalid_task", failure.Code);
        Assert.Contains($": {named}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("v-1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(database.Calls);
    }
}
