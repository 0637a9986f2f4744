using System.Text;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Integration.Support;
using Causum.Properties.Queue.Model;
using StackExchange.Redis;

namespace Causum.Integration.Queue;

/// <summary>
/// What has to be one atomic step runs inside Redis, out of reach of the properties. So the same random schedule runs on a real Redis and on the model of the
/// properties, and after each step both must be in the same state.
/// </summary>
public sealed class ScriptAgainstModelTests(RedisServer server) : IClassFixture<RedisServer>
{
    private const string Group = "workers";
    private static readonly string[] Names = ["a", "b", "a"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 24).Select(_ => Random.Shared.Next())];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_scripts_leave_the_streams_as_the_model_says(int seed)
    {
        var random = new Random(seed);
        var side = new RedisSide(server);
        var processes = Names.Select(name => side.Connect(name, TimeSpan.FromMinutes(1))).ToList();
        foreach (var process in processes)
            await Eventually.InTimeAsync(process.OpenAsync(CancellationToken.None));
        var (model, now) = (StreamModel.Empty, TimeSpan.FromDays(1));
        var claims = new List<(int Who, Claim Claim)>();
        for (var step = 0; step < 60; step++)
        {
            var who = random.Next(Names.Length);
            now += TimeSpan.FromMilliseconds(random.Next(2));
            switch (random.Next(10))
            {
                case < 3:
                    model = model.Add(TaskKind.Plain, now, out var id);
                    await side.Database.StreamAddAsync(side.Keys.Tasks, "data", "{}", id.ToString());
                    break;
                case < 5:
                    model = model.ReadNew(Names[who], who, 2, now, out var read);
                    await side.Database.StreamReadGroupAsync(side.Keys.Tasks, Group, Names[who], ">", 2);
                    claims.AddRange(read.Select(entry => (who, new Claim(entry, model.Pending[entry].Deliveries))));
                    break;
                case 5 when !model.Pending.IsEmpty:
                    var stolen = model.Pending.Keys.ElementAt(random.Next(model.Pending.Count));
                    model = model.Claim([stolen], Names[who], who, now, out var claimed);
                    await side.Database.StreamClaimAsync(side.Keys.Tasks, Group, Names[who], 0, [stolen.ToString()]);
                    claims.AddRange(claimed.Select(entry => (who, new Claim(entry, model.Pending[entry].Deliveries))));
                    break;
                case < 8 when claims.Count > 0:
                    var (owner, claim) = claims[random.Next(claims.Count)];
                    model = model.Settle(Names[owner], claim, publish: true, now, out var ownership, out _);
                    Assert.Equal(Expected(ownership), await SettleAsync(processes[owner], claim));
                    break;
                case 8 when claims.Count > 0:
                    var (acknowledger, control) = claims[random.Next(claims.Count)];
                    model = model.Settle(Names[acknowledger], control, publish: false, now, out _, out _);
                    await processes[acknowledger].AcknowledgeAsync(control, CancellationToken.None);
                    break;
                case 9 when random.Next(3) == 0:
                    var keep = random.Next(4);
                    model = model.TrimTasks(keep);
                    await side.Database.StreamTrimAsync(side.Keys.Tasks, keep, useApproximateMaxLength: false);
                    break;
                case 9 when random.Next(3) == 0:
                    model = model.RemakeGroup();
                    await side.Database.StreamDeleteConsumerGroupAsync(side.Keys.Tasks, Group);
                    await side.Database.StreamCreateConsumerGroupAsync(side.Keys.Tasks, Group, "0");
                    break;
            }
            Assert.Equal(
                $"seed {seed} step {step}: {Told(model)}",
                $"seed {seed} step {step}: {await ToldAsync(side)}"
            );
        }
        foreach (var process in processes)
            await process.DisposeAsync();
    }

    private static Type Expected(Ownership ownership) =>
        ownership switch
        {
            Ownership.Held or Ownership.Orphaned => typeof(Settlement.Done),
            Ownership.TakenByNamesake => typeof(Settlement.FencedByNamesake),
            _ => typeof(Settlement.Fenced),
        };

    private static async Task<Type> SettleAsync(ITaskQueue queue, Claim claim)
    {
        var result = new EncodedMessage("task_result", Outlet.Results, Encoding.UTF8.GetBytes($"{claim.Entry}"));
        return (await Eventually.InTimeAsync(queue.SettleAsync(claim, result, CancellationToken.None))).GetType();
    }

    private static string Told(StreamModel model) =>
        Told(
            model.Pending.Select(p => $"{p.Key} {p.Value.Consumer} {p.Value.Deliveries}"),
            model.Delivered,
            model.Mark,
            model.Results.Values.Select(entry => $"{entry}")
        );

    private static async Task<string> ToldAsync(RedisSide side)
    {
        var pending = await side.Database.StreamPendingMessagesAsync(side.Keys.Tasks, Group, 1000, RedisValue.Null);
        var group = (await side.Database.StreamGroupInfoAsync(side.Keys.Tasks))[0];
        return Told(
            pending.Select(p => $"{p.MessageId} {p.ConsumerName} {p.DeliveryCount}"),
            EntryId.Parse(group.LastDeliveredId).IfNone(EntryId.Zero),
            (await side.LastAckAsync()).IfNone(EntryId.Zero),
            await side.ResultsAsync()
        );
    }

    private static string Told(
        IEnumerable<string> pending,
        EntryId delivered,
        EntryId mark,
        IEnumerable<string> results
    ) =>
        $"pending [{string.Join(", ", pending)}] delivered {delivered} mark {mark} results [{string.Join(", ", results)}]";
}
