using Causum.Application.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Causum.Infrastructure.OpenAi;

/// <summary>Needs <see cref="LanguageModelOptions"/>, <see cref="TimeProvider"/> and logging from the host.</summary>
public static class OpenAiModule
{
    public static IServiceCollection AddOpenAi(this IServiceCollection services) =>
        services.AddSingleton<ILanguageModelConnector, OpenAiConnector>();
}
