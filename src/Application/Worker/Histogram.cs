using Causum.Domain.Messages;

namespace Causum.Application.Worker;

/// <summary>Values in buckets that grow by a tenth, so that any percentile is right within 5 % and memory does not grow with the count.</summary>
internal sealed class Histogram
{
    private const double Smallest = 0.01;
    private const double Growth = 1.1;
    private const int Buckets = 260;

    private readonly int[] counts = new int[Buckets];
    private long count;
    private double sum;
    private double min = double.MaxValue;
    private double max;

    public void Add(double value)
    {
        var bucket = value <= Smallest ? 0 : (int)Math.Ceiling(Math.Log(value / Smallest, Growth));
        counts[Math.Min(bucket, Buckets - 1)]++;
        count++;
        sum += value;
        min = Math.Min(min, value);
        max = Math.Max(max, value);
    }

    public HistogramSummary Summary() =>
        count == 0
            ? new(0, 0, 0, 0, 0, 0, 0)
            : new(count, sum, min, max, Percentile(0.5), Percentile(0.95), Percentile(0.99));

    private double Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * count);
        var bucket = 0;
        for (var below = (long)counts[0]; below < rank; below += counts[++bucket]) { }
        // The middle of the bucket, never outside of what was seen.
        return Math.Clamp(Smallest * Math.Pow(Growth, bucket - 0.5), min, max);
    }
}
