using System.Diagnostics;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Integration.LanguageModel;

public sealed class RetryTests
{
    [Fact]
    public async Task A_rate_limit_is_waited_out_as_told()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.RateLimited("1"));
        using var model = OpenModel.For(stub);
        var watch = Stopwatch.StartNew();

        Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task When_one_task_is_told_to_wait_the_others_wait_too()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.RateLimited("1"));
        using var model = OpenModel.For(stub);
        var first = model.AskAsync(OpenModel.Request(), CancellationToken.None);
        await UntilAsync(() => stub.Requests.Count == 1);
        // The answer to the first request takes a moment to arrive; what is sent before it is not held back.
        await Task.Delay(200);
        var watch = Stopwatch.StartNew();

        var others = Enumerable.Range(0, 5).Select(_ => model.AskAsync(OpenModel.Request(), CancellationToken.None));
        await Task.WhenAll(others);

        Assert.True(watch.Elapsed > TimeSpan.FromMilliseconds(600), $"went through after {watch.Elapsed}");
        Outcomes.Right(await first);
        Assert.Equal(7, stub.Requests.Count);
    }

    [Fact]
    public async Task A_wait_beyond_what_a_task_can_do_is_answered_at_once_for_all()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.RateLimited("3600"));
        using var model = OpenModel.For(stub);

        var first = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));
        var second = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal("rate_limited", first.Category);
        Assert.True(first.Retryable);
        Assert.Equal("rate_limited", second.Category);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task A_server_fault_that_passes_is_not_seen(int status)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.ServerError(status), StubModelReply.ServerError(status));
        using var model = OpenModel.For(stub);

        Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal(3, stub.Requests.Count);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(new StubModelReply.Reset(), new StubModelReply.Cut(StubModelReply.Completion("half of it")));
        using var model = OpenModel.For(stub);

        Assert.Equal("ok", Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Text);
        Assert.Equal(3, stub.Requests.Count);
    }

    [Theory]
    [InlineData(500, "unavailable")]
    [InlineData(429, "rate_limited")]
    public async Task A_fault_that_stays_ends_after_a_bounded_number_of_tries(int status, string category)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = _ => StubModelReply.ServerError(status);
        using var model = OpenModel.For(stub);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal(category, failure.Category);
        Assert.True(failure.Retryable);
        Assert.Equal(Backoff.Tries, stub.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_unavailable()
    {
        var stub = await StubModel.StartAsync();
        using var model = OpenModel.For(stub);
        await stub.DisposeAsync();

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal(("unavailable", true), (failure.Category.IfNone(""), failure.Retryable));
    }

    [Fact]
    public async Task The_callers_deadline_ends_a_wait()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = _ => StubModelReply.RateLimited("60");
        using var model = OpenModel.For(stub);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            model.AskAsync(OpenModel.Request(), deadline.Token)
        );
    }

    public static TheoryData<string> Silences { get; } = ["hang", "drip"];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task The_callers_deadline_ends_a_server_that_says_nothing_or_drips(string kind)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = _ => Silence(kind);
        using var model = OpenModel.For(stub);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            model.AskAsync(OpenModel.Request(), deadline.Token)
        );
        Assert.Single(stub.Requests);
    }

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task Without_a_deadline_a_try_has_its_own(string kind)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = _ => Silence(kind);
        var time = new FakeTimeProvider();
        using var model = OpenModel.For(stub, time: time);

        var asked = model.AskAsync(OpenModel.Request(), CancellationToken.None);
        await UntilAsync(() => stub.Requests.Count == 1);
        time.Advance(TimeSpan.FromMinutes(6));
        var failure = Outcomes.Left(await asked.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Equal(("timeout", true), (failure.Category.IfNone(""), failure.Retryable));
        Assert.Single(stub.Requests);
    }

    private static StubModelReply Silence(string kind) =>
        kind == "hang"
            ? new StubModelReply.Hang()
            : new StubModelReply.Drip(StubModelReply.Completion("slow"), TimeSpan.FromSeconds(0.5));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
            await Task.Delay(10, deadline.Token);
    }
}
