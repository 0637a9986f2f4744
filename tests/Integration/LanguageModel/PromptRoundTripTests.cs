using System.Security.Cryptography;
using Causum.Application.Ports;
using Causum.Domain.Desensitization;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

/// <summary>The agent's own prompts over the wire to a stub that answers them as a model would.</summary>
public sealed class PromptRoundTripTests
{
    private static readonly AskedField[] Fields =
    [
        new("customer_name", "text", None, ["Ann Example"]),
        new("order_id", "integer", None, ["17", "18"]),
        new("colour", "text", None, ["red", "blue"]),
    ];

    [Fact]
    public async Task An_honest_model_gets_the_canaries_right_and_every_field_answered()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = StubModelAnswers.Honest;
        using var model = OpenModel.For(stub);
        var prompt = ClassifyPrompt.Of(Fields, RandomNumberGenerator.GetBytes(ClassifyPrompt.SeedBytes));

        var answer = ClassifyReply.Read(await AskAsync(model, prompt.Question, ClassifyPrompt.Schema), prompt, 3);

        Assert.True(answer.CanariesRight);
        Assert.True(answer.IsWhole);
        Assert.Equal([ModelWord.Sensitive, ModelWord.EntityId, ModelWord.Safe], answer.Verdicts.Select(v => v.Word));
    }

    [Fact]
    public async Task A_model_that_calls_everything_safe_is_found_out()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = StubModelAnswers.CallsEverythingSafe;
        using var model = OpenModel.For(stub);
        var prompt = ClassifyPrompt.Of(Fields, RandomNumberGenerator.GetBytes(ClassifyPrompt.SeedBytes));

        var answer = ClassifyReply.Read(await AskAsync(model, prompt.Question, ClassifyPrompt.Schema), prompt, 3);

        Assert.False(answer.CanariesRight);
    }

    [Fact]
    public async Task Rows_come_back_as_lines()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Answer = StubModelAnswers.Honest;
        using var model = OpenModel.For(stub);
        var header = TransformPrompt.Header("people", [new("name", "text", None), new("n", "int", None)]);
        var prompt = TransformPrompt.Of(
            header,
            ["""["NAM_1f2e3d4c",7]""", """["NAM_aaaaaaaa",8]"""],
            RandomNumberGenerator.GetBytes(TransformPrompt.BoundaryBytes)
        );

        var text = await AskAsync(model, prompt, None);

        Assert.Equal(
            ["name: NAM_1f2e3d4c; n: 7.", "name: NAM_aaaaaaaa; n: 8."],
            text.TrimEnd().Split(Environment.NewLine)
        );
    }

    private static async Task<string> AskAsync(ILanguageModel model, Prompt prompt, Option<string> schema) =>
        Outcomes
            .Right(
                await model.AskAsync(
                    new ModelRequest(
                        prompt.System,
                        prompt.User,
                        schema.Map(s => new AnswerSchema(ClassifyPrompt.SchemaName, s)),
                        1000
                    ),
                    CancellationToken.None
                )
            )
            .Text;
}
