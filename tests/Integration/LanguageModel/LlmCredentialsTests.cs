using Causum.Domain.Config;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class LlmCredentialsTests
{
    private const string Planted = "planted-secret-value";

    [Fact]
    public void Endpoint_and_model_of_the_secret_store_win_over_those_of_the_configuration()
    {
        var settings = Outcomes.Right(
            LlmCredentials.Build(
                OpenModel.Config("https://direct.example/v1", model: "direct"),
                OpenModel.Secrets(
                    ("endpoint", " https://secret.example/v2/ \n"),
                    ("model", "from-secret"),
                    ("api_key", "k")
                )
            )
        );
        Assert.Equal("https://secret.example/v2", settings.RequestBase.AbsoluteUri);
        Assert.Equal("from-secret", settings.Model);
    }

    [Theory]
    [InlineData(LlmAuth.ApiKey, "api_key")]
    [InlineData(LlmAuth.Bearer, "token")]
    [InlineData(LlmAuth.BasicAuth, "username")]
    [InlineData(LlmAuth.AzureKey, "api_key")]
    public void A_missing_secret_is_named(LlmAuth auth, string key)
    {
        var failure = Outcomes.Left(
            LlmCredentials.Build(OpenModel.Config("https://host.example/v1", auth), OpenModel.Secrets())
        );
        Assert.Equal("auth_materialization_error", failure.Code);
        Assert.Contains($"'{key}'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LlmAuth.ApiKey, "api_key", Planted + "\r\nX-Other: 1")]
    [InlineData(LlmAuth.Bearer, "token", Planted + " two")]
    [InlineData(LlmAuth.AzureKey, "api_key", Planted + "é")]
    [InlineData(LlmAuth.BasicAuth, "username", Planted + ":x")]
    public void A_secret_that_no_header_can_carry_is_refused_without_being_shown(LlmAuth auth, string key, string value)
    {
        var failure = Outcomes.Left(
            LlmCredentials.Build(
                OpenModel.Config("https://host.example/v1", auth),
                OpenModel.Secrets((key, value), ("password", "p"))
            )
        );
        Assert.Equal("auth_materialization_error", failure.Code);
        Assert.DoesNotContain(Planted, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host.example/v1")]
    [InlineData("/v1")]
    [InlineData("https://evil.example\\.llm.internal.example/v1")]
    [InlineData("ftp://host.example/v1")]
    [InlineData("https://user:" + Planted + "@host.example/v1")]
    [InlineData("https://host.example/v1?key=" + Planted)]
    [InlineData("https://host.example/v1#x")]
    [InlineData("")]
    public void An_endpoint_that_is_no_base_URL_is_refused_without_being_shown(string endpoint)
    {
        var failure = Outcomes.Left(
            LlmCredentials.Build(OpenModel.Config(endpoint, LlmAuth.NoAuth), OpenModel.Secrets())
        );
        Assert.Equal("configuration_error", failure.Code);
        Assert.DoesNotContain(Planted, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_print_no_secret()
    {
        var settings = Outcomes.Right(
            LlmCredentials.Build(OpenModel.Config("https://host.example/v1"), OpenModel.Secrets(("api_key", Planted)))
        );
        Assert.DoesNotContain(Planted, settings.ToString(), StringComparison.Ordinal);
    }
}
