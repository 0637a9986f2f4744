using Causum.Application.Wire;
using Causum.Domain.Queue;
using StackExchange.Redis;

namespace Causum.Infrastructure.Redis;

/// <summary>
/// Sends settlements to the script. The first goes out at once; those that come while it is on its way go together in the next call, so that a busy agent
/// costs Redis one script for many results. A batch that failed is taken apart, so that one result that Redis does not take holds up no other.
/// </summary>
internal sealed class SettlementBatches(RedisLink link, RedisQueueOptions options)
{
    private const int MostEntries = 64;
    private const int MostBytes = 1024 * 1024;

    private readonly StepwiseSettlement stepwise = new(link, options);
    private readonly RedisKey[] keys = [options.Keys.Tasks, options.Keys.Results, options.Keys.LastAck];
    private readonly Lock gate = new();
    private readonly Queue<Waiting> waiting = new();
    private bool sending;

    /// <param name="result">None: acknowledge only.</param>
    public Task<Settlement> AddAsync(Claim claim, Option<EncodedMessage> result, CancellationToken cancellationToken)
    {
        var item = new Waiting(claim, result, cancellationToken);
        lock (gate)
        {
            waiting.Enqueue(item);
            if (!sending)
            {
                sending = true;
                _ = SendAllAsync();
            }
        }
        return item.Settled.Task.WaitAsync(cancellationToken);
    }

    private async Task SendAllAsync()
    {
        // Whatever is settled at the same moment goes into the first batch too.
        await Task.Yield();
        var failures = 0;
        while (Next(failures == 0 ? MostEntries : 1) is { Count: > 0 } batch)
        {
            try
            {
                failures = await SendAsync(batch, failures) ? 0 : failures + 1;
            }
            catch (Exception e)
            {
                // The link is closed, or a bug: whoever waits must hear of it.
                batch.ForEach(item => item.Settled.TrySetException(e));
            }
        }
    }

    private List<Waiting> Next(int most)
    {
        lock (gate)
        {
            var (batch, bytes) = (new List<Waiting>(), 0L);
            while (batch.Count < most && bytes < MostBytes && waiting.TryDequeue(out var item))
            {
                if (item.GivenUp.IsCancellationRequested)
                    continue;
                batch.Add(item);
                bytes += item.Result.Match(result => result.Data.Length, () => 0);
            }
            sending = batch.Count > 0;
            batch.Sort((a, b) => a.Claim.Entry.CompareTo(b.Claim.Entry));
            return batch;
        }
    }

    /// <summary>False if Redis did not take the batch; it then waits behind the others.</summary>
    private async Task<bool> SendAsync(List<Waiting> batch, int failures)
    {
        batch.ForEach(item => item.Tries++);
        var reply = await link.TryIfAllowedAsync(
            OptionalRight.Scripts,
            db => RedisScript.PublishAndAcknowledge.EvaluateAsync(db, keys, Arguments(batch)),
            failures,
            link.Lifetime
        );
        if (reply.Case is not Option<RedisResult> answered)
        {
            lock (gate)
                batch.ForEach(waiting.Enqueue);
            return false;
        }
        if (answered.Case is RedisResult answers)
        {
            for (var i = 0; i < batch.Count; i++)
                batch[i].Settle((string?)answers[i]);
        }
        else
        {
            var settled = await Task.WhenAll(
                batch.Select(item => stepwise.SettleAsync(item.Claim, item.Result, link.Lifetime))
            );
            await stepwise.AdvanceAsync(batch[^1].Claim.Entry, link.Lifetime);
            for (var i = 0; i < batch.Count; i++)
                batch[i].Settled.TrySetResult(settled[i]);
        }
        return true;
    }

    private RedisValue[] Arguments(List<Waiting> batch)
    {
        var values = new List<RedisValue>(3 + (4 * batch.Count))
        {
            StreamKeys.Group,
            options.Instance,
            options.ResultsMaxLength.Match<RedisValue>(n => n, () => ""),
        };
        foreach (var item in batch)
        {
            values.Add(item.Claim.Entry.ToString());
            values.Add(item.Claim.Delivery.Match<RedisValue>(number => number, () => ""));
            values.Add(item.Result.Match<RedisValue>(result => result.Type, () => ""));
            values.Add(item.Result.Match<RedisValue>(result => result.Data, () => ""));
        }
        return [.. values];
    }

    private sealed class Waiting(Claim claim, Option<EncodedMessage> result, CancellationToken givenUp)
    {
        public Claim Claim => claim;

        public Option<EncodedMessage> Result => result;

        public CancellationToken GivenUp => givenUp;

        public int Tries { get; set; }

        // Who waits goes on at once, within the loop over the batch: it has a few counters to set and does not block.
        public TaskCompletionSource<Settlement> Settled { get; } = new();

        public void Settle(string? answer) =>
            Settled.TrySetResult(
                answer switch
                {
                    // After a lost reply the entry may be gone because the first try went through; that is no fencing.
                    "answered" when Tries > 1 => new Settlement.Done(None),
                    "answered" or "taken" => new Settlement.Fenced(),
                    "namesake" => new Settlement.FencedByNamesake(),
                    _ => new Settlement.Done(EntryId.Parse(answer)),
                }
            );
    }
}
