using Causum.Application.Ports;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class AnswerTests
{
    private const string Planted = "Ann Planted, 12 Long Street";

    [Theory]
    [InlineData("stop", FinishReason.Complete)]
    [InlineData("eos", FinishReason.Complete)]
    [InlineData("length", FinishReason.Length)]
    [InlineData("content_filter", FinishReason.Refused)]
    public async Task Finish_reasons_are_told_apart(string finish, FinishReason expected)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.Text("half", finish));
        using var model = OpenModel.For(stub);

        Assert.Equal(
            expected,
            Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Finish
        );
    }

    [Fact]
    public async Task A_refusal_is_no_answer_and_its_sentence_is_not_kept()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.Refusal("I cannot help with that."));
        using var model = OpenModel.For(stub);

        Assert.Equal(
            new ModelReply("", FinishReason.Refused),
            Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None))
        );
    }

    [Fact]
    public async Task A_prompt_stopped_by_the_content_filter_counts_as_refused()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(
            new StubModelReply.Body(
                400,
                """{"error":{"message":"The response was filtered","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}}"""
            )
        );
        using var model = OpenModel.For(stub);

        Assert.Equal(
            FinishReason.Refused,
            Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Finish
        );
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("<html>" + Planted + "</html>")]
    [InlineData("")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"" + Planted)]
    [InlineData("[]")]
    [InlineData("{\"error\":{\"message\":\"" + Planted + "\"}}")]
    [InlineData("{\"choices\":[]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"stop\"}]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":\"" + Planted + "\"}]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"  \"}}]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"\\ud800\"}}]}")]
    [InlineData("{\"choices\":[{\"finish_reason\":\"tool_calls\",\"message\":{\"content\":\"" + Planted + "\"}}]}")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"" + Planted + "\"}}]}")]
    public async Task What_is_no_whole_answer_is_a_bad_response_that_quotes_nothing(string body)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(new StubModelReply.Body(200, body));
        var log = new CapturedLog<OpenAiConnector>();
        using var model = OpenModel.For(stub, log: log);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal(("llm_error", "bad_response"), (failure.Code, failure.Category.IfNone("")));
        Assert.DoesNotContain("Planted", failure.ToString(), StringComparison.Ordinal);
        Assert.All(log.Lines, line => Assert.DoesNotContain("Planted", line, StringComparison.Ordinal));
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":"yes"}}]}""")]
    [InlineData(
        """{"choices":[{"finish_reason":"stop","message":{"content":[{"type":"text","text":"ye"},{"type":"text","text":"s"}]}}]}"""
    )]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"content":"<think>\nhm, no?\n</think>\n\nyes"}}]}""")]
    public async Task Answers_of_other_dialects_are_understood(string body)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(new StubModelReply.Body(200, body));
        using var model = OpenModel.For(stub);

        Assert.Equal("yes", Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Text);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(new StubModelReply.Body(200, StubModelReply.Completion("ok") + new string(' ', 17 * 1024 * 1024)));
        using var model = OpenModel.For(stub);

        Assert.Equal(
            "bad_response",
            Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Category
        );
    }
}
