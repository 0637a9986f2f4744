using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

public sealed class MariaDbDifferentialTests(BareFixture.OfMariaDb fixture, ITestOutputHelper output)
    : DifferentialTests(fixture, output),
        IClassFixture<BareFixture.OfMariaDb>;
