using System.Text.Json;
using Causum.Domain.Messages;

namespace Causum.Application.Wire.Messages;

/// <summary><c>metrics_report</c>; names in ordinal order, so that the same numbers give the same bytes.</summary>
internal static class MetricsJson
{
    public static Unit Write(Utf8JsonWriter json, AgentMessage.MetricsReport message)
    {
        json.WriteSeconds("interval_seconds", message.Interval);
        json.WriteStartObject("counters");
        foreach (var (name, count) in message.Counters.OrderBy(c => c.Key, StringComparer.Ordinal))
            json.WriteNumber(name, count);
        json.WriteEndObject();
        json.WriteStartObject("histograms");
        foreach (var (name, histogram) in message.Histograms.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(name);
            json.WriteNumber("count", histogram.Count);
            json.WriteNumber("sum", histogram.Sum);
            json.WriteNumber("min", histogram.Min);
            json.WriteNumber("max", histogram.Max);
            json.WriteNumber("p50", histogram.P50);
            json.WriteNumber("p95", histogram.P95);
            json.WriteNumber("p99", histogram.P99);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        return unit;
    }
}
