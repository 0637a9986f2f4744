using System.Collections.Concurrent;
using Causum.Application.Ports;
using Causum.Domain.Queue;
using Causum.Domain.Settings;
using Microsoft.Extensions.Logging;

namespace Causum.Application.Worker;

/// <summary>Takes only as many entries as can run, runs them side by side, and keeps the claims on them alive.</summary>
internal sealed class TaskPump(
    ITaskQueue queue,
    EntryWork work,
    IntakeGate gate,
    RunningTasks running,
    AgentSettings settings,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    /// <summary>
    /// The first steps of a task take time by the length of its entry alone. Up to this many bytes they are done at once, where the entry was read; what is longer
    /// leaves the intake to go on.
    /// </summary>
    private const int MostInline = 16 * 1024;

    private readonly WorkRoom room = new(settings.Concurrency, time);
    private readonly ConcurrentDictionary<Task, Unit> working = new();
    private readonly CancellationTokenSource handBack = new();
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends only by a bug in the work on an entry. The process then ends too: the entry is delivered again, and given up as poison if that does not help.</summary>
    public Task Failed => failed.Task;

    /// <summary>Until <paramref name="stop"/>; what was taken goes on.</summary>
    public async Task TakeAsync(CancellationToken stop)
    {
        while (true)
        {
            var closing = await gate.OpenAsync(stop);
            var free = await room.TakeAsync(stop);
            var taken = 0;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, closing);
            try
            {
                var entries = await queue.TakeAsync(free, ending.Token);
                taken = entries.Count;
                foreach (var entry in entries)
                    Start(entry);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                WorkerLog.IntakeClosed(logger);
            }
            finally
            {
                room.GiveBack(free - taken);
            }
        }
    }

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        var every = new ClaimTiming(settings.ClaimIdle).RenewEvery;
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            // An outage must not make the next renewal speak of tasks that ended meanwhile.
            if (
                running.Count > 0
                && !await time.WithinAsync(every, ct => queue.RenewAsync(running.Entries, ct), cancellationToken)
            )
                WorkerLog.NotRenewed(logger, running.Count);
        }
    }

    /// <summary>Waits for what runs, at most for the grace; the rest is cancelled and stays pending for another instance.</summary>
    public async Task DrainAsync(TimeSpan grace, CancellationToken abort)
    {
        var all = Task.WhenAll(working.Keys);
        try
        {
            await all.WaitAsync(grace, time, abort);
        }
        catch (TimeoutException)
        {
            WorkerLog.HandedBack(logger, running.Count);
            await handBack.CancelAsync();
            await all.WaitAsync(abort);
        }
    }

    public void Dispose()
    {
        room.Dispose();
        handBack.Dispose();
    }

    private void Start(QueueEntry entry)
    {
        var task = WorkAsync(entry);
        working[task] = unit;
        _ = task.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Ended(Task task)
    {
        working.TryRemove(task, out _);
        if (task.Exception is { } bug)
            failed.TrySetException(bug.InnerExceptions);
    }

    private async Task WorkAsync(QueueEntry entry)
    {
        using var place = room.Enter();
        var begun = running.Begin(entry.Id, place);
        try
        {
            if (entry.Data.Exists(data => data.Length > MostInline))
                await Task.Yield();
            await work.DoAsync(entry, begun, handBack.Token);
        }
        finally
        {
            running.End(entry.Id);
        }
    }
}
