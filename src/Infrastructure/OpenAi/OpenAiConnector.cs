using Causum.Application.Ports;
using Causum.Domain.Config;
using Causum.Domain.Secrets;
using Causum.Domain.Tasks;
using Microsoft.Extensions.Logging;

namespace Causum.Infrastructure.OpenAi;

/// <summary>Opens models behind OpenAI-compatible APIs: OpenAI, Azure OpenAI, and the servers that speak like them.</summary>
internal sealed class OpenAiConnector(LanguageModelOptions options, TimeProvider time, ILogger<OpenAiConnector> logger)
    : ILanguageModelConnector
{
    public Either<TaskFailure, ILanguageModel> Open(LlmConfig config, IReadOnlyDictionary<string, Secret> secrets) =>
        from settings in LlmCredentials.Build(config, secrets)
        from allowed in EndpointRules.Check(settings, options)
        from http in LlmTransport.Create(allowed, options)
        select (ILanguageModel)new OpenAiLanguageModel(allowed, http, time, logger);
}
