using System.Text;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;

namespace Causum.Infrastructure.OpenAi;

/// <summary>
/// From configuration and secret values to typed settings (protocol §8). Pure. A value from a secret wins over one that stands in the configuration.
/// No message shows a value: an endpoint or model may itself come from a secret.
/// </summary>
internal static class LlmCredentials
{
    /// <summary>The last generally available version whose chat completions know structured output.</summary>
    private const string DefaultApiVersion = "2024-10-21";

    public static Either<TaskFailure, LlmSettings> Build(
        LlmConfig config,
        IReadOnlyDictionary<string, Secret> secrets
    ) =>
        from endpoint in Endpoint(Value(secrets, "endpoint", config.Endpoint))
        from model in Model(Value(secrets, "model", config.Model))
        from credential in Credential(config.Auth, secrets)
        select config.Auth == LlmAuth.AzureKey
            ? Azure(config, secrets, endpoint, model, credential)
            : new LlmSettings(endpoint, endpoint, model, credential, None, config.TokenLimit);

    private static LlmSettings Azure(
        LlmConfig config,
        IReadOnlyDictionary<string, Secret> secrets,
        Uri endpoint,
        string model,
        Option<HeaderCredential> credential
    )
    {
        var deployment = Value(secrets, "deployment", Setting(config, "deployment")).IfNone(model);
        return new LlmSettings(
            endpoint,
            new Uri($"{Text(endpoint)}/openai/deployments/{Uri.EscapeDataString(deployment)}"),
            model,
            credential,
            Value(secrets, "api_version", Setting(config, "api_version")).IfNone(DefaultApiVersion),
            config.TokenLimit
        );
    }

    private static Either<TaskFailure, Uri> Endpoint(Option<string> value) =>
        value.Match(
            Some: text =>
                !Uri.TryCreate(text, UriKind.Absolute, out var uri)
                || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
                    ? Wrong("The llm endpoint must be an http or https URL such as https://host/v1.")
                : uri.UserInfo.Length > 0
                    ? Wrong("The llm endpoint must not hold a user or password: use auth_type basic_auth.")
                : uri.Query.Length > 0 || uri.Fragment.Length > 0
                    ? Wrong("The llm endpoint must be a base URL without a query or fragment.")
                : Right<TaskFailure, Uri>(new Uri(uri.AbsoluteUri.TrimEnd('/'))),
            None: () => Left<TaskFailure, Uri>(Missing("endpoint"))
        );

    private static Either<TaskFailure, Uri> Wrong(string rule) => TaskFailure.Configuration(Component.Llm, rule);

    private static Either<TaskFailure, string> Model(Option<string> value) =>
        value.ToEither(() => Missing("model")).Bind(HeaderSafe("model"));

    private static Either<TaskFailure, Option<HeaderCredential>> Credential(
        LlmAuth auth,
        IReadOnlyDictionary<string, Secret> secrets
    ) =>
        auth switch
        {
            LlmAuth.ApiKey => Key(secrets, "api_key").Map(k => Header("Authorization", "Bearer", k)),
            LlmAuth.Bearer => Key(secrets, "token").Map(k => Header("Authorization", "Bearer", k)),
            LlmAuth.AzureKey => Key(secrets, "api_key").Map(k => Header("api-key", None, k)),
            LlmAuth.BasicAuth => Basic(secrets).Map(k => Header("Authorization", "Basic", k)),
            LlmAuth.NoAuth => Right<TaskFailure, Option<HeaderCredential>>(None),
        };

    private static Option<HeaderCredential> Header(string name, Option<string> scheme, string value) =>
        new HeaderCredential(name, scheme, new Secret(value));

    private static Either<TaskFailure, string> Key(IReadOnlyDictionary<string, Secret> secrets, string key) =>
        Value(secrets, key, None).ToEither(() => NoSecret(key)).Bind(HeaderSafe(key));

    /// <summary>RFC 7617: the user name ends at the first colon, so it cannot hold one.</summary>
    private static Either<TaskFailure, string> Basic(IReadOnlyDictionary<string, Secret> secrets) =>
        from user in Raw(secrets, "username").ToEither(() => NoSecret("username"))
        from password in Raw(secrets, "password").ToEither(() => NoSecret("password"))
        from _ in user.Contains(':', StringComparison.Ordinal)
            ? Left<TaskFailure, Unit>(
                TaskFailure.AuthMaterialization(Component.Llm, "The llm secret 'username' must not hold a colon.")
            )
            : Right<TaskFailure, Unit>(unit)
        select Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    /// <summary>A line end or control character would break the request apart.</summary>
    private static Func<string, Either<TaskFailure, string>> HeaderSafe(string key) =>
        value =>
            value.All(c => c is > ' ' and < '\u007f')
                ? Right<TaskFailure, string>(value)
                : TaskFailure.AuthMaterialization(
                    Component.Llm,
                    $"The llm value '{key}' holds a space, control or non-ASCII character, which a request cannot carry."
                );

    private static Option<string> Setting(LlmConfig config, string key) =>
        config.Settings.TryGetValue(key, out var value) ? Some(value) : None;

    /// <summary>White space around a value comes from files and editors, never from the issuer of a key.</summary>
    private static Option<string> Value(
        IReadOnlyDictionary<string, Secret> secrets,
        string key,
        Option<string> direct
    ) => (Raw(secrets, key) || direct).Map(v => v.Trim()).Filter(v => v.Length > 0);

    private static Option<string> Raw(IReadOnlyDictionary<string, Secret> secrets, string key) =>
        secrets.TryGetValue(key, out var secret) ? Some(secret.Reveal()).Filter(v => v.Length > 0) : None;

    private static string Text(Uri endpoint) => endpoint.AbsoluteUri.TrimEnd('/');

    private static TaskFailure Missing(string key) =>
        TaskFailure.Configuration(Component.Llm, $"The llm section names no {key}, neither directly nor as a secret.");

    private static TaskFailure NoSecret(string key) =>
        TaskFailure.AuthMaterialization(Component.Llm, $"The llm secret '{key}' is missing or empty.");
}
