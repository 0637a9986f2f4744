using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class DialectTests
{
    public static TheoryData<string> Dialects { get; } = [.. Stubs.Keys];

    private static Dictionary<string, StubModelDialect> Stubs =>
        new()
        {
            ["openai"] = StubModelDialect.OpenAi,
            ["openai reasoning"] = StubModelDialect.OpenAiReasoning,
            ["old vllm"] = StubModelDialect.OldVllm,
            ["old ollama"] = StubModelDialect.OldOllama,
            ["lm studio"] = StubModelDialect.LmStudio,
        };

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task What_a_server_takes_is_found_out_once_and_remembered(string dialect)
    {
        await using var stub = await StubModel.StartAsync(Stubs[dialect]);
        stub.Answer = _ => StubModelReply.Text("""{"ok":true}""");
        using var model = OpenModel.For(stub, "some-model");

        Outcomes.Right(await model.AskAsync(OpenModel.Request(OpenModel.Form), CancellationToken.None));
        var toLearn = stub.Requests.Count;
        Outcomes.Right(await model.AskAsync(OpenModel.Request(OpenModel.Form), CancellationToken.None));

        Assert.InRange(toLearn, 1, 4);
        Assert.Equal(toLearn + 1, stub.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_bounded_sober_and_held_to_the_schema()
    {
        await using var stub = await StubModel.StartAsync();
        using var model = OpenModel.For(stub);

        Outcomes.Right(await model.AskAsync(OpenModel.Request(OpenModel.Form, 321), CancellationToken.None));

        var request = Assert.Single(stub.Requests);
        Assert.Equal(0, request.Json.GetProperty("temperature").GetInt32());
        Assert.Equal(1, request.Json.GetProperty("n").GetInt32());
        Assert.Equal(321, request.Json.GetProperty("max_tokens").GetInt32());
        Assert.Equal("verdict", request.SchemaName);
        Assert.Equal("You answer.", request.System);
        Assert.Equal("What is it?", request.User);
    }

    [Fact]
    public async Task A_reasoning_model_gets_room_for_its_thoughts_at_the_first_try()
    {
        await using var stub = await StubModel.StartAsync(StubModelDialect.OpenAiReasoning);
        using var model = OpenModel.For(stub, "o3-mini");

        Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.True(Assert.Single(stub.Requests).Json.GetProperty("max_completion_tokens").GetInt32() > 100);
    }

    [Theory]
    [InlineData("old vllm", "json_object")]
    [InlineData("old ollama", null)]
    public async Task Where_the_server_does_not_hold_the_model_to_the_schema_the_model_is_told_it(
        string dialect,
        string? format
    )
    {
        await using var stub = await StubModel.StartAsync(Stubs[dialect]);
        using var model = OpenModel.For(stub, "some-model");

        Outcomes.Right(await model.AskAsync(OpenModel.Request(OpenModel.Form), CancellationToken.None));

        var accepted = stub.Requests[^1];
        Assert.Contains(OpenModel.Form.JsonSchema, accepted.System, StringComparison.Ordinal);
        Assert.Equal(
            format,
            accepted.Has("response_format")
                ? accepted.Json.GetProperty("response_format").GetProperty("type").GetString()
                : null
        );
    }

    [Fact]
    public async Task A_server_that_refuses_every_form_is_given_up()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = r => new StubModelReply.Body(
            400,
            r.Has("max_tokens") ? """{"error":"max_tokens"}""" : """{"error":"max_completion_tokens"}"""
        );
        using var model = OpenModel.For(stub);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal("bad_response", failure.Category);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_that_is_not_about_the_form_teaches_nothing()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Script(StubModelReply.ContextExceeded());
        using var model = OpenModel.For(stub);

        Outcomes.Left(await model.AskAsync(OpenModel.Request(OpenModel.Form), CancellationToken.None));
        Outcomes.Right(await model.AskAsync(OpenModel.Request(OpenModel.Form), CancellationToken.None));

        Assert.Equal(2, stub.Requests.Count);
        Assert.Equal("verdict", stub.Requests[1].SchemaName);
    }
}
