using Causum.Domain.Config;
using Causum.Domain.Settings;
using Causum.Domain.Tasks;

namespace Causum.Properties.Tasks.Handlers;

public sealed class ValidationTaskTests
{
    [Fact]
    public async Task A_model_is_validated_by_one_small_call()
    {
        var model = FakeModel.Answering("OK");
        var result = await new TaskBench { Model = model, Mode = DataMode.Llm }.SucceedAsync<TaskResult.ModelValidated>(
            new TaskPayload.LlmValidate()
        );
        Assert.Equal(
            ("fake-model", 8000, TokenLimitSource.Config),
            (result.Model, result.TokenLimit, result.TokenLimitSource)
        );
        Assert.InRange(Assert.Single(model.Asked).MaxOutputTokens, 1, 64);
    }

    [Fact]
    public async Task Without_a_model_its_validation_says_so() =>
        Assert.Equal("llm_not_configured", (await new TaskBench().FailAsync(new TaskPayload.LlmValidate())).Code);

    [Fact]
    public async Task A_model_that_fails_fails_its_validation()
    {
        var failure = await new TaskBench { Model = FakeModel.Failing() }.FailAsync(new TaskPayload.LlmValidate());
        Assert.Equal(("llm_error", Some("unavailable")), (failure.Code, failure.Category));
    }

    [Fact]
    public async Task A_whole_pipeline_is_told_part_by_part()
    {
        var bench = new TaskBench
        {
            Database = new FakeDatabase(),
            Model = FakeModel.Answering("OK"),
            Mode = DataMode.Llm,
        };
        var result = await bench.SucceedAsync<TaskResult.PipelineValidated>(new TaskPayload.PipelineValidate());
        Assert.True(result.Database.Ok && result.Llm.Exists(llm => llm.Ok) && result.Mode == DataMode.Llm);
    }

    [Fact]
    public async Task Failing_parts_are_told_inside_a_success()
    {
        var failure = TaskFailure.Database(DatabaseFault.AuthFailed, "The login was refused.", "Check it.");
        var bench = new TaskBench
        {
            Database = new FakeDatabase { Failure = failure },
            Model = FakeModel.Failing(),
            Mode = DataMode.Llm,
        };
        var result = await bench.SucceedAsync<TaskResult.PipelineValidated>(new TaskPayload.PipelineValidate());
        Assert.Equal(Some(failure), result.Database.Error);
        Assert.Equal(Some("llm_error"), result.Llm.Bind(llm => llm.Error).Map(error => error.Code));
    }

    [Fact]
    public async Task Parts_that_cannot_be_opened_are_told_inside_a_success()
    {
        var bench = new TaskBench { Mode = DataMode.Llm, Model = TaskFailure.SecretProvider("K", "it is not set") };
        var result = await bench.SucceedAsync<TaskResult.PipelineValidated>(new TaskPayload.PipelineValidate());
        Assert.Equal(Some("config_missing"), result.Database.Error.Map(error => error.Code));
        Assert.Equal(Some("secret_provider_error"), result.Llm.Bind(llm => llm.Error).Map(error => error.Code));
    }

    [Fact]
    public async Task A_model_that_is_not_configured_is_no_part_and_the_mode_in_force_is_told()
    {
        var bench = new TaskBench
        {
            Database = new FakeDatabase(),
            Policy = new LocalPolicy { DenyPassthrough = true },
        };
        var result = await bench.SucceedAsync<TaskResult.PipelineValidated>(new TaskPayload.PipelineValidate());
        Assert.True(result.Database.Ok && result.Llm.IsNone);
        Assert.Equal(DataMode.Blocked, result.Mode);
    }
}
