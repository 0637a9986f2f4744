namespace Causum.Benchmarks.Harness;

/// <summary>A row of the performance budget, or a few that share their preparation.</summary>
internal interface IPart
{
    /// <summary>As it is named on the command line and in the report.</summary>
    string Name { get; }

    IAsyncEnumerable<Figure> MeasureAsync();
}
