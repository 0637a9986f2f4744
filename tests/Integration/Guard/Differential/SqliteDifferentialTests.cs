using Xunit.Abstractions;

namespace Causum.Integration.Guard.Differential;

public sealed class SqliteDifferentialTests(BareFixture.OfSqlite fixture, ITestOutputHelper output)
    : DifferentialTests(fixture, output),
        IClassFixture<BareFixture.OfSqlite>;
