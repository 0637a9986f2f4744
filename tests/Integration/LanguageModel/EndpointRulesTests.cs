using System.Diagnostics;
using Causum.Domain.Config;
using Causum.Domain.Input;
using Causum.Domain.Settings;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class EndpointRulesTests
{
    private static EndpointPattern Pattern(string text) =>
        EndpointPattern
            .Create(FieldPath.Root, text)
            .Match(
                Succ: pattern => pattern,
                Fail: errors => throw new Xunit.Sdk.XunitException(errors.Head.ToString())
            );

    [Theory]
    [InlineData("https://llm.internal.example/v1", @"https://llm\.internal\.example/v1", true)]
    [InlineData("https://llm.internal.example/v1/", @"https://llm\.internal\.example/v1", true)]
    [InlineData("https://llm.internal.example", @"https://llm\.internal\.example/.*", true)]
    [InlineData("https://LLM.Internal.Example/v1", @"https://llm\.internal\.example/.*", true)]
    [InlineData("https://llm.internal.example/v1", @"llm\.internal\.example", false)]
    [InlineData("https://llm.internal.example.evil.example/v1", @"https://llm\.internal\.example.*\.com", false)]
    [InlineData("https://evil.example/https://llm.internal.example/", @"https://llm\.internal\.example/.*", false)]
    [InlineData("https://a.example/v1", @"https://b\.example/v1|https://a\.example", false)]
    public void The_pattern_must_match_the_whole_endpoint_as_it_is_requested(
        string endpoint,
        string pattern,
        bool allowed
    )
    {
        var opened = OpenModel.Open(
            OpenModel.Config(endpoint, LlmAuth.NoAuth),
            OpenModel.Secrets(),
            OpenModel.AnyEndpoint with
            {
                EndpointPattern = Pattern(pattern),
            }
        );
        Assert.Equal(allowed, opened.IsRight);
        if (!allowed)
            Assert.Equal("policy_denied", Outcomes.Left(opened).Category);
    }

    [Fact]
    public void The_pattern_is_held_against_what_the_secret_says_not_the_configuration()
    {
        var failure = Outcomes.Left(
            OpenModel.Open(
                OpenModel.Config("https://llm.internal.example/v1", LlmAuth.NoAuth),
                OpenModel.Secrets(("endpoint", "https://elsewhere.example/v1")),
                OpenModel.AnyEndpoint with
                {
                    EndpointPattern = Pattern(@"https://llm\.internal\.example/.*"),
                }
            )
        );
        Assert.Equal(("llm_error", "policy_denied"), (failure.Code, failure.Category.IfNone("")));
        Assert.DoesNotContain("elsewhere", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_explodes_denies_in_time()
    {
        var watch = Stopwatch.StartNew();
        var opened = OpenModel.Open(
            OpenModel.Config($"https://{new string('a', 60)}.example/v1", LlmAuth.NoAuth),
            OpenModel.Secrets(),
            OpenModel.AnyEndpoint with
            {
                EndpointPattern = Pattern("https://(a+)+b"),
            }
        );
        Assert.True(opened.IsLeft);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("gpt-4o-mini", true)]
    [InlineData("GPT-4o-mini", false)]
    [InlineData("gpt-4o", false)]
    public void The_model_allow_list_is_exact(string model, bool allowed) =>
        Assert.Equal(
            allowed,
            OpenModel
                .Open(
                    OpenModel.Config("https://host.example/v1", LlmAuth.NoAuth, model),
                    OpenModel.Secrets(),
                    OpenModel.AnyEndpoint with
                    {
                        AllowedModels = ["gpt-4o-mini"],
                    }
                )
                .IsRight
        );

    [Theory]
    [InlineData("http://127.0.0.1:11434/v1", false, true)]
    [InlineData("http://localhost/v1", false, true)]
    [InlineData("http://[::1]:8000/v1", false, true)]
    [InlineData("http://127.0.0.1.evil.example/v1", false, false)]
    [InlineData("http://localhost.evil.example/v1", false, false)]
    [InlineData("http://10.0.0.7/v1", false, false)]
    [InlineData("http://10.0.0.7/v1", true, true)]
    public void Plain_HTTP_leaves_the_host_only_when_the_operator_says_so(
        string endpoint,
        bool insecure,
        bool allowed
    ) =>
        Assert.Equal(
            allowed,
            OpenModel
                .Open(
                    OpenModel.Config(endpoint, LlmAuth.NoAuth),
                    OpenModel.Secrets(),
                    OpenModel.AnyEndpoint with
                    {
                        AllowInsecureEndpoints = insecure,
                    }
                )
                .IsRight
        );
}
