using Causum.Domain.Messages;

namespace Causum.Application.Worker;

/// <summary>Counts and durations since the last report, for <c>metrics_report</c>. Names are snake_case; durations are in milliseconds. Safe for any number of threads.</summary>
public sealed class Metrics
{
    private readonly Lock gate = new();
    private Dictionary<string, long> counters = new(StringComparer.Ordinal);
    private Dictionary<string, Histogram> histograms = new(StringComparer.Ordinal);

    public void Count(string name, long by = 1)
    {
        lock (gate)
            counters[name] = counters.GetValueOrDefault(name) + by;
    }

    public void Record(string name, TimeSpan duration)
    {
        lock (gate)
        {
            if (!histograms.TryGetValue(name, out var histogram))
                histograms[name] = histogram = new Histogram();
            histogram.Add(duration.TotalMilliseconds);
        }
    }

    /// <summary>What came together since the last call; the next interval begins empty.</summary>
    public AgentMessage.MetricsReport Take(TimeSpan interval)
    {
        lock (gate)
        {
            var taken = (counters, histograms);
            counters = new Dictionary<string, long>(StringComparer.Ordinal);
            histograms = new Dictionary<string, Histogram>(StringComparer.Ordinal);
            return new(
                interval,
                taken.counters,
                taken.histograms.ToDictionary(h => h.Key, h => h.Value.Summary(), StringComparer.Ordinal)
            );
        }
    }
}
