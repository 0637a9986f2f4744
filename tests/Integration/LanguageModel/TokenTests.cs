using System.Diagnostics;
using System.Text;
using Causum.Domain.Config;
using Causum.Domain.Tasks;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class TokenTests
{
    [Theory]
    [InlineData("gpt-4o-mini", null, 128_000, TokenLimitSource.Model, 16_384)]
    [InlineData("openai/gpt-4.1-nano", null, 1_047_576, TokenLimitSource.Model, 32_768)]
    [InlineData("gpt-4", null, 8_192, TokenLimitSource.Model, 8_192)]
    [InlineData("gpt-4-0613", null, 8_192, TokenLimitSource.Model, 8_192)]
    [InlineData("gpt-4o-2024-05-13", null, 128_000, TokenLimitSource.Model, 4_096)]
    [InlineData("gpt-4o-mini", 4_000, 4_000, TokenLimitSource.Config, 4_000)]
    [InlineData("llama-3.1-70b", null, 8_192, TokenLimitSource.Default, 8_192)]
    [InlineData("gpt-4oracle", null, 8_192, TokenLimitSource.Default, 8_192)]
    [InlineData("llama-3.1-70b", 100_000, 100_000, TokenLimitSource.Config, 100_000)]
    public void The_window_is_the_configurations_else_the_known_models_else_the_default(
        string model,
        int? configured,
        int limit,
        TokenLimitSource source,
        int output
    )
    {
        using var opened = Outcomes.Right(
            OpenModel.Open(
                OpenModel.Config("https://host.example/v1", LlmAuth.NoAuth, model, configured),
                OpenModel.Secrets()
            )
        );
        Assert.Equal((limit, source, output), (opened.TokenLimit, opened.TokenLimitSource, opened.OutputLimit));
    }

    [Theory]
    [InlineData(TokenEncoding.O200k, "hello world", 2)]
    [InlineData(TokenEncoding.Cl100k, "hello world", 2)]
    [InlineData(TokenEncoding.Cl100k, "", 0)]
    [InlineData(TokenEncoding.Estimated, "hello world", 8)]
    [InlineData(TokenEncoding.Estimated, "", 0)]
    internal void Tokens_are_counted_or_estimated(TokenEncoding encoding, string text, int tokens) =>
        Assert.Equal(tokens, new TokenCounter(encoding).Count(text));

    [Theory]
    [InlineData(TokenEncoding.O200k)]
    [InlineData(TokenEncoding.Cl100k)]
    internal void Counting_stays_linear_for_one_endless_word(TokenEncoding encoding)
    {
        var counter = new TokenCounter(encoding);
        counter.Count("load");
        var watch = Stopwatch.StartNew();
        counter.Count(new string('a', 400_000));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("row {\"name\":\"NAM_a1b2c3d4\",\"note\":\"the order was late by 17 days\"}\n")]
    [InlineData("客户姓名和地址，订单号。")]
    [InlineData("🙂🚀👩‍👩‍👧‍👦")]
    internal void Cutting_into_pieces_hardly_changes_the_count(string line)
    {
        var text = string.Concat(Enumerable.Repeat(line, 400));
        var exact = Microsoft.ML.Tokenizers.TiktokenTokenizer.CreateForEncoding("o200k_base").CountTokens(text);
        Assert.InRange(new TokenCounter(TokenEncoding.O200k).Count(text), exact, (int)(exact * 1.03) + 1);
    }

    [Fact]
    internal void No_count_is_above_the_bytes_of_the_text()
    {
        const string text = "Grüße, 你好, 🙂 <|endoftext|>";
        Assert.All(
            Enum.GetValues<TokenEncoding>(),
            e => Assert.InRange(new TokenCounter(e).Count(text), 1, Encoding.UTF8.GetByteCount(text))
        );
    }
}
