namespace Causum.Application.Worker;

/// <summary>
/// How much this instance takes on: as many tasks as may run at once, and none while results that the queue does not have yet fill their bound or have not
/// moved for a while. A task's place is free again when its result is ready to be sent, so that execution never waits for the queue.
/// </summary>
internal sealed class WorkRoom(int concurrency, TimeProvider time) : IDisposable
{
    public const int MostUnsent = 256;
    public const long MostUnsentBytes = 16 * 1024 * 1024;

    /// <summary>A queue that takes no result for so long is in trouble, and no new task is begun.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim slots = new(concurrency, concurrency);
    private readonly Lock gate = new();
    private TaskCompletionSource? moved;
    private int unsent;
    private long unsentBytes;
    private long lastMove;

    /// <summary>Waits until a task may be begun and takes all the places there are; gives how many.</summary>
    public async Task<int> TakeAsync(CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            while (Obstacle().Case is Task wait)
                await wait.WaitAsync(cancellationToken);
        }
        catch
        {
            slots.Release();
            throw;
        }
        var free = 1;
        while (free < concurrency && slots.Wait(0, CancellationToken.None))
            free++;
        return free;
    }

    /// <summary>Gives back places that were taken and not used.</summary>
    public void GiveBack(int places)
    {
        if (places > 0)
            slots.Release(places);
    }

    /// <summary>The place of one task, of those taken.</summary>
    public Place Enter() => new(this);

    public void Dispose() => slots.Dispose();

    /// <summary>What has to happen before another task may be begun.</summary>
    private Option<Task> Obstacle()
    {
        lock (gate)
        {
            var isFull = unsent >= MostUnsent || unsentBytes >= MostUnsentBytes;
            if (!isFull && (unsent == 0 || time.GetElapsedTime(lastMove) <= Patience))
                return None;
            moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return moved.Task;
        }
    }

    private void Hold(long bytes)
    {
        lock (gate)
        {
            if (unsent++ == 0)
                lastMove = time.GetTimestamp();
            unsentBytes += bytes;
        }
    }

    private void Sent(long bytes)
    {
        TaskCompletionSource? signal;
        lock (gate)
        {
            unsent--;
            unsentBytes -= bytes;
            lastMove = time.GetTimestamp();
            (signal, moved) = (moved, null);
        }
        signal?.SetResult();
    }

    /// <summary>Where one task runs, and then its result waits. Used by one thread at a time.</summary>
    internal sealed class Place(WorkRoom room) : IDisposable
    {
        private long? held;

        /// <summary>The task has run and its result is ready: the next one may take the slot.</summary>
        public void Ran(long resultBytes)
        {
            if (held is not null)
                return;
            held = resultBytes;
            room.Hold(resultBytes);
            room.slots.Release();
        }

        public void Dispose()
        {
            if (held is { } bytes)
                room.Sent(bytes);
            else
                room.slots.Release();
        }
    }
}
