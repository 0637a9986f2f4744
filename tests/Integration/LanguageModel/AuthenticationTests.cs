using System.Text;
using Causum.Domain.Config;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

public sealed class AuthenticationTests
{
    private static readonly (string, string)[] AllSecrets =
    [
        ("api_key", OpenModel.Key),
        ("token", "made-up-token"),
        ("username", "ann"),
        ("password", "p@ss:wörd"),
    ];

    public static TheoryData<string, string?, string?> Headers { get; } =
        new()
        {
            { nameof(LlmAuth.ApiKey), "Authorization", $"Bearer {OpenModel.Key}" },
            { nameof(LlmAuth.Bearer), "Authorization", "Bearer made-up-token" },
            {
                nameof(LlmAuth.BasicAuth),
                "Authorization",
                $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("ann:p@ss:wörd"))}"
            },
            { nameof(LlmAuth.NoAuth), null, null },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Each_auth_type_sends_its_header_and_no_other(string auth, string? header, string? value)
    {
        await using var stub = await StubModel.StartAsync();
        stub.Credential = header is null ? null : new(header, value!);
        using var model = Outcomes.Right(
            OpenModel.Open(OpenModel.Config(stub.Endpoint, Enum.Parse<LlmAuth>(auth)), OpenModel.Secrets(AllSecrets))
        );

        var reply = Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal("ok", reply.Text);
        var request = Assert.Single(stub.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal(header is null ? 0 : 1, request.Headers.Keys.Count(h => h is "Authorization" or "api-key"));
    }

    [Theory]
    [InlineData(null, null, "gpt-4o-mini", "2024-10-21")]
    [InlineData("my deployment", "2025-01-01-preview", "my%20deployment", "2025-01-01-preview")]
    public async Task Azure_puts_deployment_and_version_into_the_URL_and_the_key_into_its_own_header(
        string? deployment,
        string? version,
        string expectedDeployment,
        string expectedVersion
    )
    {
        await using var stub = await StubModel.StartAsync(StubModelDialect.Azure(expectedDeployment, expectedVersion));
        stub.Credential = new("api-key", OpenModel.Key);
        var settings = new List<(string, string)>();
        if (deployment is not null)
            settings.Add(("deployment", deployment));
        if (version is not null)
            settings.Add(("api_version", version));
        using var model = Outcomes.Right(
            OpenModel.Open(
                OpenModel.Config(stub.Root.AbsoluteUri, LlmAuth.AzureKey, settings: [.. settings]),
                OpenModel.Secrets(("api_key", OpenModel.Key))
            )
        );

        Assert.Equal("ok", Outcomes.Right(await model.AskAsync(OpenModel.Request(), CancellationToken.None)).Text);
        Assert.DoesNotContain("Authorization", Assert.Single(stub.Requests).Headers.Keys);
    }

    [Fact]
    public async Task A_wrong_key_is_told_as_auth_failed_once_and_shows_up_nowhere()
    {
        await using var stub = await StubModel.StartAsync();
        stub.Credential = new("Authorization", "Bearer another");
        var log = new CapturedLog<OpenAiConnector>();
        using var model = OpenModel.For(stub, log: log);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal("llm_error", failure.Code);
        Assert.Equal("auth_failed", failure.Category);
        Assert.False(failure.Retryable);
        Assert.Single(stub.Requests);
        Assert.DoesNotContain(OpenModel.Key, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Incorrect API key", failure.ToString(), StringComparison.Ordinal);
        Assert.All(log.Lines, line => Assert.DoesNotContain(OpenModel.Key, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_does_not_take_prompt_and_key_elsewhere()
    {
        await using var other = await StubModel.StartAsync();
        await using var stub = await StubModel.StartAsync();
        stub.Script(
            new StubModelReply.Body(307, "")
            {
                Headers = new Dictionary<string, string> { ["Location"] = $"{other.Endpoint}/chat/completions" },
            }
        );
        using var model = OpenModel.For(stub);

        var failure = Outcomes.Left(await model.AskAsync(OpenModel.Request(), CancellationToken.None));

        Assert.Equal("bad_response", failure.Category);
        Assert.Empty(other.Requests);
    }
}
