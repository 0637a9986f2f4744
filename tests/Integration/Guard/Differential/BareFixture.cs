using Causum.Integration.Support;

namespace Causum.Integration.Guard.Differential;

/// <summary>One bare database for all tests of a class, on a server of its own: texts that act may leave any server unfit for other tests.</summary>
public abstract class BareFixture : IAsyncLifetime
{
    internal IBareDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await CreateAsync();

    public virtual async Task DisposeAsync() => await Database.DisposeAsync();

    private protected abstract Task<IBareDatabase> CreateAsync();

    public sealed class OfPostgres : BareFixture
    {
        private readonly PostgresServer server = new();

        internal PostgresServer Server => server;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await server.DisposeAsync();
        }

        private protected override async Task<IBareDatabase> CreateAsync()
        {
            await server.InitializeAsync();
            return await PostgresBare.CreateAsync(server);
        }
    }

    public sealed class OfMariaDb : BareFixture
    {
        private readonly MariaDbServer server = new();

        internal MariaDbServer Server => server;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await server.DisposeAsync();
        }

        private protected override async Task<IBareDatabase> CreateAsync()
        {
            await server.InitializeAsync();
            return await MariaDbBare.CreateAsync(server);
        }
    }

    public sealed class OfSqlite : BareFixture
    {
        private protected override Task<IBareDatabase> CreateAsync() => SqliteBare.CreateAsync();
    }

    public sealed class OfDuckDb : BareFixture
    {
        private protected override Task<IBareDatabase> CreateAsync() => DuckDbBare.CreateAsync();
    }
}
