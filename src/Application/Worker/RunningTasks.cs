using System.Collections.Concurrent;
using Causum.Domain.Queue;

namespace Causum.Application.Worker;

/// <summary>What this instance is working on, and what it knows of tasks that came before or are still to come.</summary>
internal sealed class RunningTasks(TimeProvider time)
{
    /// <summary>Of answers that Redis has, in case that it loses them.</summary>
    private const long KeptBytes = 16 * 1024 * 1024;

    private readonly ConcurrentDictionary<EntryId, RunningTask> running = new();
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private RecentAnswers answers = new(KeptBytes);
    private Recent<string> finished = new(RecentAnswers.Capacity);
    private CancelledTasks cancelled = CancelledTasks.None;

    public int Count => running.Count;

    public IReadOnlyCollection<EntryId> Entries => [.. running.Keys];

    public RecentAnswers Answers
    {
        get
        {
            lock (gate)
                return answers;
        }
    }

    public TimeSpan Monotonic => time.GetElapsedTime(started);

    public DeliveryHistory History(Option<EntryId> mark)
    {
        lock (gate)
            return new(mark, answers, cancelled);
    }

    public RunningTask Begin(EntryId entry, WorkRoom.Place place) => running[entry] = new RunningTask(place);

    /// <summary>Its result is ready; until it is settled the entry is still held and renewed.</summary>
    public void Ran(EntryId entry, long resultBytes)
    {
        if (running.TryGetValue(entry, out var task))
            task.Place.Ran(resultBytes);
    }

    /// <summary>Tells which task it is. A cancellation that came between reading and here is not lost.</summary>
    public void Identify(RunningTask task, string taskId)
    {
        lock (gate)
        {
            task.TaskId = taskId;
            if (cancelled.Contains(taskId, Monotonic))
                task.Cancel();
        }
    }

    public void End(EntryId entry)
    {
        if (running.TryRemove(entry, out var task))
            task.Dispose();
    }

    /// <param name="result">Where the answer stands in the results stream, if that is known.</param>
    public void Answered(EntryId entry, Option<string> taskId, Option<EntryId> result, ReadOnlyMemory<byte> answer)
    {
        lock (gate)
        {
            answers = answers.Add(entry, result, answer);
            taskId.IfSome(id =>
            {
                finished = finished.Add(id);
                cancelled = cancelled.Remove(id);
            });
        }
    }

    /// <summary>Cancels the task where it runs; one that was not seen yet is remembered, a finished one left alone (protocol §9).</summary>
    public void Cancel(string taskId)
    {
        lock (gate)
        {
            var found = running.Values.Where(task => task.TaskId == taskId).ToList();
            foreach (var task in found)
                task.Cancel();
            if (found.Count == 0 && !finished.Contains(taskId))
                cancelled = cancelled.Add(taskId, Monotonic);
        }
    }
}

/// <summary>One entry in work.</summary>
internal sealed class RunningTask(WorkRoom.Place place) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource cancellation = new();
    private bool ended;

    public WorkRoom.Place Place => place;

    /// <summary>None until the entry was read as a task that is to run.</summary>
    public Option<string> TaskId { get; set; }

    /// <summary>Ends when the control plane cancelled the task.</summary>
    public CancellationToken Cancelled => cancellation.Token;

    public void Cancel()
    {
        lock (gate)
        {
            if (!ended)
                cancellation.Cancel();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            cancellation.Dispose();
        }
    }
}
