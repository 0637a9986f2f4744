using System.Text.Json;
using Causum.Domain.Config;
using Causum.Domain.Messages;

namespace Causum.Application.Wire.Messages;

/// <summary><c>heartbeat</c> and <c>validation_report</c>.</summary>
internal static class HealthJson
{
    public static Unit Write(Utf8JsonWriter json, AgentMessage.Heartbeat message)
    {
        json.WriteName("status", message.Status);
        json.WriteSeconds("uptime_seconds", message.Uptime);
        json.WriteString("version", message.Version);
        json.WriteIfSome("config_id", message.ConfigId);
        json.WriteIfSome("mode", message.Mode.Map(DataModes.WireName));
        json.WriteNumber("tasks_in_flight", message.TasksInFlight);
        Write(json, message.Components);
        return unit;
    }

    public static Unit Write(Utf8JsonWriter json, AgentMessage.ValidationReport message)
    {
        json.WriteIfSome("config_id", message.ConfigId);
        json.WriteBoolean("ok", message.Ok);
        Write(json, message.Components);
        return unit;
    }

    private static void Write(Utf8JsonWriter json, ComponentStates components)
    {
        json.WriteStartObject("components");
        Write(json, "redis", components.Redis);
        Write(json, "database", components.Database);
        Write(json, "llm", components.Llm);
        Write(json, "secrets", components.Secrets);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ComponentState state)
    {
        json.WriteStartObject(name);
        json.WriteName("status", state.Status);
        json.WriteTime("checked_at", state.CheckedAt);
        state.Latency.IfSome(latency => json.WriteMilliseconds("latency_ms", latency));
        json.WriteIfSome("error", state.Error);
        json.WriteEndObject();
    }
}
