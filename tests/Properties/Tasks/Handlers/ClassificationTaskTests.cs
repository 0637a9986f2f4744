using Causum.Domain.Config;
using Causum.Domain.Rows;
using Causum.Domain.Sensitivity;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

public sealed class ClassificationTaskTests
{
    private static readonly FieldToClassify Bare = new("E_Mail", None, None);

    [Theory]
    [InlineData(DataMode.Passthrough)]
    [InlineData(DataMode.Blocked)]
    public async Task Without_a_model_or_rules_there_is_nothing_to_classify_with(DataMode mode)
    {
        var database = People();
        var failure = await new TaskBench { Database = database, Mode = mode }.FailAsync(Asked("people", Bare));
        Assert.Equal("llm_not_configured", failure.Code);
        Assert.Empty(database.Calls);
    }

    [Fact]
    public async Task A_configured_model_that_cannot_be_had_is_told()
    {
        var bench = new TaskBench
        {
            Database = People(),
            Mode = DataMode.Llm,
            Model = TaskFailure.SecretProvider("LLM_KEY", "it is not set"),
        };
        Assert.Equal("secret_provider_error", (await bench.FailAsync(Asked("people", Bare))).Code);
    }

    [Fact]
    public async Task Fields_that_come_with_samples_need_no_database()
    {
        var database = People();
        var field = Bare with { Samples = Some<IReadOnlyList<CellValue>>([CellValue.Text("bob@example.org")]) };
        var fields = await Rules(database).SucceedAsync<TaskResult.Fields>(Asked("people", field));
        Assert.Equal(Some(Kind.Email), Assert.Single(fields.Verdicts).Kind);
        Assert.Empty(database.Calls);
    }

    [Fact]
    public async Task Fields_without_samples_are_sampled_from_the_table()
    {
        var database = People();
        var fields = await Rules(database).SucceedAsync<TaskResult.Fields>(Asked("people", Bare));
        Assert.Equal("E_Mail", Assert.Single(fields.Verdicts).Name);
        Assert.Equal(Some(Kind.Email), fields.Verdicts[0].Kind);
        Assert.Equal(["sample default people 5"], database.Calls);
    }

    [Fact]
    public async Task Without_named_fields_the_columns_of_the_table_are_classified()
    {
        var fields = await Rules(People()).SucceedAsync<TaskResult.Fields>(Asked("people"));
        Assert.Equal(["id", "e_mail"], fields.Verdicts.Select(verdict => verdict.Name));
    }

    [Fact]
    public async Task A_field_that_the_table_lacks_is_classified_by_its_name()
    {
        var fields = await Rules(People())
            .SucceedAsync<TaskResult.Fields>(Asked("people", new FieldToClassify("phone_number", None, None)));
        Assert.Equal(Classification.Sensitive, Assert.Single(fields.Verdicts).Classification);
    }

    [Fact]
    public async Task Fields_alone_need_no_table()
    {
        var fields = await Rules(People())
            .SucceedAsync<TaskResult.Fields>(new TaskPayload.ClassifyFields(None, None, [Bare], None, 5));
        Assert.Equal(Classification.Sensitive, Assert.Single(fields.Verdicts).Classification);
    }

    private static TaskBench Rules(FakeDatabase database) => new() { Database = database, Mode = DataMode.Rules };

    private static TaskPayload.ClassifyFields Asked(string table, params FieldToClassify[] fields) =>
        new(None, table, fields, None, 5);

    private static FakeDatabase People() =>
        new(new ResultColumn("id", "int8", None), new ResultColumn("e_mail", "text", None))
        {
            Rows =
            [
                [CellValue.Integer(1), CellValue.Text("ann@example.org")],
                [CellValue.Integer(2), CellValue.Text("bob@example.org")],
            ],
        };
}
