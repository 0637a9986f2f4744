using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Causum.Infrastructure.OpenAi;
using Causum.Integration.Support;

namespace Causum.Integration.LanguageModel;

/// <summary>Opens models as the agent would, from a configuration and secret values.</summary>
internal static class OpenModel
{
    public const string Key = "sk-made-up-key-4711";

    public static readonly LanguageModelOptions AnyEndpoint = new(None, [], AllowInsecureEndpoints: false, None);

    public static readonly AnswerSchema Form = new(
        "verdict",
        """{"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"],"additionalProperties":false}"""
    );

    public static ModelRequest Request(Option<AnswerSchema> schema = default, int maxOutputTokens = 100) =>
        new("You answer.", "What is it?", schema, maxOutputTokens);

    public static LlmConfig Config(
        string endpoint,
        LlmAuth auth = LlmAuth.ApiKey,
        string model = "gpt-4o-mini",
        int? tokenLimit = null,
        params (string Key, string Value)[] settings
    ) =>
        new(
            auth,
            new Dictionary<string, SecretReference>(),
            endpoint,
            model,
            tokenLimit is { } limit ? limit : None,
            settings.ToDictionary(s => s.Key, s => s.Value)
        );

    public static IReadOnlyDictionary<string, Secret> Secrets(params (string Key, string Value)[] values) =>
        values.ToDictionary(v => v.Key, v => new Secret(v.Value));

    public static Either<TaskFailure, ILanguageModel> Open(
        LlmConfig config,
        IReadOnlyDictionary<string, Secret> secrets,
        LanguageModelOptions? options = null,
        TimeProvider? time = null,
        CapturedLog<OpenAiConnector>? log = null
    ) => new OpenAiConnector(options ?? AnyEndpoint, time ?? TimeProvider.System, log ?? new()).Open(config, secrets);

    public static ILanguageModel For(
        StubModel stub,
        string model = "gpt-4o-mini",
        TimeProvider? time = null,
        CapturedLog<OpenAiConnector>? log = null
    )
    {
        stub.Credential ??= new("Authorization", $"Bearer {Key}");
        return Outcomes.Right(
            Open(Config(stub.Endpoint, model: model), Secrets(("api_key", Key)), time: time, log: log)
        );
    }
}
