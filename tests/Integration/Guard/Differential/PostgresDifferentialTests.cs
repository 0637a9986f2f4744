using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

public sealed class PostgresDifferentialTests(BareFixture.OfPostgres fixture, ITestOutputHelper output)
    : DifferentialTests(fixture, output),
        IClassFixture<BareFixture.OfPostgres>;
