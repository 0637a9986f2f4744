using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

public sealed class DuckDbDifferentialTests(BareFixture.OfDuckDb fixture, ITestOutputHelper output)
    : DifferentialTests(fixture, output),
        IClassFixture<BareFixture.OfDuckDb>;
