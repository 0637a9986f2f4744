using System.Text.Json;
using Causum.Domain.Config;
using Causum.Domain.Tasks;

namespace Causum.Application.Wire.Messages;

/// <summary>Results of <c>llm_validate</c> and <c>pipeline_validate</c>.</summary>
internal static class ValidationJson
{
    public static Unit Write(Utf8JsonWriter json, TaskResult.ModelValidated result)
    {
        json.WriteBoolean("ok", true);
        json.WriteString("model", result.Model);
        json.WriteNumber("latency_ms", result.LatencyMilliseconds);
        json.WriteNumber("token_limit", result.TokenLimit);
        json.WriteName("token_limit_source", result.TokenLimitSource);
        return unit;
    }

    /// <summary>A model that is not configured is no fault: it does not count in the whole's <c>ok</c>.</summary>
    public static Unit Write(Utf8JsonWriter json, TaskResult.PipelineValidated result)
    {
        json.WriteBoolean("ok", result.Database.Ok && result.Llm.ForAll(llm => llm.Ok));
        json.WriteStartObject("database");
        Write(json, result.Database);
        json.WriteEndObject();
        json.WriteStartObject("llm");
        json.WriteBoolean("configured", result.Llm.IsSome);
        Write(json, result.Llm.IfNone(new PartCheck(0, None)), ok: result.Llm.Exists(llm => llm.Ok));
        json.WriteEndObject();
        json.WriteStartObject("desensitization");
        json.WriteString("mode", result.Mode.WireName());
        json.WriteBoolean("active", result.Mode.Desensitizes());
        json.WriteEndObject();
        return unit;
    }

    private static void Write(Utf8JsonWriter json, PartCheck part) => Write(json, part, part.Ok);

    private static void Write(Utf8JsonWriter json, PartCheck part, bool ok)
    {
        json.WriteBoolean("ok", ok);
        json.WriteNumber("latency_ms", part.LatencyMilliseconds);
        part.Error.IfSome(failure => FailureJson.Write(json, "error", failure));
    }
}
