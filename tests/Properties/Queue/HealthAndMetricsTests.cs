using Causum.Application.Worker;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;

namespace Causum.Properties.Queue;

public sealed class HealthAndMetricsTests
{
    [Theory]
    [InlineData(ComponentStatus.Ok, true, false, AgentStatus.Healthy)]
    [InlineData(ComponentStatus.Disabled, true, false, AgentStatus.Healthy)]
    [InlineData(ComponentStatus.Degraded, true, false, AgentStatus.Degraded)]
    [InlineData(ComponentStatus.Failed, true, false, AgentStatus.Unhealthy)]
    [InlineData(ComponentStatus.Ok, false, false, AgentStatus.Degraded)]
    [InlineData(ComponentStatus.Ok, true, true, AgentStatus.Degraded)]
    public void The_status_follows_the_worst_part(
        ComponentStatus database,
        bool configured,
        bool refused,
        AgentStatus expected
    )
    {
        var ok = new ComponentState(ComponentStatus.Ok, DateTimeOffset.UnixEpoch, None, None);
        var components = new ComponentStates(ok, ok with { Status = database }, ok, ok);
        Assert.Equal(expected, AgentHealth.Status(components, configured, refused));
        Assert.Equal(database != ComponentStatus.Failed, AgentHealth.Passes(components));
    }

    [Property]
    public void Percentiles_are_right_within_a_tenth_and_counts_exact(PositiveInt[] values)
    {
        var metrics = new Metrics();
        foreach (var value in values)
            metrics.Record("x", TimeSpan.FromMilliseconds(value.Get));
        var report = metrics.Take(TimeSpan.FromSeconds(1));
        if (values.Length == 0)
        {
            Assert.Empty(report.Histograms);
            return;
        }
        var sorted = values.Select(v => (double)v.Get).Order().ToList();
        var summary = report.Histograms["x"];
        Assert.Equal(sorted.Count, summary.Count);
        Assert.Equal((sorted[0], sorted[^1]), (summary.Min, summary.Max));
        Assert.Equal(sorted.Sum(), summary.Sum, 6);
        AssertClose(sorted, 0.5, summary.P50);
        AssertClose(sorted, 0.99, summary.P99);
    }

    [Fact]
    public void Each_report_holds_what_came_since_the_last()
    {
        var metrics = new Metrics();
        metrics.Count("a");
        metrics.Count("a", 2);
        Assert.Equal(3, metrics.Take(TimeSpan.Zero).Counters["a"]);
        Assert.Empty(metrics.Take(TimeSpan.Zero).Counters);
    }

    private static void AssertClose(List<double> sorted, double share, double measured)
    {
        var exact = sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
        Assert.InRange(measured, exact / 1.1, exact * 1.1);
    }
}
