using System.Text;
using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

/// <summary>What each mode lets out (protocol §5), for queries and samples alike.</summary>
public sealed class DataRuleTests
{
    private const string Email = "ann.miller@example.org";

    private static readonly TaskPayload.DbQuery Query = new("SELECT e_mail FROM people", [], 10, [], ResultFormat.Rows);
    private static readonly TaskPayload.DbSample Sample = new(None, "people", 10, []);

    public static TheoryData<TaskPayload> Reading => [Query, Query with { Format = ResultFormat.Text }, Sample];

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Blocked_rows_are_not_even_read(TaskPayload payload)
    {
        var database = People();
        var failure = await new TaskBench { Database = database, Mode = DataMode.Blocked }.FailAsync(payload);
        Assert.Equal("data_blocked", failure.Code);
        Assert.Empty(database.Calls);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_policy_turns_passthrough_into_blocked(TaskPayload payload)
    {
        var database = People();
        var policy = new LocalPolicy { DenyPassthrough = true };
        var failure = await new TaskBench { Database = database, Policy = policy }.FailAsync(payload);
        Assert.Equal("data_blocked", failure.Code);
        Assert.Empty(database.Calls);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Passthrough_sends_rows_as_they_are_and_no_receipt(TaskPayload payload)
    {
        var rows = await new TaskBench { Database = People() }.SucceedAsync<TaskResult.Rows>(payload);
        Assert.Equal($"[[\"{Email}\"]]", Encoding.UTF8.GetString(rows.RowsJson.Span));
        Assert.True(rows.Receipt.IsNone);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Rules_mask_and_give_a_receipt(TaskPayload payload)
    {
        var bench = new TaskBench { Database = People(), Mode = DataMode.Rules };
        var result = (await bench.RunAsync(payload)).IfLeft(f => throw new Xunit.Sdk.XunitException(f.Code));
        var (text, receipt) = result switch
        {
            TaskResult.Rows rows => (Encoding.UTF8.GetString(rows.RowsJson.Span), rows.Receipt.IsSome),
            TaskResult.Text told => (told.Content, told.Receipt.Mode == DataMode.Rules),
            _ => ("", false),
        };
        Assert.True(receipt);
        Assert.Matches("[A-Z]{3}_[0-9a-f]{8}", text);
        Assert.DoesNotContain("miller", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_form_asked_for_is_given_where_rows_are_masked()
    {
        var bench = new TaskBench { Database = People(), Mode = DataMode.Rules };
        await bench.SucceedAsync<TaskResult.Rows>(Query);
        await bench.SucceedAsync<TaskResult.Text>(Query with { Format = ResultFormat.Text });
        await bench.SucceedAsync<TaskResult.Rows>(Sample);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_configured_model_that_cannot_be_had_never_leads_to_rows(TaskPayload payload)
    {
        var database = People();
        var bench = new TaskBench
        {
            Database = database,
            Mode = DataMode.Llm,
            Model = TaskFailure.SecretProvider("LLM_KEY", "it is not set"),
        };
        Assert.Equal("secret_provider_error", (await bench.FailAsync(payload)).Code);
        Assert.Empty(database.Calls);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task A_model_that_fails_or_talks_nonsense_never_leads_to_raw_values(TaskPayload payload)
    {
        foreach (var model in new[] { FakeModel.Failing(), FakeModel.Answering($"{{}} {Email}") })
        {
            var bench = new TaskBench
            {
                Database = People(),
                Mode = DataMode.Llm,
                Model = model,
            };
            var sent = (await bench.RunAsync(payload)).Match(
                Right: result =>
                    result switch
                    {
                        TaskResult.Rows rows => Encoding.UTF8.GetString(rows.RowsJson.Span),
                        TaskResult.Text text => text.Content,
                        _ => throw new Xunit.Sdk.XunitException("no rows"),
                    },
                Left: failure => failure.Message
            );
            Assert.DoesNotContain("miller", sent, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(DataMode.Passthrough)]
    [InlineData(DataMode.Rules)]
    public async Task A_failure_of_the_database_is_passed_on(DataMode mode)
    {
        var failure = TaskFailure.Database(DatabaseFault.TableNotFound, "There is no such table.", "Check the name.");
        var bench = new TaskBench
        {
            Database = new FakeDatabase { Failure = failure },
            Mode = mode,
        };
        Assert.Equal(failure, await bench.FailAsync(Query));
        Assert.Equal(failure, await bench.FailAsync(Sample));
    }

    private static FakeDatabase People() =>
        new(new ResultColumn("e_mail", "text", None))
        {
            Rows =
            [
                [CellValue.Text(Email)],
            ],
        };
}
