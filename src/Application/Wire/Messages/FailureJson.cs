using System.Text.Json;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire.Messages;

/// <summary>The <c>error</c> object of protocol §7.</summary>
internal static class FailureJson
{
    public static void Write(Utf8JsonWriter json, string name, TaskFailure failure)
    {
        json.WriteStartObject(name);
        json.WriteString("code", failure.Code);
        json.WriteName("component", failure.Component);
        json.WriteString(
            "message",
            failure.VendorCode.Match(Some: code => $"{failure.Message} ({code})", None: () => failure.Message)
        );
        json.WriteIfSome("category", failure.Category);
        json.WriteIfSome("next_steps", failure.NextSteps);
        json.WriteBoolean("retryable", failure.Retryable);
        json.WriteEndObject();
    }
}
