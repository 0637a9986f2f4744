using Causum.Integration.Support;

namespace Causum.Integration.EndToEnd.Faults;

/// <summary>One Redis for all fault tests of the binary, one test at a time: some of them restart it or count its commands.</summary>
[CollectionDefinition(Name)]
public sealed class FaultCollection : ICollectionFixture<RedisServer>
{
    public const string Name = "faults of the binary";
}
