using Causum.Application.Ports;
using Causum.Application.Wire;
using Causum.Domain.Messages;
using Causum.Domain.Queue;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Looks after each new connection whether the results stream still has the last answers of this instance, and gives again what a failover lost.</summary>
internal sealed class AnswerKeeper(ITaskQueue queue, RunningTasks running, Metrics metrics, ILogger logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await queue.ReconnectedAsync(cancellationToken);
            foreach (var entry in await LostAsync(cancellationToken))
                await RepeatAsync(entry, cancellationToken);
        }
    }

    // A failover loses the end of the stream: from the newest answer back to the first that stands.
    private async Task<IReadOnlyList<EntryId>> LostAsync(CancellationToken cancellationToken)
    {
        var lost = new List<EntryId>();
        foreach (var (entry, result) in running.Answers.NewestFirst)
        {
            if (await queue.StandingAsync(entry, result, cancellationToken) != ResultStanding.Lost)
                break;
            lost.Insert(0, entry);
        }
        return lost;
    }

    /// <summary>Publishes a lost answer again, unless another instance has the entry: then it is answered there. An entry that is in work here once more may be about to be skipped, on the strength of the very result that is lost.</summary>
    private async Task RepeatAsync(EntryId entry, CancellationToken cancellationToken)
    {
        if (running.Answers.Find(entry).Bind(a => a.Data).Case is not ReadOnlyMemory<byte> data)
            return;
        var message = new EncodedMessage(AgentMessage.TaskAnswer.Type, Outlet.Results, data);
        if (await queue.SettleAsync(new Claim(entry, None), message, cancellationToken) is not Settlement.Done done)
            return;
        metrics.Count("results_repeated");
        WorkerLog.Repeated(logger, entry);
        running.Answered(entry, None, done.Result, data);
    }
}
