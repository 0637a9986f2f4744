using System.Globalization;
using StackExchange.Redis;

namespace Causum.Integration.Support;

/// <summary>
/// A Redis Cluster of three masters, each with a third of the slots, and one replica. Nothing fails over by itself, for its patience is long: the tests
/// say when.
/// </summary>
public sealed class RedisCluster : IAsyncLifetime
{
    private const int Slots = 16_384;
    private const int Masters = 3;

    private readonly List<Node> nodes = [.. Enumerable.Range(0, Masters + 1).Select(_ => new Node())];
    private ConnectionMultiplexer? connection;

    public IDatabase Database => Connection.GetDatabase();

    /// <summary>As a connection token names it: one host that is not there, and two of the masters.</summary>
    public string Url => $"redis+cluster://127.0.0.1:1,127.0.0.1:{nodes[0].Redis.Port},127.0.0.1:{nodes[1].Redis.Port}";

    public ConnectionMultiplexer Connection =>
        connection ?? throw new InvalidOperationException("The cluster was not started.");

    public async Task InitializeAsync()
    {
        await Task.WhenAll(nodes.Select(node => node.Redis.StartAsync()));
        for (var i = 0; i < nodes.Count; i++)
        {
            await nodes[i].Redis.TellAsync("CLUSTER", "SET-CONFIG-EPOCH", Text(i + 1));
            if (i < Masters)
                await nodes[i].Redis.TellAsync("CLUSTER", "ADDSLOTSRANGE", Text(First(i)), Text(First(i + 1) - 1));
            foreach (var met in nodes.Take(i))
                await nodes[i].Redis.TellAsync("CLUSTER", "MEET", "127.0.0.1", Text(met.Redis.Port), Text(met.BusPort));
        }
        await ReplicateAsync(nodes[Masters], nodes[0]);
        foreach (var node in nodes)
            await Eventually.HoldsAsync(() => IsWholeAsync(node), "every node sees the whole cluster");
        // A short limit makes the nodes talk much and find each other soon; a busy machine must not make one take another for dead.
        foreach (var node in nodes)
            await node.Redis.TellAsync("CONFIG", "SET", "cluster-node-timeout", "30000");
        connection = await TestConnection.OpenAsync("", nodes.Select(node => node.Redis.EndPoint));
    }

    public async Task DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        foreach (var node in nodes)
            await node.Redis.DisposeAsync();
    }

    /// <summary>Kills the master of a key, and makes the replica take its place; the dead one comes back as the replica.</summary>
    public async Task FailOverAsync(string key)
    {
        var master = await MasterOfAsync(key);
        var replica = nodes[Masters];
        await ReplicateAsync(replica, master);
        Assert.Equal("1", await master.Redis.AskAsync("WAIT", "1", "10000"));
        await master.Redis.KillAsync();
        await replica.Redis.TellAsync("CLUSTER", "FAILOVER", "TAKEOVER");
        await Eventually.HoldsAsync(
            async () => (await replica.Redis.AskAsync("ROLE")).StartsWith("master", StringComparison.Ordinal),
            "the replica has taken over"
        );
        await master.Redis.StartAsync();
        await Eventually.HoldsAsync(
            async () => (await master.Redis.AskAsync("ROLE")).StartsWith("slave", StringComparison.Ordinal),
            "the dead master has come back as a replica"
        );
        nodes.Remove(master);
        nodes.Add(master);
        await Connection.ConfigureAsync();
    }

    /// <summary>Moves the slot of a key with all its keys to another master, as <c>redis-cli --cluster reshard</c> does.</summary>
    public async Task MoveSlotAsync(string key)
    {
        var from = await MasterOfAsync(key);
        var to = nodes.Take(Masters).First(node => node != from);
        var slot = Text(Connection.GetHashSlot(key));
        var (source, target) = (await IdAsync(from), await IdAsync(to));
        await to.Redis.TellAsync("CLUSTER", "SETSLOT", slot, "IMPORTING", source);
        await from.Redis.TellAsync("CLUSTER", "SETSLOT", slot, "MIGRATING", target);
        while (await from.Redis.AskAsync("CLUSTER", "GETKEYSINSLOT", slot, "10") is { Length: > 0 } some)
        {
            await from.Redis.TellAsync([
                "MIGRATE",
                "127.0.0.1",
                Text(to.Redis.Port),
                "",
                "0",
                "5000",
                "KEYS",
                .. some.Split('\n'),
            ]);
        }
        foreach (var node in nodes.Take(Masters))
            await node.Redis.TellAsync("CLUSTER", "SETSLOT", slot, "NODE", target);
    }

    private async Task<Node> MasterOfAsync(string key)
    {
        var map = await Connection.GetServer(nodes[0].Redis.EndPoint).ClusterNodesAsync();
        var master = map?.GetBySlot(Connection.GetHashSlot(key));
        return nodes.Single(node => node.Redis.EndPoint.Equals(master?.EndPoint));
    }

    private static async Task ReplicateAsync(Node replica, Node master)
    {
        var id = await IdAsync(master);
        await Eventually.HoldsAsync(
            async () => await replica.Redis.AskAsync("CLUSTER", "REPLICATE", id) == "OK",
            "the replica knows its master"
        );
        await Eventually.HoldsAsync(
            async () => await SaysAsync(replica, ["INFO", "replication"], "master_link_status:up"),
            "the replica has the data"
        );
    }

    private static async Task<bool> IsWholeAsync(Node node) =>
        await SaysAsync(node, ["CLUSTER", "INFO"], "cluster_state:ok")
        && await SaysAsync(node, ["CLUSTER", "INFO"], "cluster_size:3")
        && await SaysAsync(node, ["CLUSTER", "NODES"], "slave");

    private static async Task<bool> SaysAsync(Node node, string[] command, string text) =>
        (await node.Redis.AskAsync(command)).Contains(text, StringComparison.Ordinal);

    private static Task<string> IdAsync(Node node) => node.Redis.AskAsync("CLUSTER", "MYID");

    private static int First(int master) => master * Slots / Masters;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Node
    {
        public Node() =>
            Redis = new RedisProcess(
                ["--cluster-enabled", "yes", "--cluster-port", Text(BusPort), "--cluster-node-timeout", "1000"],
                ["--cluster-replica-no-failover", "yes", "--repl-diskless-sync-delay", "0", "--save", ""]
            );

        public int BusPort { get; } = UnprivilegedServer.FreePort();

        public RedisProcess Redis { get; }
    }
}
