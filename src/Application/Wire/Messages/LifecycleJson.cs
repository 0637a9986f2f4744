using System.Text.Json;
using Causum.Domain.Config;
using Causum.Domain.Messages;

namespace Causum.Application.Wire.Messages;

/// <summary><c>instance_register</c>, <c>config_request</c> and <c>config_applied</c>.</summary>
internal static class LifecycleJson
{
    public static Unit Write(Utf8JsonWriter json, AgentMessage.InstanceRegister message)
    {
        json.WriteString("version", message.Version);
        json.WriteNumber("protocol_version", MessageWriter.ProtocolVersion);
        json.WriteString("hostname", message.HostName);
        json.WriteNumber("pid", message.ProcessId);
        json.WriteTime("started_at", message.StartedAt);
        json.WriteStartObject("capabilities");
        json.WriteTexts("task_types", message.Capabilities.TaskTypes);
        json.WriteTexts("database_types", message.Capabilities.DatabaseTypes);
        json.WriteTexts("llm_auth_types", message.Capabilities.LlmAuthTypes);
        json.WriteTexts("secret_providers", message.Capabilities.SecretProviders);
        json.WriteEndObject();
        return unit;
    }

    public static Unit Write(Utf8JsonWriter json, AgentMessage.ConfigRequest message)
    {
        json.WriteName("reason", message.Reason);
        json.WriteIfSome("current_config_id", message.CurrentConfigId);
        return unit;
    }

    public static Unit Write(Utf8JsonWriter json, AgentMessage.ConfigApplied message)
    {
        json.WriteOrNull("config_id", message.ConfigId);
        json.WriteString("status", message.Applied ? "applied" : "rejected");
        json.WriteName("source", message.Source);
        json.WriteOrNull("mode", message.Mode.Map(DataModes.WireName));
        json.WriteStartArray("errors");
        foreach (var error in message.Errors)
        {
            json.WriteStartObject();
            json.WriteString("path", error.Path.ToString());
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteTexts("warnings", message.Warnings);
        return unit;
    }
}
