using Causum.Application.Worker;
using Causum.Domain.Queue;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace Causum.Properties.Queue;

public sealed class WorkRoomTests : IDisposable
{
    private const int Concurrency = 3;
    private readonly FakeTimeProvider time = new();
    private readonly WorkRoom room;

    public WorkRoomTests() => room = new WorkRoom(Concurrency, time);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task All_free_places_are_taken_and_then_none_is_left()
    {
        Assert.Equal(Concurrency, await TakeAsync());
        Assert.False(Take().IsCompleted);
    }

    [Fact]
    public async Task A_place_is_free_again_when_the_result_is_ready_although_it_is_not_sent()
    {
        await TakeAsync();
        using var place = room.Enter();
        place.Ran(10);
        Assert.Equal(1, await TakeAsync());
    }

    [Fact]
    public async Task A_place_is_given_back_once_however_its_task_ended()
    {
        await TakeAsync();
        var (answered, failed) = (room.Enter(), room.Enter());
        answered.Ran(10);
        answered.Ran(10);
        answered.Dispose();
        failed.Dispose();
        Assert.Equal(2, await TakeAsync());
    }

    [Fact]
    public async Task Intake_stops_when_too_many_results_wait_and_goes_on_when_one_is_sent()
    {
        var places = await FillAsync(WorkRoom.MostUnsent, bytes: 1);
        var waiting = Take();
        Assert.False(waiting.IsCompleted);
        places[0].Dispose();
        Assert.Equal(Concurrency, await waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Intake_stops_when_the_waiting_results_are_too_large()
    {
        var places = await FillAsync(2, WorkRoom.MostUnsentBytes / 2);
        var waiting = Take();
        Assert.False(waiting.IsCompleted);
        places[1].Dispose();
        Assert.Equal(Concurrency, await waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Intake_stops_when_no_result_was_taken_for_a_while_and_goes_on_with_the_first_that_is()
    {
        var places = await FillAsync(2, bytes: 1);
        time.Advance(WorkRoom.Patience + TimeSpan.FromMilliseconds(1));
        var waiting = Take();
        Assert.False(waiting.IsCompleted);
        places[0].Dispose();
        Assert.Equal(Concurrency, await waiting.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_long_time_without_results_is_no_stall()
    {
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Concurrency, await TakeAsync());
        using var place = room.Enter();
        time.Advance(TimeSpan.FromHours(1));
        place.Ran(1);
        Assert.Equal(1, await TakeAsync());
    }

    [Fact]
    public async Task A_wait_that_is_given_up_keeps_no_place()
    {
        var places = await FillAsync(WorkRoom.MostUnsent, bytes: 1);
        using var cancel = new CancellationTokenSource();
        var waiting = room.TakeAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        places.ForEach(place => place.Dispose());
        Assert.Equal(Concurrency, await TakeAsync());
    }

    [Property]
    public bool As_many_places_are_free_as_tasks_do_not_run(byte[] steps)
    {
        var (running, unsent) = (new Queue<WorkRoom.Place>(), new Queue<WorkRoom.Place>());
        var isRight = true;
        foreach (var step in steps)
        {
            if (running.Count == 0 || (step % 4 == 0 && running.Count < Concurrency))
            {
                var taken = Take();
                isRight &= taken.IsCompletedSuccessfully && taken.Result == Concurrency - running.Count;
                room.GiveBack(taken.Result - 1);
                running.Enqueue(room.Enter());
            }
            else if (step % 4 == 1)
            {
                running.Dequeue().Dispose();
            }
            else if (step % 4 == 2 && unsent.Count > 0)
            {
                unsent.Dequeue().Dispose();
            }
            else
            {
                running.Peek().Ran(1);
                unsent.Enqueue(running.Dequeue());
            }
        }
        foreach (var place in running.Concat(unsent))
            place.Dispose();
        return isRight;
    }

    [Fact]
    public async Task An_entry_whose_result_waits_is_still_renewed()
    {
        await TakeAsync();
        var running = new RunningTasks(time);
        var entry = new EntryId(1, 0);
        running.Begin(entry, room.Enter());
        running.Ran(entry, 1);
        Assert.Equal([entry], running.Entries);
    }

    private Task<int> Take() => room.TakeAsync(CancellationToken.None);

    private Task<int> TakeAsync() => Take().WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Results that wait, with all places free.</summary>
    private async Task<List<WorkRoom.Place>> FillAsync(int count, long bytes)
    {
        var waiting = new List<WorkRoom.Place>();
        while (waiting.Count < count)
        {
            var free = await TakeAsync();
            for (var i = 0; i < free; i++)
            {
                if (waiting.Count == count)
                {
                    room.GiveBack(1);
                    continue;
                }
                waiting.Add(room.Enter());
                waiting[^1].Ran(bytes);
            }
        }
        return waiting;
    }
}
