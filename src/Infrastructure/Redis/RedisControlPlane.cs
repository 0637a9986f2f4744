using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Causum.Infrastructure.Redis.Connecting;
using StackExchange.Redis;
using IDatabase = StackExchange.Redis.IDatabase;

namespace Causum.Infrastructure.Redis;

/// <summary>Plays the control plane on real streams. It is there for the length of one command: an outage ends it instead of being waited out.</summary>
internal sealed class RedisControlPlane(RedisDialer dialer, StreamKeys keys) : IControlPlane
{
    private const int Batch = 64;
    private const int BlockMilliseconds = 5_000;
    private readonly ConcurrentBag<ConnectionMultiplexer> connections = [];
    private readonly Dictionary<Outlet, string> begin = [];
    private IDatabase? commands;

    public async Task<Option<string>> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connected = await ConnectAsync(cancellationToken);
            if (connected.Case is not IDatabase database)
                return connected.Match(Right: _ => None, Left: fault => Some(fault.Sentence));
            commands = database;
            begin[Outlet.Results] = await LastAsync(commands, keys.Results);
            begin[Outlet.Telemetry] = await LastAsync(commands, keys.Telemetry);
            cancellationToken.ThrowIfCancellationRequested();
            return None;
        }
        catch (Exception e) when (RedisFault.From(e).Case is RedisFault fault)
        {
            return fault.Sentence;
        }
    }

    public async Task<EntryId> SendAsync(string type, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        NameValueEntry[] fields = [new("type", type), new("data", data)];
        var open = commands ?? throw new InvalidOperationException("The control plane was not opened.");
        var id = await open.StreamAddAsync(keys.Tasks, fields).WaitAsync(cancellationToken);
        return EntryId.Parse(id).IfNone(EntryId.Zero);
    }

    public async IAsyncEnumerable<EncodedMessage> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var both = Channel.CreateUnbounded<EncodedMessage>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumps = Task.WhenAll(
            PumpAsync(keys.Results, Outlet.Results, both.Writer, stop.Token),
            PumpAsync(keys.Telemetry, Outlet.Telemetry, both.Writer, stop.Token)
        );
        try
        {
            await foreach (var message in both.Reader.ReadAllAsync(cancellationToken))
                yield return message;
        }
        finally
        {
            await stop.CancelAsync();
            await pumps;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in connections)
            await open.CloseAsync(allowCommandsToComplete: false);
    }

    private async Task<Either<RedisFault, IDatabase>> ConnectAsync(CancellationToken cancellationToken) =>
        (await dialer.DialAsync(cancellationToken)).Map(opened =>
        {
            connections.Add(opened);
            return opened.GetDatabase();
        });

    private static async Task<string> LastAsync(IDatabase database, RedisKey stream) =>
        await database.StreamRangeAsync(stream, count: 1, messageOrder: Order.Descending) is [var last]
            ? last.Id.ToString()
            : "0-0";

    // A blocked read holds its connection, so each stream has one of its own.
    private async Task PumpAsync(
        RedisKey stream,
        Outlet outlet,
        ChannelWriter<EncodedMessage> to,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var connected = await ConnectAsync(cancellationToken);
            var database = connected.Match(
                Right: open => open,
                Left: fault =>
                    throw new RedisConnectionException(
                        ConnectionFailureType.UnableToConnect,
                        CommandFlags.None,
                        fault.Sentence
                    )
            );
            for (var from = begin[outlet]; ; )
            {
                var reply = await database
                    .ExecuteAsync("XREAD", "COUNT", Batch, "BLOCK", BlockMilliseconds, "STREAMS", stream, from)
                    .WaitAsync(cancellationToken);
                foreach (var entry in StreamReplies.Read(reply))
                {
                    from = entry.Id.ToString();
                    var data = entry.Data.IfNone(ReadOnlyMemory<byte>.Empty);
                    await to.WriteAsync(new EncodedMessage(entry.Type.IfNone(""), outlet, data), cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone; there is nobody left to tell.
        }
        catch (Exception e) when (RedisFault.From(e).IsSome)
        {
            to.TryComplete(e);
        }
    }
}
