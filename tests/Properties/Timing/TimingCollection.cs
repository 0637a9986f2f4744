namespace Causum.Properties.Timing;

/// <summary>Tests that look at the clock run alone, when everything else is done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimingCollection
{
    public const string Name = "timing";
}
