using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class FailureTests
{
    private const string Planted = "Ann Planted";

    [Theory]
    [InlineData(401, "", "auth_failed", false)]
    [InlineData(403, "", "auth_failed", false)]
    [InlineData(400, "API key not valid. Please pass a valid API key.", "auth_failed", false)]
    [InlineData(429, "insufficient_quota", "rate_limited", false)]
    [InlineData(413, "", "context_exceeded", false)]
    [InlineData(400, "context_length_exceeded", "context_exceeded", false)]
    [InlineData(400, "the request exceeds the available context size, try increasing it", "context_exceeded", false)]
    [InlineData(400, "max_tokens is too large: 50000", "context_exceeded", false)]
    [InlineData(404, "model not found", "bad_response", false)]
    [InlineData(400, "no idea", "bad_response", false)]
    [InlineData(302, "", "bad_response", false)]
    public async Task Each_refusal_has_its_category_and_is_not_tried_again(
        int status,
        string text,
        string category,
        bool retryable
    )
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = _ => new StubModelReply.Body(
            status,
            $$$"""{"error":{"message":"{{{text}}} near '{{{Planted}}}'"}}"""
        );
        var log = new CapturedLog<OpenAiConnector>();
        using var model = OpenModel.For(stub, log: log);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal(("llm_error", category), (failure.Code, failure.Category.IfNone("")));
        Assert.Equal(retryable, failure.Retryable);
        Assert.Equal($"HTTP {status}", failure.VendorCode);
        Assert.True(failure.NextSteps.IsSome);
        Assert.DoesNotContain(Planted, failure.ToString(), StringComparison.Ordinal);
        Assert.All(log.Lines, line => Assert.DoesNotContain(Planted, line, StringComparison.Ordinal));
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_told_with_a_way_out()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var model = Outcomes.Right(
            OpenModel.Open(
                OpenModel.Config("https://no-such-host.invalid/v1"),
                OpenModel.Secrets(("api_key", OpenModel.Key))
            )
        );
        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), deadline.Token));
        Assert.Equal("unavailable", failure.Category);
        Assert.DoesNotContain("no-such-host", failure.ToString(), StringComparison.Ordinal);
    }
}
